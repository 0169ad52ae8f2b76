#include "client/snmp_pdu.h"

#include <memory>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::MatchesRegex;
using ::testing::NiceMock;
using ::testing::Return;
using ::testing::SizeIs;

constexpr char kRpdu[] = "1.3.6.1.4.1.318.1.1.12.";
constexpr char kRaritan[] = "1.3.6.1.4.1.13742.6.";

Oid ParseOid(const std::string& text) { return Oid::Parse(text).value(); }

class SnmpPduTest : public ::testing::Test {
 protected:
  void Put(const std::string& oid, const Value& value) {
    session_->Put(ParseOid(oid), value);
  }

  void PutApc(int outlets) {
    Put("1.3.6.1.2.1.1.2.0",
        Value::ObjectIdentifier(ParseOid("1.3.6.1.4.1.318.1.3.4.5")));
    Put(std::string(kRpdu) + "1.8.0", Value::Integer32(outlets));
    Put(std::string(kRpdu) + "3.1.3.0", Value::Integer32(outlets));
    for (int i = 1; i <= outlets; ++i) {
      const std::string row = "." + std::to_string(i);
      Put(std::string(kRpdu) + "3.5.1.1.2" + row,
          Value::OctetString("Outlet" + std::to_string(i)));
      Put(std::string(kRpdu) + "3.5.1.1.4" + row, Value::Integer32(1));
      Put(std::string(kRpdu) + "3.5.1.1.5" + row, Value::Integer32(2));
    }
  }

  void PutRaritan() {
    Put("1.3.6.1.2.1.1.2.0",
        Value::ObjectIdentifier(ParseOid("1.3.6.1.4.1.13742.6")));
    Put(std::string(kRaritan) + "3.2.2.1.4.1", Value::Integer32(2));
    Put(std::string(kRaritan) + "3.5.3.1.2.1.1", Value::OctetString("1"));
    Put(std::string(kRaritan) + "3.5.3.1.3.1.1", Value::OctetString("web"));
    Put(std::string(kRaritan) + "3.5.3.1.28.1.1", Value::Integer32(1));
    Put(std::string(kRaritan) + "3.5.3.1.28.1.2", Value::Integer32(2));
    Put(std::string(kRaritan) + "4.1.2.1.3.1.1", Value::Integer32(8));
    Put(std::string(kRaritan) + "4.1.2.1.3.1.2", Value::Integer32(-1));
  }

  Result<SnmpPdu> Open() { return SnmpPdu::Open(std::move(owned_), options_); }

  std::unique_ptr<NiceMock<MockSnmpSession>> owned_ =
      std::make_unique<NiceMock<MockSnmpSession>>();
  NiceMock<MockSnmpSession>* session_ = owned_.get();
  SnmpPdu::Options options_;
};

TEST_F(SnmpPduTest, SaysWhichFamilyItFoundAndWhy) {
  PutApc(8);

  SnmpPdu pdu = Open().value();

  EXPECT_EQ(pdu.family(), "apc_rpdu");
  EXPECT_THAT(pdu.family_reason(), HasSubstr("sysObjectID"));
}

TEST_F(SnmpPduTest, TakesTheFamilyThatItIsTold) {
  PutRaritan();
  Put("1.3.6.1.2.1.1.2.0", Value::ObjectIdentifier(ParseOid("1.3.6")));
  options_.family = "raritan_pdu2";

  SnmpPdu pdu = Open().value();

  EXPECT_EQ(pdu.family(), "raritan_pdu2");
  EXPECT_EQ(pdu.family_reason(), "asked for");
}

TEST_F(SnmpPduTest, ListsTheFamiliesWhenOneDoesNotExist) {
  options_.family = "acme";

  Result<SnmpPdu> pdu = Open();

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(pdu.error().Text(),
              MatchesRegex(".*auto, .*apc_rpdu, .*raritan_pdu2, .*generic.*"));
}

TEST_F(SnmpPduTest, RefusesAFamilyThatTheDeviceIsNotOf) {
  PutApc(8);
  options_.family = "raritan_pdu2";

  Result<SnmpPdu> pdu = Open();

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kNoSuchObject);
}

TEST_F(SnmpPduTest, RefusesACountThatNoDeviceHas) {
  PutApc(1);
  Put(std::string(kRpdu) + "1.8.0", Value::Integer32(2000000000));

  Result<SnmpPdu> pdu = Open();

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kProtocol);
}

