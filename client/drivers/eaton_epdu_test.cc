#include "client/drivers/eaton_epdu.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Return;

// Values as in a capture of an EMA114-10.
class EatonEpduTest : public DriverFixture {
 protected:
  EatonEpduTest() : DriverFixture("1.3.6.1.4.1.534.6.6.7") {
    PutSysObjectId("1.3.6.1.4.1.534.6.6.7");
    PutOutlet("0.3", "A3");
    PutNumber("6.4.1.3.0.3", 1215);
    PutNumber("6.5.1.2.0.3", 143);
    PutNumber("6.5.1.3.0.3", 140);
    Put("6.5.1.4.0.3", Value::Gauge32(518440));
    PutNumber("6.5.1.6.0.3", -981);
  }

  void PutOutlet(const std::string& index, const std::string& designator) {
    PutText("6.1.1.3." + index, "Outlet " + designator);
    PutText("6.1.1.6." + index, designator);
    PutNumber("6.6.1.2." + index, 1);
    PutNumber("6.6.1.3." + index, -1);
    PutNumber("6.6.1.4." + index, -1);
    PutNumber("6.6.1.5." + index, -1);
    PutNumber("6.6.1.7." + index, 3);
    PutNumber("6.6.1.8." + index, 10);
    PutNumber("6.6.1.9." + index, 1);
    PutNumber("6.6.1.10." + index, 120);
  }

  void RemoveControl(const std::string& index) {
    for (const char* column : {"2", "3", "4", "5", "7", "8", "9", "10"}) {
      Remove("6.6.1." + std::string(column) + "." + index);
    }
  }

  void PutInput(int type) {
    PutNumber("3.1.1.2.0.1", type);
    PutNumber("3.1.1.3.0.1", 600);
    PutNumber("3.2.1.3.0.1.1", 118450);
    PutNumber("3.3.1.4.0.1.1", 14108);
    PutNumber("3.5.1.4.0.1", 1584);
  }

  PowerState State(int value) {
    PutNumber("6.6.1.2.0.3", value);
    return Outlet("eaton_epdu", 3).Status().value();
  }
};

TEST_F(EatonEpduTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "eaton_epdu");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(EatonEpduTest, ManagedEpduIsNotTakenForOne) {
  PutSysObjectId("1.3.6.1.4.1.534.6.6.6");

  EXPECT_EQ(Identify().value().family->name, "eaton_managed");
}

TEST_F(EatonEpduTest, ListHasNumberDesignatorAndName) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{3, "A3", "Outlet A3", PowerState::kOn, true}));
}

TEST_F(EatonEpduTest, OutletsOfAChainAreLabelledWithTheirUnit) {
  PutOutlet("5.3", "A3");

  EXPECT_EQ(Open("auto").value().FindOutlet("5.A3").value().number(), 2);
}

TEST_F(EatonEpduTest, OutletWithoutARelayIsListedAsSuch) {
  PutNumber("6.6.1.9.0.3", 2);

  EXPECT_FALSE(Open("auto").value().outlets().value().front().switchable);
}

TEST_F(EatonEpduTest, UnitWithoutAControlTableOnlyMeters) {
  RemoveControl("0.3");

  const Result<void> off = Outlet("auto", 3).Off();

  ASSERT_FALSE(off.ok());
  EXPECT_THAT(off.error().message, HasSubstr("only meter"));
}

TEST_F(EatonEpduTest, OutletOfAnUnswitchedUnitInAChainIsListedAsSuch) {
  PutOutlet("5.3", "A3");
  RemoveControl("5.3");

  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(
          OutletInfo{1, "0.A3", "Outlet A3", PowerState::kOn, true},
          OutletInfo{2, "5.A3", "Outlet A3", PowerState::kUnknown, false}));
}

TEST_F(EatonEpduTest, OutletOfAnUnswitchedUnitInAChainHasNoRelay) {
  PutOutlet("5.3", "A3");
  RemoveControl("5.3");
  ON_CALL(mock(), Set(_, _))
      .WillByDefault(Return(
          Result<void>(Error{ErrorKind::kRefusedByDevice, "noCreation"})));

  const Result<void> off = Outlet("auto", 2).Off();

  ASSERT_FALSE(off.ok());
  EXPECT_THAT(off.error().message, HasSubstr("no relay"));
}

