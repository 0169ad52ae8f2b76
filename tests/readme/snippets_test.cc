// The snippets of the README that stand on their own there without includes.

#include <chrono>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "client/testing/mock_power_client.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/every_model.h"
#include "fake_pdu/testing/fake_lab.h"
#include "fake_pdu/testing/matchers.h"
#include "snmp/security.h"

using pdukit::AuthProtocol;
using pdukit::ManualClock;
using pdukit::PrivProtocol;
using pdukit::SnmpVersion;
using pdukit::client::MockPowerClient;
using pdukit::client::PowerState;
using pdukit::client::SnmpPdu;
using pdukit::fake_pdu::EverySwitchedFamily;
using pdukit::fake_pdu::FakeLab;
using pdukit::fake_pdu::FakePdu;
using pdukit::fake_pdu::Fault;
using pdukit::fake_pdu::ModelInfo;
using pdukit::fake_pdu::ModelName;
using pdukit::fake_pdu::OutletIs;
using pdukit::fake_pdu::OutletState;
using pdukit::fake_pdu::Received;
using pdukit::fake_pdu::SetOf;

TEST(MyTimedTest, CyclesInNoTime) {
  ManualClock clock;
  FakePdu::Options options;
  options.model = "AP7900";
  options.clock = &clock;
  FakePdu fake = FakePdu::Start(options).value();
  SnmpPdu::Options client;
  client.clock = &clock;
  SnmpPdu pdu = SnmpPdu::Open(fake.address(), client).value();

  pdu.outlet(3).value().Cycle(std::chrono::seconds(10)).value();

  EXPECT_EQ(fake.outlet(3).state(), OutletState::kOn);
}

TEST(MyMeteredTest, ReadsTheLoadOfAnOutlet) {
  FakePdu::Options options;
  options.model = "PX3-5493U";
  FakePdu::User user;
  user.credentials.name = "operator";
  user.credentials.auth_protocol = AuthProtocol::kSha256;
  user.credentials.auth_passphrase = "auth passphrase";
  user.credentials.priv_protocol = PrivProtocol::kAes128;
  user.credentials.priv_passphrase = "priv passphrase";
  options.users = {user};
  FakePdu fake = FakePdu::Start(options).value();
  fake.outlet(3).SetLoadWatts(460).value();

  SnmpPdu::Options client;
  client.version = SnmpVersion::kV3;
  client.user = user.credentials;
  SnmpPdu pdu = SnmpPdu::Open(fake.address(), client).value();

  EXPECT_NEAR(pdu.outlet(3).value().Read().value().active_power->value, 460, 1);

  fake.Unplug();  // Every outlet is dead, and SNMP is mute ...
  fake.Plug();    // ... until the device has started anew.
}

TEST(MyFaultyTest, SwitchesThoughTheAnswerIsLost) {
  ManualClock clock;
  FakePdu::Options options;
  options.model = "AP7900";
  options.clock = &clock;
  FakePdu fake = FakePdu::Start(options).value();
  SnmpPdu::Options client;
  client.clock = &clock;
  SnmpPdu pdu = SnmpPdu::Open(fake.address(), client).value();
  fake.Inject(Fault::DropResponse().For(SetOf(3)).Once());

  pdu.outlet(3).value().Off().value();

  EXPECT_THAT(fake, OutletIs(3, OutletState::kOff));
  EXPECT_THAT(fake, Received(SetOf(3)).Times(2));
}

TEST(MyLabTest, AMachineWithTwoSuppliesSurvivesTheLossOfOne) {
  FakeLab lab = FakeLab::Parse(R"(
    pdus:
      rack4-a: AP7900
      rack4-b: PX3-5190R
    machines:
      db-3: {outlets: [rack4-a 3, rack4-b 3], watts: 400}
  )")
                    .value();

  lab.pdu("rack4-a").Unplug();

  EXPECT_TRUE(lab.IsPowered("db-3"));
}

class EveryPduTest : public testing::TestWithParam<ModelInfo> {};

TEST_P(EveryPduTest, IsFound) {
  FakePdu fake = FakePdu::Start(GetParam().model).value();

  EXPECT_EQ(SnmpPdu::Open(fake.address(), {}).value().family(),
            GetParam().family);
}

INSTANTIATE_TEST_SUITE_P(OfAFamily, EveryPduTest, EverySwitchedFamily(),
                         ModelName);

TEST(MyMockedTest, RecoversAMachine) {
  testing::NiceMock<MockPowerClient> power;

  power.Cycle(std::chrono::seconds(2)).value();

  EXPECT_EQ(power.state(), PowerState::kOn);
}
