// What goes wrong with outlets, breakers, the mains and the management card.

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/matchers.h"
#include "tests/faults/outlet_objects.h"
#include "tests/faults/stock_client.h"

namespace pdukit {
namespace {

using fake_pdu::CommandFault;
using fake_pdu::ContactState;
using fake_pdu::EveryOutletIs;
using fake_pdu::FakePdu;
using fake_pdu::OutletIs;
using fake_pdu::OutletState;
using fake_pdu::RelayFault;
using std::chrono::hours;
using std::chrono::seconds;

// PDU2-MIB, of a PX3-5493U: the state of the breaker of bank 1 (0 open, 1
// closed), that of the inlet's voltage and of probe 1 (2 below lower critical,
// 4 normal, 6 above upper critical); outlets, 7 on and 8 off.
const std::string kBreaker = ".1.3.6.1.4.1.13742.6.5.3.3.1.3.1.1.15";
const std::string kVoltageState = ".1.3.6.1.4.1.13742.6.5.2.3.1.3.1.1.4";
const std::string kProbeState = ".1.3.6.1.4.1.13742.6.5.5.3.1.3.1.1";
const std::string kOutlet1 = ".1.3.6.1.4.1.13742.6.4.1.2.1.3.1.1";
const std::string kOutlet13 = ".1.3.6.1.4.1.13742.6.4.1.2.1.3.1.13";
// The active power of outlet 1, in watts.
const std::string kPower1 = ".1.3.6.1.4.1.13742.6.5.4.3.1.4.1.1.5";

// What a program prints of an object.
std::string Read(const FakePdu& pdu, const std::string& object) {
  return RunStock(pdu, "snmpget", object).output;
}

TEST(DeviceFaultsTest, AWeldedRelayStaysOn) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).SetRelayFault(RelayFault::kWelded);

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Prints("2"));
  EXPECT_EQ(Read(pdu, kState), "1");
}

TEST(DeviceFaultsTest, ARelayThatNeverClosesStaysOff) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).Switch(OutletState::kOff);
  pdu.outlet(3).SetRelayFault(RelayFault::kNeverCloses);

  const StockRun set = RunStock(pdu, "snmpset", kOn);

  EXPECT_THAT(set, Prints("1"));
  EXPECT_EQ(Read(pdu, kState), "2");
}

TEST(DeviceFaultsTest, AStuckRelayStaysAsItIs) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).SetRelayFault(RelayFault::kStuck);

  const StockRun set = RunStock(pdu, "snmpset", kReboot);

  EXPECT_THAT(set, Prints("3"));
  EXPECT_EQ(Read(pdu, kState), "1");
}

TEST(DeviceFaultsTest, ASlowRelayMovesLater) {
  ManualClock clock;
  FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();
  pdu.outlet(3).SetRelayDelay(seconds(3));

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Prints("2"));
  EXPECT_EQ(Read(pdu, kState), "1");
  clock.Advance(seconds(3));
  EXPECT_EQ(Read(pdu, kState), "2");
}

TEST(DeviceFaultsTest, AnOutletForgetsWhatItAcknowledges) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).SetCommandFault(CommandFault::kForgets);

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Prints("2"));
  EXPECT_EQ(Read(pdu, kState), "1");
}

TEST(DeviceFaultsTest, ThePduForgetsWhatItAcknowledges) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.SetCommandFault(CommandFault::kForgets);

  // rPDUOutletDevCommand: immediateAllOff.
  const StockRun set =
      RunStock(pdu, "snmpset", ".1.3.6.1.4.1.318.1.1.12.3.1.1.0 i 3");

  EXPECT_EQ(set.status, 0);
  EXPECT_THAT(pdu, EveryOutletIs(OutletState::kOn));
}

TEST(DeviceFaultsTest, ACommandDuringARebootIsSwallowed) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.SetCommandFault(CommandFault::kForgetsWhilePending);
  RunStock(pdu, "snmpset", kReboot);

  const StockRun set = RunStock(pdu, "snmpset", kOn);

  EXPECT_THAT(set, Prints("1"));
  EXPECT_EQ(Read(pdu, kState), "2");
  EXPECT_EQ(Read(pdu, kPending), "1");
}

