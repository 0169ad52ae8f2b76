#include "client/drivers/hpe.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in the captures of a P9S18A (below 11) and of a maPDU (below 7).
class HpeTest : public DriverFixture {
 protected:
  HpeTest() : DriverFixture("1.3.6.1.4.1.232.165") {}

  void PutControl(const std::string& table, const std::string& index) {
    PutNumber(table + ".1." + index, 2);
    PutNumber(table + ".2." + index, -1);
    PutNumber(table + ".3." + index, -1);
    PutNumber(table + ".4." + index, -1);
    PutNumber(table + ".6." + index, 4);
    PutNumber(table + ".7." + index, 10);
    PutNumber(table + ".8." + index, 1);
    PutNumber(table + ".9." + index, 60);
  }
  void PutPdu3Outlet() {
    PutSysObjectId("1.3.6.1.4.1.232.165.11");
    PutText("11.5.1.1.2.1.3", "OUTLET 3");
    PutNumber("11.5.1.1.5.1.3", 65);
    PutNumber("11.5.1.1.13.1.3", 154);
    PutNumber("11.5.1.1.14.1.3", 12);
    PutNumber("11.5.1.1.16.1.3", 98);
    PutNumber("11.2.1.1.1.1", 1);
    PutNumber("11.2.1.1.2.1", 500);
    PutNumber("11.2.2.1.1.1.1", 1);
    PutNumber("11.2.2.1.3.1.1", 2298);
  }
  void PutPdu3() {
    PutPdu3Outlet();
    PutControl("11.5.2.1", "1.3");
  }
  void PutPdu2() {
    PutSysObjectId("1.3.6.1.4.1.232.165.7");
    PutText("7.5.1.1.2.0.6", "Outlet L1-6");
    PutNumber("7.5.1.1.5.0.6", 450);
    PutNumber("7.5.1.1.14.0.6", 77);
    PutNumber("7.5.1.1.17.0.6", -707);
    PutNumber("7.2.1.1.1.0", 1);
    PutNumber("7.2.2.1.1.0.1", 1);
    PutNumber("7.2.2.1.3.0.1", 242440);
    PutControl("7.5.2.1", "0.6");
  }
  void PutModular() {
    PutSysObjectId("1.3.6.1.4.1.232.165.5");
    PutText("5.2.1.1.2.1.3", "on");
    PutNumber("5.2.1.1.6.1.3", 2095);
    PutNumber("5.2.1.1.7.1.3", 175);
  }
};

TEST_F(HpeTest, IsFoundByItsSysObjectId) {
  PutPdu3();

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "hpe");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(HpeTest, OlderGenerationIsFoundByItsSysObjectId) {
  PutPdu2();

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "hpe");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(HpeTest, OlderGenerationIsFoundByItsOutlets) {
  PutPdu2();
  PutSysObjectId("1.3.6.1.4.1.8072.3.2.10");

  EXPECT_EQ(Open("auto").value().family(), "hpe");
}

TEST_F(HpeTest, UpsIsNotTakenForAPdu) {
  PutSysObjectId("1.3.6.1.4.1.232.165.3");
  PutNumber("3.1.1.0", 1);

  EXPECT_FALSE(Open("auto").ok());
}

TEST_F(HpeTest, ListHasNumberAndName) {
  PutPdu3();

  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{3, "3", "OUTLET 3", PowerState::kOn, true}));
}

TEST_F(HpeTest, ListLeavesOutRowsForTheOutletsOfLargerModels) {
  PutPdu3();
  PutText("11.5.1.1.2.1.4", std::string(8, '\0'));
  PutNumber("11.5.2.1.1.1.4", 0);

  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{3, "3", "OUTLET 3", PowerState::kOn, true}));
}

TEST_F(HpeTest, OutletsOfTwoPdusAreLabelledWithTheirPdu) {
  PutPdu3();
  PutText("11.5.1.1.2.2.3", "OUTLET 3");

  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(
          OutletInfo{1, "1.3", "OUTLET 3", PowerState::kOn, true},
          OutletInfo{2, "2.3", "OUTLET 3", PowerState::kUnknown, false}));
}

