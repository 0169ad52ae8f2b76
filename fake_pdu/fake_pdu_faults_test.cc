// Device faults as an SNMP client sees them.

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/agent/testing/users.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

const Oid kUptime{1, 3, 6, 1, 2, 1, 1, 3, 0};
// Of PowerNet-MIB, outlet 3 each: rPDUOutletStatusOutletState and
// rPDUOutletControlOutletCommand, both 1 for on and 2 for off.
const Oid kState{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 5, 1, 1, 4, 3};
const Oid kCommand{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 3, 1, 1, 4, 3};

class FakePduFaultsTest : public ::testing::Test {
 protected:
  FakePdu Start(const std::string& model) {
    FakePdu::Options options;
    options.model = model;
    options.users = {{user_, FakePdu::Access::kReadWrite}};
    options.clock = &clock_;
    return FakePdu::Start(options).value();
  }

  static TestClient Client(const FakePdu& pdu) {
    return {pdu.address(), SnmpVersion::kV2c, "private"};
  }

  const UsmUser user_ = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  ManualClock clock_;
};

TEST_F(FakePduFaultsTest, AFrozenStatusIsShownWhileTheOutletIsOff) {
  const FakePdu pdu = Start("AP7900");
  TestClient client = Client(pdu);
  pdu.outlet(3).SetStatusFrozen(true);

  client.Set({{kCommand, Value::Integer32(2)}});

  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOff);
  EXPECT_EQ(client.Get({kState}).value(), Value::Integer32(1));
  pdu.outlet(3).SetStatusFrozen(false);
  EXPECT_EQ(client.Get({kState}).value(), Value::Integer32(2));
}

TEST_F(FakePduFaultsTest, AnAcknowledgedCommandCanBeForgotten) {
  FakePdu pdu = Start("AP7900");
  TestClient client = Client(pdu);
  pdu.SetCommandFault(CommandFault::kForgets);

  const TestReply reply = client.Set({{kCommand, Value::Integer32(2)}});

  EXPECT_EQ(reply.status, ErrorStatus::kNoError);
  EXPECT_EQ(client.Get({kState}).value(), Value::Integer32(1));
}

TEST_F(FakePduFaultsTest, ARestartedCardIsMuteUntilItIsBack) {
  FakePdu pdu = Start("AP7900");
  TestClient early = Client(pdu);
  TestClient late = Client(pdu);
  clock_.Advance(hours(1));

  pdu.Restart(seconds(30));
  clock_.Advance(seconds(29));
  early.Send(kUptime);
  clock_.Advance(seconds(3));

  EXPECT_EQ(late.Get({kUptime}).value(), Value::TimeTicks(200));
  EXPECT_EQ(early.Received(), std::nullopt);
}

TEST_F(FakePduFaultsTest, ARestartCountsAsABoot) {
  FakePdu pdu = Start("AP7900");
  TestClient client(pdu.address(), user_);
  client.Get({kUptime});

  pdu.Restart();
  const TestReply reply = client.Get({kUptime});

  // The client's boots and time are of before.
  EXPECT_EQ(reply.resends, 1);
  EXPECT_EQ(reply.value(), Value::TimeTicks(0));
}

TEST_F(FakePduFaultsTest, UnpluggedWhileItRestartsItStaysMute) {
  FakePdu pdu = Start("AP7900");
  TestClient early = Client(pdu);
  TestClient late = Client(pdu);

  pdu.Restart(seconds(30));
  pdu.Unplug();
  clock_.Advance(seconds(60));
  early.Send(kUptime);
  pdu.Plug();

  EXPECT_EQ(late.Get({kUptime}).value(), Value::TimeTicks(0));
  EXPECT_EQ(early.Received(), std::nullopt);
}

// rPDU2PhaseStatusVoltage of PowerNet-MIB; 400 V between two of three phases.
Oid PhaseVoltage(std::uint32_t phase) {
  return {1, 3, 6, 1, 4, 1, 318, 1, 1, 26, 6, 3, 1, 6, phase};
}

TEST_F(FakePduFaultsTest, AFailedPhaseReadsNoVoltageAndOthersGoOn) {
  FakePdu pdu = Start("AP8981");
  TestClient client = Client(pdu);

  pdu.SetVoltage(2, 0).value();

  EXPECT_EQ(pdu.outlet(1).state(), OutletState::kOn);
  EXPECT_EQ(pdu.outlet(9).state(), OutletState::kOff);
  EXPECT_EQ(client.Get({PhaseVoltage(1)}).value(), Value::Integer32(231));
  EXPECT_EQ(client.Get({PhaseVoltage(2)}).value(), Value::Integer32(0));
  pdu.RestorePhase(2).value();
  EXPECT_EQ(client.Get({PhaseVoltage(2)}).value(), Value::Integer32(231));
}