TEST(DeviceFaultsTest, TheStatusIsStale) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).SetStatusFrozen(true);

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_EQ(set.status, 0);
  EXPECT_EQ(Read(pdu, kState), "1");
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOff));
}

TEST(DeviceFaultsTest, TheStateIsUnknown) {
  FakePdu pdu = FakePdu::Start("DPXS12A-16").value();
  pdu.outlet(3).SetStateUnknown(true);

  // outletOperationalState of PDU-MIB: error.
  const StockRun get =
      RunStock(pdu, "snmpget", ".1.3.6.1.4.1.13742.4.1.2.2.1.3.3");

  EXPECT_THAT(get, Prints("-1"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(DeviceFaultsTest, ALockedOutletRefuses) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).SetLocked(true);

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Fails(2, "inconsistentValue"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(DeviceFaultsTest, AnOutletIsSwitchedBehindTheClientsBack) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).Switch(OutletState::kOff);

  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(walk, Prints("1\n1\n2\n1\n1\n1\n1\n1"));
}

TEST(DeviceFaultsTest, AnOutletIsRenamedBehindTheClientsBack) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(3).SetName("db-3");

  const StockRun get = RunStock(pdu, "snmpget", kNames + ".3");

  EXPECT_THAT(get, Prints("\"db-3\""));
}

TEST(DeviceFaultsTest, AMachineOnALiveOutletDrawsNothing) {
  FakePdu pdu = FakePdu::Start("PX3-5493U").value();
  pdu.outlet(1).SetLoadWatts(460).value();
  const std::string before = Read(pdu, kPower1);
  pdu.outlet(1).SetLoadWatts(0).value();

  const StockRun get = RunStock(pdu, "snmpget", kOutlet1 + ' ' + kPower1);

  EXPECT_EQ(before, "460");
  EXPECT_THAT(get, Prints("7\n0"));
}

TEST(DeviceFaultsTest, AnOverloadIsAnAlarm) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.outlet(1).SetLoadWatts(2000).value();

  // rPDULoadStatusLoadState: phaseLoadOverload.
  const StockRun get =
      RunStock(pdu, "snmpget", ".1.3.6.1.4.1.318.1.1.12.2.3.1.1.3.1");

  EXPECT_THAT(get, Prints("4"));
}

TEST(DeviceFaultsTest, ABreakerIsOpenedByHand) {
  FakePdu pdu = FakePdu::Start("PX3-5493U").value();
  pdu.TripBreaker(1).value();

  const StockRun get =
      RunStock(pdu, "snmpget", kBreaker + ' ' + kOutlet1 + ' ' + kOutlet13);

  EXPECT_THAT(get, Prints("0\n8\n7"));
}

TEST(DeviceFaultsTest, ABreakerTripsByOverload) {
  FakePdu pdu = FakePdu::Start("PX3-5493U").value();
  pdu.outlet(1).SetLoadWatts(5000).value();
  pdu.SetBreakersTrip(true);

  const StockRun get =
      RunStock(pdu, "snmpget", kBreaker + ' ' + kOutlet1 + ' ' + kOutlet13);

  EXPECT_THAT(get, Prints("0\n8\n7"));
}

TEST(DeviceFaultsTest, APhaseFails) {
  FakePdu pdu = FakePdu::Start("AP8981").value();
  pdu.SetVoltage(2, 0).value();

  // rPDU2PhaseStatusVoltage
  const StockRun walk =
      RunStock(pdu, "snmpwalk", ".1.3.6.1.4.1.318.1.1.26.6.3.1.6");

  EXPECT_THAT(walk, Prints("231\n0\n231"));
  EXPECT_THAT(pdu, OutletIs(9, OutletState::kOff));
}

TEST(DeviceFaultsTest, OneOfTwoCordsFails) {
  FakePdu pdu = FakePdu::Start("CW-16V").value();
  pdu.SetVoltage(1, 0, 2).value();

  // infeedVoltage of Sentry3-MIB, in tenths of a volt.
  const StockRun walk =
      RunStock(pdu, "snmpwalk", ".1.3.6.1.4.1.1718.3.2.2.1.11.1");

  EXPECT_THAT(walk, Prints("1200\n0"));
  EXPECT_THAT(pdu, OutletIs(8, OutletState::kOn));
  EXPECT_THAT(pdu, OutletIs(9, OutletState::kOff));
}

