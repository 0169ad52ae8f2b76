// Which family a device is taken for, among families made up here.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/families.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::Return;
using ::testing::SizeIs;

const Oid kAcme{1, 3, 6, 1, 4, 1, 99999};

Family Make(const std::string& name, const Oid& claimed, std::uint32_t tree) {
  Family family;
  family.name = name;
  family.sys_object_ids = {claimed};
  family.outlet_walk = kAcme.Child(Oid{tree, 1});
  return family;
}

class IdentifyTest : public ::testing::Test {
 protected:
  void PutSysObjectId(const Oid& oid) {
    session_.Put(Oid{1, 3, 6, 1, 2, 1, 1, 2, 0}, Value::ObjectIdentifier(oid));
  }
  void PutOutlet(std::uint32_t tree) {
    session_.Put(kAcme.Child(Oid{tree, 1, 7}), Value::Integer32(0));
  }
  Result<Identification> Identify() {
    return IdentifyAmong(session_, families_);
  }

  NiceMock<MockSnmpSession> session_;
  std::vector<Family> families_ = {Make("rich", kAcme.Child(5), 10),
                                   Make("plain", kAcme.Child(5), 11),
                                   Make("whole", kAcme, 12)};
};

TEST_F(IdentifyTest, LongestSysObjectIdWins) {
  PutSysObjectId(kAcme.Child(Oid{5, 1}));
  PutOutlet(11);
  PutOutlet(12);

  EXPECT_EQ(Identify().value().family->name, "plain");
}

TEST_F(IdentifyTest, AnyProbeOfAFamilyFindsIt) {
  families_.front().other_probes = {kAcme.Child(20)};
  PutSysObjectId(Oid{1, 3, 6, 1, 4, 1, 8072, 3, 2, 10});
  PutOutlet(20);

  EXPECT_EQ(Identify().value().family->name, "rich");
}

TEST_F(IdentifyTest, FirstOfThoseThatAnswerWins) {
  PutSysObjectId(kAcme.Child(5));
  PutOutlet(10);
  PutOutlet(11);

  const Identification found = Identify().value();

  EXPECT_EQ(found.family->name, "rich");
  EXPECT_EQ(found.reason,
            "its sysObjectID is 1.3.6.1.4.1.99999.5, and it serves "
            "1.3.6.1.4.1.99999.10.1.7");
}

TEST_F(IdentifyTest, ShorterSysObjectIdIsTakenIfNoLongerOneAnswers) {
  PutSysObjectId(kAcme.Child(5));

  EXPECT_EQ(Identify().value().family->name, "whole");
}

TEST_F(IdentifyTest, OtherCardOfTheVendorIsNoPdu) {
  families_[2].always_probe = true;
  PutSysObjectId(kAcme.Child(1));

  const Result<Identification> found = Identify();

  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().kind, ErrorKind::kUnknownFamily);
  EXPECT_THAT(found.error().message,
              HasSubstr("as devices of the family whole have it, but it serves "
                        "no outlets of theirs"));
}

TEST_F(IdentifyTest, ErrorNamesEveryFamilyWithThatSysObjectId) {
  families_[2].always_probe = true;
  PutSysObjectId(kAcme.Child(5));

  EXPECT_THAT(Identify().error().message,
              HasSubstr("of the family rich or plain or whole have it"));
}

TEST_F(IdentifyTest, ObjectsTellWhatTheSysObjectIdDoesNot) {
  PutSysObjectId({1, 3, 6, 1, 4, 1, 8072, 3, 2, 10});
  PutOutlet(11);

  EXPECT_EQ(Identify().value().family->name, "plain");
}

TEST_F(IdentifyTest, CountOfZeroIsNoAnswer) {
  families_[0].outlet_count = kAcme.Child(Oid{10, 2, 0});
  session_.Put(families_[0].outlet_count, Value::Integer32(0));
  PutSysObjectId(kAcme.Child(5));
  PutOutlet(11);

  EXPECT_EQ(Identify().value().family->name, "plain");
}

TEST_F(IdentifyTest, ScalarMayBeTheProbe) {
  families_[0].probe = kAcme.Child(Oid{20, 0});
  session_.Put(families_[0].probe, Value::OctetString("Acme 8"));
  PutSysObjectId(kAcme.Child(5));

  EXPECT_EQ(Identify().value().family->name, "rich");
}

TEST_F(IdentifyTest, RequestsStaySmall) {
  for (std::uint32_t tree = 30; tree < 60; ++tree) {
    families_.push_back(Make("more", kAcme.Child(6), tree));
  }
  PutSysObjectId({1, 3, 6, 1, 4, 1, 8072, 3, 2, 10});
  EXPECT_CALL(session_, GetNext(SizeIs(::testing::Le(10))))
      .Times(::testing::AtLeast(3));

  EXPECT_FALSE(Identify().ok());
}

TEST_F(IdentifyTest, ProbeThatTheDeviceRefusesIsAskedAlone) {
  PutSysObjectId(kAcme.Child(5));
  PutOutlet(11);
  EXPECT_CALL(session_, GetNext(SizeIs(1))).Times(::testing::AtLeast(2));
  EXPECT_CALL(session_, GetNext(SizeIs(2)))
      .WillOnce(Return(Result<std::vector<Varbind>>(
          Error{ErrorKind::kRefusedByDevice, "genErr"})));

  EXPECT_EQ(Identify().value().family->name, "plain");
}

}  // namespace
}  // namespace pdukit::client
