// The snippets of the README that stand on their own there without includes.

#include <chrono>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "client/testing/mock_power_client.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

using pdukit::AuthProtocol;
using pdukit::ManualClock;
using pdukit::PrivProtocol;
using pdukit::SnmpVersion;
using pdukit::client::MockPowerClient;
using pdukit::client::PowerState;
using pdukit::client::SnmpPdu;
using pdukit::fake_pdu::FakePdu;
using pdukit::fake_pdu::OutletState;

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

TEST(MyMockedTest, RecoversAMachine) {
  testing::NiceMock<MockPowerClient> power;

  power.Cycle(std::chrono::seconds(2)).value();

  EXPECT_EQ(power.state(), PowerState::kOn);
}