TEST_F(EatonEpduTest, OffWritesADelayOfZeroToTheOffColumn) {
  WhenSet("6.6.1.3.0.3", 0, "6.6.1.2.0.3", 0);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("6.6.1.3.0.3=0"));
}

TEST_F(EatonEpduTest, OnWritesADelayOfZeroToTheOnColumn) {
  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("6.6.1.4.0.3=0"));
}

TEST_F(EatonEpduTest, RebootWritesADelayOfZeroToTheRebootColumn) {
  WhenSet("6.6.1.5.0.3", 0, "6.6.1.2.0.3", 3, 1);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("6.6.1.5.0.3=0"));
}

TEST_F(EatonEpduTest, DelayedOffWritesTheOutletsShutoffDelay) {
  WhenSet("6.6.1.3.0.3", 120, "6.6.1.2.0.3", 2);

  const Result<void> off = Outlet("auto", 3).DelayedOff();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("6.6.1.3.0.3=120"));
}

TEST_F(EatonEpduTest, DelayedOnWritesTheOutletsSequenceDelay) {
  PutNumber("6.6.1.2.0.3", 0);
  WhenSet("6.6.1.4.0.3", 3, "6.6.1.2.0.3", 3);

  const Result<void> on = Outlet("auto", 3).DelayedOn();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("6.6.1.4.0.3=3"));
}

TEST_F(EatonEpduTest, DelayedOnIsRefusedWithoutADelay) {
  PutNumber("6.6.1.7.0.3", -1);

  const Result<void> on = Outlet("auto", 3).DelayedOn();

  ASSERT_FALSE(on.ok());
  EXPECT_EQ(on.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(sets(), IsEmpty());
}

TEST_F(EatonEpduTest, CancelStopsEveryCountdown) {
  const Result<void> cancel = Outlet("auto", 3).Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
  EXPECT_THAT(sets(), ElementsAre("6.6.1.3.0.3=-1", "6.6.1.4.0.3=-1",
                                  "6.6.1.5.0.3=-1"));
}

TEST_F(EatonEpduTest, RunningCountdownIsPending) {
  EXPECT_EQ(State(2), PowerState::kPendingOff);
}

TEST_F(EatonEpduTest, OutletInARebootIsPending) {
  EXPECT_EQ(State(3), PowerState::kPendingOn);
}

TEST_F(EatonEpduTest, ReadsWhatTheOutletMeters) {
  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{1.215, "outlet 3"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{143, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{140, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{518440, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.981, "outlet 3"}));
  EXPECT_EQ(reading.voltage, std::nullopt);
}

TEST_F(EatonEpduTest, ReadsTheInletForWhatTheOutletDoesNotMeter) {
  PutInput(1);

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{118.45, "inlet 1"}));
  EXPECT_EQ(reading.frequency, (Measurement{60, "inlet 1"}));
  EXPECT_EQ(reading.current, (Measurement{1.215, "outlet 3"}));
}

TEST_F(EatonEpduTest, ReadsEveryQuantityOfTheInlet) {
  for (const char* column : {"4.1.3", "5.1.2", "5.1.3", "5.1.4", "5.1.6"}) {
    Remove("6." + std::string(column) + ".0.3");
  }
  PutInput(1);
  PutNumber("3.5.1.3.0.1", 1673);
  Put("3.5.1.5.0.1", Value::Gauge32(8185493));
  PutNumber("3.5.1.7.0.1", 946);

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{14.108, "inlet 1"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{1673, "inlet 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{1584, "inlet 1"}));
  EXPECT_EQ(reading.energy, (Measurement{8185493, "inlet 1"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.946, "inlet 1"}));
}

TEST_F(EatonEpduTest, DoesNotGuessThePhaseOfAnOutlet) {
  PutInput(4);

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.voltage, std::nullopt);
  EXPECT_EQ(reading.frequency, (Measurement{60, "inlet 1"}));
}

TEST_F(EatonEpduTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  const OutletRow outlet{3, {0, 3}, ""};

  EXPECT_EQ(RebootDuration(session(), EatonEpdu(), outlet).value(),
            std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
