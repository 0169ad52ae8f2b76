#include "client/drivers/schleifenbauer.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Unit and names as in a capture.
class SchleifenbauerTest : public DriverFixture {
 protected:
  SchleifenbauerTest() : DriverFixture("1.3.6.1.4.1.31034.12.1.1.2.7") {
    PutSysObjectId("1.3.6.1.4.1.31034.11.1");
    PutText("1.1.2.210.3", "kwaak");
  }

  void PutSwitched(const std::string& index) {
    PutNumber("3.1.2." + index, 1);
    PutNumber("3.1.3." + index, 0);
    PutNumber("3.1.4." + index, 0);
    PutNumber("3.1.6." + index, 0);
  }
};

TEST_F(SchleifenbauerTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "schleifenbauer");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(SchleifenbauerTest, ListHasNumberAndName) {
  PutSwitched("210.3");

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "kwaak", PowerState::kOn, true}));
}

TEST_F(SchleifenbauerTest, OutletsOfABusAreLabelledWithTheirUnit) {
  PutSwitched("210.3");
  PutSwitched("211.3");

  EXPECT_EQ(Open("auto").value().FindOutlet("211.3").value().number(), 2);
}

TEST_F(SchleifenbauerTest, UnitThatIsNotSwitchedListsItsOutletsAsSuch) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{3, "3", "kwaak", PowerState::kUnknown, false}));
}

TEST_F(SchleifenbauerTest, OffUnlocksFirst) {
  PutSwitched("210.3");
  WhenSet("3.1.2.210.3", 0, "3.1.2.210.3", 0);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("3.1.4.210.3=1", "3.1.2.210.3=0"));
}

TEST_F(SchleifenbauerTest, OnUnlocksFirst) {
  PutSwitched("210.3");

  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("3.1.4.210.3=1", "3.1.2.210.3=1"));
}

TEST_F(SchleifenbauerTest, RebootHasItsOwnColumn) {
  PutSwitched("210.3");
  WhenSet("3.1.6.210.3", 1, "3.1.2.210.3", 0, 1);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("3.1.4.210.3=1", "3.1.6.210.3=1"));
}

TEST_F(SchleifenbauerTest, ScheduledOutletIsPending) {
  PutSwitched("210.3");
  PutNumber("3.1.2.210.3", 0);
  PutNumber("3.1.3.210.3", 1);

  EXPECT_EQ(Outlet("auto", 3).Status().value(), PowerState::kPendingOn);
}

TEST_F(SchleifenbauerTest, ReadsWhatTheOutletMeters) {
  PutSwitched("210.3");
  PutNumber("2.1.2.210.3", 66);
  PutNumber("2.1.4.210.3", 4706);
  PutNumber("2.1.5.210.3", 32);
  PutNumber("2.1.7.210.3", 22878);
  PutNumber("2.1.10.210.3", 73);
  PutNumber("2.1.11.210.3", 34);

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.energy, (Measurement{66000, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.4706, "outlet 3"}));
  EXPECT_EQ(reading.current, (Measurement{0.32, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{228.78, "outlet 3"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{73, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{34, "outlet 3"}));
}

// As on the capture: the third of three inputs.
TEST_F(SchleifenbauerTest, PhasesAreReadThoughNoOutletIsMetered) {
  const std::string input = ".1.3.6.1.4.1.31034.12.1.1.2.6.1.1.";
  PutNumber(input + "4.210.3", 4706);
  PutNumber(input + "5.210.3", 32);
  PutNumber(input + "7.210.3", 22878);
  PutNumber(input + "10.210.3", 34);

  const std::vector<PlaceReading> phases =
      Open("auto").value().ReadPlaces(MeterPlace::kPhase).value();

  ASSERT_EQ(phases.size(), 1U);
  EXPECT_EQ(phases[0].Name(), "phase 3");
  EXPECT_EQ(phases[0].reading.power_factor, (Measurement{0.4706, "phase 3"}));
  EXPECT_EQ(phases[0].reading.current, (Measurement{0.32, "phase 3"}));
  EXPECT_EQ(phases[0].reading.voltage, (Measurement{228.78, "phase 3"}));
  EXPECT_EQ(phases[0].reading.active_power, (Measurement{34, "phase 3"}));
}

TEST_F(SchleifenbauerTest, RebootTakesTenSeconds) {
  const OutletRow outlet{3, {210, 3}, ""};

  EXPECT_EQ(RebootDuration(session(), Schleifenbauer(), outlet).value(),
            std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