TEST_F(HpeTest, OffWritesADelayOfZeroToTheOffColumn) {
  PutPdu3();
  WhenSet("11.5.2.1.2.1.3", 0, "11.5.2.1.1.1.3", 1);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("11.5.2.1.2.1.3=0"));
}

TEST_F(HpeTest, OnWritesADelayOfZeroToTheOnColumn) {
  PutPdu3();

  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("11.5.2.1.3.1.3=0"));
}

TEST_F(HpeTest, RebootWritesADelayOfZeroToTheRebootColumn) {
  PutPdu3();
  WhenSet("11.5.2.1.4.1.3", 0, "11.5.2.1.1.1.3", 4, 2);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("11.5.2.1.4.1.3=0"));
}

TEST_F(HpeTest, DelayedOffWritesTheOutletsShutoffDelay) {
  PutPdu3();
  WhenSet("11.5.2.1.2.1.3", 60, "11.5.2.1.1.1.3", 3);

  const Result<void> off = Outlet("auto", 3).DelayedOff();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("11.5.2.1.2.1.3=60"));
}

TEST_F(HpeTest, CancelStopsEveryCountdown) {
  PutPdu3();

  const Result<void> cancel = Outlet("auto", 3).Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
  EXPECT_THAT(sets(), ElementsAre("11.5.2.1.2.1.3=-1", "11.5.2.1.3.1.3=-1",
                                  "11.5.2.1.4.1.3=-1"));
}

TEST_F(HpeTest, OlderGenerationHasItsOwnTree) {
  PutPdu2();
  WhenSet("7.5.2.1.2.0.6", 0, "7.5.2.1.1.0.6", 1);

  const Result<void> off = Outlet("auto", 6).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("7.5.2.1.2.0.6=0"));
}

TEST_F(HpeTest, OutletThatIsOnlyMeteredIsListedAsSuch) {
  PutPdu3Outlet();

  EXPECT_FALSE(Open("auto").value().outlets().value().front().switchable);
}

TEST_F(HpeTest, ModularPduOnlyMeters) {
  PutModular();

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "", PowerState::kOn, false}));
  EXPECT_EQ(Outlet("auto", 3).Off().error().kind, ErrorKind::kUnsupported);
}

TEST_F(HpeTest, ManagementModuleSaysThatItHasNoOutlets) {
  PutSysObjectId("1.3.6.1.4.1.232.165.2");

  EXPECT_EQ(Open("auto").error().kind, ErrorKind::kUnsupported);
}

TEST_F(HpeTest, ReadsWhatTheOutletMeters) {
  PutPdu3();

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.65, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{154, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{12000, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.98, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{229.8, "phase 1"}));
  EXPECT_EQ(reading.frequency, (Measurement{50, "unit"}));
}

TEST_F(HpeTest, DoesNotGuessThePhaseOfAnOutlet) {
  PutPdu3();
  PutNumber("11.2.1.1.1.1", 4);

  EXPECT_EQ(Outlet("auto", 3).Read().value().voltage, std::nullopt);
}

TEST_F(HpeTest, ReadsThePhasesThatTheUnitHas) {
  PutPdu3();
  PutNumber("11.2.2.1.11.1.1", 65);
  PutNumber("11.2.2.1.1.1.2", 0);
  PutNumber("11.2.2.1.3.1.2", 0);

  EXPECT_THAT(Places("auto", MeterPlace::kPhase),
              ElementsAre("phase 1: voltage=229.8 V (phase 1)  current=0.65 A "
                          "(phase 1)"));
}

TEST_F(HpeTest, OlderGenerationHasItsOwnScales) {
  PutPdu2();

  const PowerReading reading = Outlet("auto", 6).Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.45, "outlet 6"}));
  EXPECT_EQ(reading.active_power, (Measurement{77, "outlet 6"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.707, "outlet 6"}));
  EXPECT_EQ(reading.voltage, (Measurement{242.44, "phase 1"}));
}

TEST_F(HpeTest, ReadsTheLoadSegmentOfAModularPdu) {
  PutModular();

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{209.5, "outlet 3"}));
  EXPECT_EQ(reading.current, (Measurement{1.75, "outlet 3"}));
}

TEST_F(HpeTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  PutPdu3();

  const OutletRow outlet{3, {1, 3}, ""};

  EXPECT_EQ(RebootDuration(session(), Hpe(), outlet).value(),
            std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
