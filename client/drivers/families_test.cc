#include "client/drivers/families.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/generic.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::Return;

Oid ParseOid(const std::string& text) { return Oid::Parse(text).value(); }

class IdentifyFamilyTest : public ::testing::Test {
 protected:
  void PutSysObjectId(const std::string& oid) {
    session_.Put(ParseOid("1.3.6.1.2.1.1.2.0"),
                 Value::ObjectIdentifier(ParseOid(oid)));
  }

  NiceMock<MockSnmpSession> session_;
};

TEST_F(IdentifyFamilyTest, KnowsASwitchedRackPduOfApc) {
  PutSysObjectId("1.3.6.1.4.1.318.1.3.4.5");

  Result<Identification> found = IdentifyFamily(session_);

  ASSERT_TRUE(found.ok()) << found.error();
  EXPECT_EQ(found->family->name, "apc_rpdu");
  EXPECT_EQ(found->reason, "its sysObjectID is 1.3.6.1.4.1.318.1.3.4.5");
}

TEST_F(IdentifyFamilyTest, KnowsARaritan) {
  PutSysObjectId("1.3.6.1.4.1.13742.6");

  Result<Identification> found = IdentifyFamily(session_);

  ASSERT_TRUE(found.ok()) << found.error();
  EXPECT_EQ(found->family->name, "raritan_pdu2");
}

TEST_F(IdentifyFamilyTest, FindsByItsObjectsADeviceOfAnUnknownSysObjectId) {
  PutSysObjectId("1.3.6.1.4.1.8072.3.2.10");
  session_.Put(ParseOid("1.3.6.1.4.1.13742.6.3.2.2.1.4.1"),
               Value::Integer32(8));

  Result<Identification> found = IdentifyFamily(session_);

  ASSERT_TRUE(found.ok()) << found.error();
  EXPECT_EQ(found->family->name, "raritan_pdu2");
  EXPECT_THAT(found->reason, HasSubstr("it serves 1.3.6.1.4.1.13742.6.3.2.2"));
}

TEST_F(IdentifyFamilyTest, SaysTheSysObjectIdOfADeviceThatItDoesNotKnow) {
  PutSysObjectId("1.3.6.1.4.1.318.1.3.2.11");

  Result<Identification> found = IdentifyFamily(session_);

  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().kind, ErrorKind::kUnknownFamily);
  EXPECT_THAT(found.error().message, HasSubstr("1.3.6.1.4.1.318.1.3.2.11"));
}

TEST_F(IdentifyFamilyTest, DoesNotTakeSilenceForAnUnknownDevice) {
  ON_CALL(session_, Get(_))
      .WillByDefault(Return(Result<std::vector<Varbind>>(
          Error{ErrorKind::kTimeout, "no answer"})));

  Result<Identification> found = IdentifyFamily(session_);

  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().kind, ErrorKind::kTimeout);
}

TEST(GenericFamilyTest, ReadsBackTheOidItself) {
  GenericOptions options;
  options.oid = "1.3.6.1.4.1.99999.1";
  options.on_value = 5;
  options.off_value = 6;

  Result<Family> family = GenericFamily(options);

  ASSERT_TRUE(family.ok()) << family.error();
  EXPECT_EQ(family->state, ParseOid("1.3.6.1.4.1.99999.1"));
  EXPECT_EQ(family->states.at(5), PowerState::kOn);
  EXPECT_EQ(family->states.at(6), PowerState::kOff);
}

TEST(GenericFamilyTest, ReadsTheStateOfARaritanByDefault) {
  Result<Family> family = GenericFamily(GenericOptions());

  ASSERT_TRUE(family.ok()) << family.error();
  EXPECT_EQ(family->command, ParseOid("1.3.6.1.4.1.13742.6.4.1.2.1.2.1"));
  EXPECT_EQ(family->state, ParseOid("1.3.6.1.4.1.13742.6.4.1.2.1.3.1"));
  EXPECT_EQ(family->commands.at(OutletCommand::kOn), 1);
  EXPECT_EQ(family->commands.at(OutletCommand::kOff), 0);
}

TEST(GenericFamilyTest, RefusesWhatIsNotAnOid) {
  GenericOptions options;
  options.oid = "switchingOperation";

  Result<Family> family = GenericFamily(options);

  ASSERT_FALSE(family.ok());
  EXPECT_EQ(family.error().kind, ErrorKind::kInvalidArgument);
}

TEST(GenericFamilyTest, RefusesOneValueForOnAndOff) {
  GenericOptions options;
  options.off_value = options.on_value;

  Result<Family> family = GenericFamily(options);

  ASSERT_FALSE(family.ok());
  EXPECT_EQ(family.error().kind, ErrorKind::kInvalidArgument);
}

}  // namespace
}  // namespace pdukit::client