TEST_F(SnmpPduTest, SaysHowManyOutletsThereAreWhenOneDoesNotExist) {
  PutApc(8);
  SnmpPdu pdu = Open().value();

  Result<SnmpPowerClient> outlet = pdu.outlet(9);

  ASSERT_FALSE(outlet.ok());
  EXPECT_EQ(outlet.error().kind, ErrorKind::kNoSuchOutlet);
  EXPECT_EQ(outlet.error().Text(), "mock: no outlet 9, the unit has 8");
}

TEST_F(SnmpPduTest, HasNoOutletZero) {
  PutApc(8);
  SnmpPdu pdu = Open().value();

  Result<SnmpPowerClient> outlet = pdu.outlet(0);

  EXPECT_FALSE(outlet.ok());
}

TEST_F(SnmpPduTest, ListsEveryOutletOfALargeUnit) {
  PutApc(48);
  SnmpPdu pdu = Open().value();

  std::vector<OutletInfo> outlets = pdu.outlets().value();

  EXPECT_THAT(outlets, SizeIs(48));
  EXPECT_EQ(outlets.back(),
            (OutletInfo{48, "48", "Outlet48", PowerState::kOn, true}));
}

TEST_F(SnmpPduTest, ListsPendingStates) {
  PutApc(2);
  Put(std::string(kRpdu) + "3.5.1.1.5.1", Value::Integer32(1));
  SnmpPdu pdu = Open().value();

  std::vector<OutletInfo> outlets = pdu.outlets().value();

  EXPECT_EQ(outlets[0].state, PowerState::kPendingOff);
  EXPECT_EQ(outlets[1].state, PowerState::kOn);
}

TEST_F(SnmpPduTest, ListsLabelsAndWhatCannotBeSwitched) {
  PutRaritan();
  SnmpPdu pdu = Open().value();

  std::vector<OutletInfo> outlets = pdu.outlets().value();

  EXPECT_THAT(outlets,
              ElementsAre(OutletInfo{1, "1", "web", PowerState::kOff, true},
                          OutletInfo{2, "2", "", PowerState::kUnknown, false}));
}

TEST_F(SnmpPduTest, ListsOutletsBeyondTheSwitchedOnesAsNotSwitchable) {
  PutApc(2);
  Put(std::string(kRpdu) + "3.1.3.0", Value::Integer32(1));
  SnmpPdu pdu = Open().value();

  std::vector<OutletInfo> outlets = pdu.outlets().value();

  EXPECT_TRUE(outlets[0].switchable);
  EXPECT_FALSE(outlets[1].switchable);
}

TEST_F(SnmpPduTest, ListsTheRowsOfAGenericOid) {
  options_.family = "generic";
  options_.generic.oid = "1.3.6.1.4.1.99999.1";
  Put("1.3.6.1.4.1.99999.1.0", Value::Integer32(1));
  Put("1.3.6.1.4.1.99999.1.7", Value::Integer32(0));
  SnmpPdu pdu = Open().value();

  std::vector<OutletInfo> outlets = pdu.outlets().value();

  EXPECT_THAT(outlets,
              ElementsAre(OutletInfo{0, "0", "", PowerState::kOn, true},
                          OutletInfo{7, "7", "", PowerState::kOff, true}));
}

TEST_F(SnmpPduTest, GenericKnowsTheOutletsOfAFamilyWhoseOidItIs) {
  PutRaritan();
  options_.family = "generic";
  SnmpPdu pdu = Open().value();

  Result<SnmpPowerClient> outlet = pdu.outlet(3);

  ASSERT_FALSE(outlet.ok());
  EXPECT_EQ(outlet.error().kind, ErrorKind::kNoSuchOutlet);
  EXPECT_THAT(pdu.family_reason(), HasSubstr("raritan_pdu2"));
}

TEST_F(SnmpPduTest, PassesOnTheErrorOfTheSession) {
  ON_CALL(*session_, Get(_))
      .WillByDefault(Return(Result<std::vector<Varbind>>(
          Error{ErrorKind::kUnknownUser, "no such user", "", "mock"})));

  Result<SnmpPdu> pdu = Open();

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kUnknownUser);
}

TEST_F(SnmpPduTest, RefusesAnEndpointWithoutAHost) {
  Result<SnmpPdu> pdu = SnmpPdu::Open(":161", options_);

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kInvalidArgument);
}

TEST_F(SnmpPduTest, OffersEveryFamilyByName) {
  EXPECT_THAT(SnmpPdu::Families(),
              IsSupersetOf({"apc_rpdu", "raritan_pdu2", "generic"}));
}

}  // namespace
}  // namespace pdukit::client