TEST(DeviceFaultsTest, ABrownoutIsAnAlarm) {
  FakePdu pdu = FakePdu::Start("PX3-5493U").value();
  pdu.SetVoltage(1, 180).value();

  const StockRun get = RunStock(pdu, "snmpget", kVoltageState);

  EXPECT_THAT(get, Prints("2"));
}

TEST(DeviceFaultsTest, WithoutMainsThePduIsMute) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Unplug();

  const StockRun get = RunStock(pdu, "snmpget -t 0.1", kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_THAT(pdu, EveryOutletIs(OutletState::kOff));
}

TEST(DeviceFaultsTest, BackOnTheMainsThePduCountsFromZero) {
  ManualClock clock;
  FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();
  clock.Advance(hours(1));
  pdu.Unplug();
  pdu.Plug();

  const StockRun get = RunStock(pdu, "snmpget -Ot", kUptime);

  EXPECT_THAT(get, Prints("0"));
}

TEST(DeviceFaultsTest, ACardThatRestartsIsMuteForAWhile) {
  ManualClock clock;
  FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();
  pdu.Restart(seconds(30));

  const StockRun get = RunStock(pdu, "snmpget -t 0.1", kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_THAT(pdu, EveryOutletIs(OutletState::kOn));
  clock.Advance(seconds(30));
  EXPECT_EQ(Read(pdu, kState), "1");
}

TEST(DeviceFaultsTest, ACardThatRestartedCountsFromZero) {
  ManualClock clock;
  FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();
  clock.Advance(hours(1));
  pdu.Restart();

  const StockRun get = RunStock(pdu, "snmpget -Ot", kUptime);

  EXPECT_THAT(get, Prints("0"));
  EXPECT_THAT(pdu, EveryOutletIs(OutletState::kOn));
}

TEST(DeviceFaultsTest, ARestartDuringARebootLeavesTheOutletOff) {
  ManualClock clock;
  FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();
  RunStock(pdu, "snmpset", kReboot);
  pdu.Restart();
  clock.Advance(hours(1));

  const StockRun get = RunStock(pdu, "snmpget", kState + ' ' + kPending);

  EXPECT_THAT(get, Prints("2\n2"));
}

TEST(DeviceFaultsTest, ALostConfigurationHasTheNamesOfTheFactory) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  RunStock(pdu, "snmpset", kSystemName + " s rack4");
  pdu.LoseConfiguration();

  const StockRun get = RunStock(pdu, "snmpget", kSystemName);

  EXPECT_THAT(get, Prints("\"AP7900\""));
}

TEST(DeviceFaultsTest, AProbeIsOutOfRange) {
  FakePdu pdu = FakePdu::Start("PX3-5493U").value();
  pdu.SetTemperature(1, 60).value();

  const StockRun get = RunStock(pdu, "snmpget", kProbeState);

  EXPECT_THAT(get, Prints("6"));
}

TEST(DeviceFaultsTest, TheAirIsTooDamp) {
  FakePdu pdu = FakePdu::Start("AP8953").value();
  pdu.SetHumidity(1, 95).value();

  // rPDU2SensorTempHumidityStatusRelativeHumidity
  const StockRun get =
      RunStock(pdu, "snmpget", ".1.3.6.1.4.1.318.1.1.26.10.2.2.1.10.1");

  EXPECT_THAT(get, Prints("95"));
}

// measurementsExternalSensorState of the front door: open(0), closed(1).
TEST(DeviceFaultsTest, ADoorIsOpened) {
  FakePdu pdu = FakePdu::Start("PX3-5493U").value();
  const char* const door = ".1.3.6.1.4.1.13742.6.5.5.3.1.3.1.3";
  EXPECT_THAT(RunStock(pdu, "snmpget", door), Prints("1"));
  pdu.SetContact(3, ContactState::kOpen).value();

  const StockRun get = RunStock(pdu, "snmpget", door);

  EXPECT_THAT(get, Prints("0"));
}

}  // namespace
}  // namespace pdukit