TEST_F(FakePduFaultsTest, WithoutAnyPhaseItIsMute) {
  FakePdu pdu = Start("AP7900");
  TestClient early = Client(pdu);
  TestClient late = Client(pdu);

  pdu.SetVoltage(1, 0).value();
  early.Send(kUptime);
  pdu.RestorePhase(1).value();

  EXPECT_EQ(late.Get({kUptime}).value(), Value::TimeTicks(0));
  EXPECT_EQ(early.Received(), std::nullopt);
}

TEST_F(FakePduFaultsTest, ABreakerThatTripsOnOverloadIsResetByHand) {
  FakePdu pdu = Start("AP8953");
  pdu.SetBreakersTrip(true);

  pdu.outlet(1).SetLoadWatts(4000).value();

  EXPECT_EQ(pdu.outlet(12).state(), OutletState::kOff);
  EXPECT_EQ(pdu.outlet(13).state(), OutletState::kOn);
  pdu.outlet(1).SetLoadWatts(0).value();
  pdu.ResetBreaker(1).value();
  EXPECT_EQ(pdu.outlet(12).state(), OutletState::kOn);
  pdu.TripBreaker(2).value();
  EXPECT_EQ(pdu.outlet(13).state(), OutletState::kOff);
}

// rPDU2SensorTempHumidityStatusTempC, in tenths, and ...RelativeHumidity.
TEST_F(FakePduFaultsTest, AProbeReadsWhatTheTestSays) {
  const Oid row{1, 3, 6, 1, 4, 1, 318, 1, 1, 26, 10, 2, 2, 1};
  FakePdu pdu = Start("AP8953");
  TestClient client = Client(pdu);

  pdu.SetTemperature(1, 31.5).value();
  pdu.SetHumidity(1, 70).value();

  EXPECT_EQ(client.Get({row.Child({8, 1})}).value(), Value::Integer32(315));
  EXPECT_EQ(client.Get({row.Child({10, 1})}).value(), Value::Integer32(70));
}

// pmPowerMgmtGroupTablePowerControl, powerOff(3), and ...GroupTableStatus.
TEST_F(FakePduFaultsTest, AGroupsCommandIsForItsOutletsAlone) {
  const Oid row{1, 3, 6, 1, 4, 1, 10418, 17, 2, 5, 7, 1};
  const FakePdu pdu = Start("PM3024");
  TestClient client = Client(pdu);

  client.Set({{row.Child({4, 1}), Value::Integer32(3)}});

  EXPECT_EQ(pdu.outlet(1).state(), OutletState::kOff);
  EXPECT_EQ(pdu.outlet(2).state(), OutletState::kOn);
  EXPECT_EQ(pdu.outlet(9).state(), OutletState::kOff);
  EXPECT_EQ(pdu.outlet(17).state(), OutletState::kOff);
  EXPECT_EQ(client.Get({row.Child({3, 1})}).value(), Value::Integer32(1));
}

TEST_F(FakePduFaultsTest, ARelayCanBeSlowAndFailToClose) {
  const FakePdu pdu = Start("AP7900");
  FakeOutlet outlet = pdu.outlet(3);

  outlet.SetRelayDelay(seconds(3));
  outlet.Command(OutletCommand::kOff).value();
  EXPECT_EQ(outlet.state(), OutletState::kOn);
  clock_.Advance(seconds(3));
  EXPECT_EQ(outlet.state(), OutletState::kOff);

  outlet.SetRelayDelay({});
  outlet.SetRelayFault(RelayFault::kNeverCloses);
  outlet.Switch(OutletState::kOn);
  EXPECT_EQ(outlet.state(), OutletState::kOff);
}

TEST_F(FakePduFaultsTest, ALostConfigurationHasNoNamesNorLocks) {
  FakePdu pdu = Start("AP7900");
  const std::string factory_name = pdu.outlet(3).name();
  pdu.outlet(3).SetName("web-1");
  pdu.outlet(3).SetLocked(true);

  pdu.LoseConfiguration();

  EXPECT_EQ(pdu.outlet(3).name(), factory_name);
  EXPECT_TRUE(pdu.outlet(3).Command(OutletCommand::kOff).ok());
}

}  // namespace
}  // namespace pdukit::fake_pdu
