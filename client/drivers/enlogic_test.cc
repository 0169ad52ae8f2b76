#include "client/drivers/enlogic.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Phases and unit as in a capture of an EN1814.
class EnlogicTest : public DriverFixture {
 protected:
  EnlogicTest() : DriverFixture("1.3.6.1.4.1.38446.1") {
    PutSysObjectId("1.3.6.1.4.1.38446.1");
    PutNumber("2.4.1.4.1", 1120);
    PutNumber("2.4.1.5.1", 1222);
    PutNumber("2.4.1.9.1", 527776);
    PutNumber("3.4.1.5.1.2", 472);
    PutNumber("3.4.1.6.1.2", 205);
    PutNumber("3.4.1.9.1.2", 91);
  }

  void PutSwitched(const std::string& index) {
    PutText("5.2.1.2." + index, "web");
    PutNumber("5.2.1.6." + index, 10);
    PutNumber("5.3.1.4." + index, 2);
    PutNumber("5.4.1.4." + index, 1);
    PutNumber("5.5.1.4." + index, 2);
  }
  void PutMetered(const std::string& index) {
    PutNumber("5.9.1.5." + index, 63);
    PutNumber("5.9.1.6." + index, 120);
    PutNumber("5.9.1.7." + index, 93);
    PutNumber("5.9.1.11." + index, 3046);
  }
};

TEST_F(EnlogicTest, IsFoundByItsSysObjectId) {
  PutSwitched("1.3");

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "enlogic");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(EnlogicTest, ListHasNumberAndName) {
  PutSwitched("1.3");

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "web", PowerState::kOn, true}));
}

TEST_F(EnlogicTest, OutletsOfAChainAreLabelledWithTheirUnit) {
  PutSwitched("1.3");
  PutSwitched("2.3");

  EXPECT_EQ(Open("auto").value().FindOutlet("2.3").value().number(), 2);
}

TEST_F(EnlogicTest, UnitThatIsOnlyMeteredListsItsOutletsAsSuch) {
  PutMetered("1.3");

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "", PowerState::kUnknown, false}));
}

TEST_F(EnlogicTest, OutletThatIsOnlyMeteredHasNoKnownState) {
  PutMetered("1.3");

  EXPECT_EQ(Outlet("auto", 3).Status().value(), PowerState::kUnknown);
}

TEST_F(EnlogicTest, UnitWithoutOutletTablesIsReadAndNotSwitched) {
  EXPECT_THAT(Open("auto").value().outlets().value(), IsEmpty());
  EXPECT_EQ(Outlet("auto", 24).Read().value().active_power,
            (Measurement{1120, "unit"}));
  EXPECT_EQ(Outlet("auto", 24).Off().error().kind, ErrorKind::kUnsupported);
}

TEST_F(EnlogicTest, OffIsOne) {
  PutSwitched("1.3");
  WhenSet("5.5.1.4.1.3", 1, "5.4.1.4.1.3", 0);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("5.5.1.4.1.3=1"));
}

TEST_F(EnlogicTest, OnIsTwo) {
  PutSwitched("1.3");

  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("5.5.1.4.1.3=2"));
}

TEST_F(EnlogicTest, DelayedOffIsThree) {
  PutSwitched("1.3");
  WhenSet("5.5.1.4.1.3", 3, "5.4.1.4.1.3", 1, 0);

  const Result<void> off = Outlet("auto", 3).DelayedOff();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("5.5.1.4.1.3=3"));
}

TEST_F(EnlogicTest, DelayedOnIsFour) {
  PutSwitched("1.3");

  const Result<void> on = Outlet("auto", 3).DelayedOn();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("5.5.1.4.1.3=4"));
}

TEST_F(EnlogicTest, RebootIsFive) {
  PutSwitched("1.3");
  WhenSet("5.5.1.4.1.3", 5, "5.4.1.4.1.3", 0, 1);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("5.5.1.4.1.3=5"));
}

TEST_F(EnlogicTest, ReadsWhatTheOutletMeters) {
  PutSwitched("1.3");
  PutMetered("1.3");

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.63, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{120, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.93, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{304600, "outlet 3"}));
}

TEST_F(EnlogicTest, ReadsPhaseAndUnitOfAnOutletThatIsNotMetered) {
  PutSwitched("1.3");

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{4.72, "phase 2"}));
  EXPECT_EQ(reading.voltage, (Measurement{205, "phase 2"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.91, "phase 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{1120, "unit"}));
  EXPECT_EQ(reading.energy, (Measurement{52777600, "unit"}));
}

TEST_F(EnlogicTest, ReadsPhasesAndUnitWithoutOutlets) {
  EXPECT_THAT(Places("enlogic"),
              ElementsAre("phase 2: voltage=205 V (phase 2)  current=4.72 A "
                          "(phase 2)  power_factor=0.91 (phase 2)",
                          ::testing::StartsWith("unit: apparent_power=1222")));
}

TEST_F(EnlogicTest, PhasesOfAChainAreToldFromEachOther) {
  PutSwitched("1.3");
  PutSwitched("2.3");
  PutNumber("3.4.1.5.2.2", 113);

  EXPECT_THAT(Places("enlogic", MeterPlace::kPhase),
              ElementsAre(::testing::StartsWith("phase 1.2:"),
                          "phase 2.2: current=1.13 A (phase 2.2)"));
  EXPECT_EQ(Outlet("enlogic", 2).Read().value().current,
            (Measurement{1.13, "phase 2.2"}));
}

TEST_F(EnlogicTest, OutletBetweenTwoPhasesHasNoPhase) {
  PutSwitched("1.3");
  PutNumber("5.3.1.4.1.3", 5);

  EXPECT_EQ(Outlet("auto", 3).Read().value().current, std::nullopt);
}

TEST_F(EnlogicTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  PutSwitched("1.3");

  const OutletRow outlet{3, {1, 3}, ""};

  EXPECT_EQ(RebootDuration(session(), Enlogic(), outlet).value(),
            std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
