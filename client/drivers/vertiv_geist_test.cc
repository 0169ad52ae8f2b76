// Unit and phases as in a capture of an MG02E4W1.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class VertivGeistTest : public DriverFixture {
 protected:
  VertivGeistTest() : DriverFixture("1.3.6.1.4.1.21239.5.2.3") {
    PutSysObjectId("1.3.6.1.4.1.21239.42.1.52");
    for (int outlet = 1; outlet <= 2; ++outlet) {
      const std::string row = "." + std::to_string(outlet);
      PutText("5.1.2" + row, "Outlet " + std::to_string(outlet));
      PutText("5.1.3" + row, "web-" + std::to_string(outlet));
      PutNumber("5.1.4" + row, outlet);
      PutNumber("5.1.6" + row, 8);
      PutNumber("5.1.11" + row, 5);
    }
    PutText("1.1.3.1", "Geist Upgradable rPDU");
    Put("1.1.9.1", Value::Gauge32(1017));
    Put("1.1.11.1", Value::Gauge32(95));
    Put("1.1.12.1", Value::Gauge32(8483906));
    PutText("2.1.2.1", "Phase A");
    Put("2.1.4.1", Value::Gauge32(2350));
    Put("2.1.8.1", Value::Gauge32(95));
  }

  void RemoveSwitches() {
    for (const char* column : {"2", "3", "4", "6", "11"}) {
      Remove("5.1." + std::string(column) + ".1");
      Remove("5.1." + std::string(column) + ".2");
    }
  }

  PowerState Status(int state) {
    PutNumber("5.1.4.1", state);
    return Outlet("auto", 1).Status().value();
  }
};

TEST_F(VertivGeistTest, IsFoundByItsObjects) {
  EXPECT_EQ(Open("auto").value().family(), "vertiv_geist");
}

TEST_F(VertivGeistTest, UnitWithoutSwitchedOutletsIsReadAndNotSwitched) {
  RemoveSwitches();

  EXPECT_THAT(Open("auto").value().outlets().value(), IsEmpty());
  EXPECT_EQ(Outlet("auto", 1).Read().value().active_power,
            (Measurement{1017, "unit"}));
  EXPECT_EQ(Outlet("auto", 1).Off().error().kind, ErrorKind::kUnsupported);
}

TEST_F(VertivGeistTest, UnitThatOnlyMetersItsOutletsListsThemByTheirLabels) {
  RemoveSwitches();
  PutText("6.1.2.1", "Outlet 1");
  PutText("6.1.3.1", "web-1");
  Put("6.1.8.1", Value::Gauge32(42));

  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "web-1", PowerState::kUnknown, false}));
  EXPECT_EQ(Outlet("auto", 1).Read().value().current,
            (Measurement{0.42, "outlet 1"}));
}

TEST_F(VertivGeistTest, DeviceWithoutAUnitIsNone) {
  RemoveSwitches();
  Remove("1.1.3.1");

  EXPECT_EQ(Open("auto").error().kind, ErrorKind::kUnknownFamily);
}

TEST_F(VertivGeistTest, ListsOutletsByTheUsersLabels) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1", "web-1", PowerState::kOn, true},
                          OutletInfo{2, "2", "web-2", PowerState::kOff, true}));
}

TEST_F(VertivGeistTest, OffIsFourAndShowsAsTwo) {
  WhenSet("5.1.6.1", 4, "5.1.4.1", 2);

  Result<void> off = Outlet("auto", 1).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("5.1.6.1=4"));
}

TEST_F(VertivGeistTest, OnIsTwoAndShowsAsOne) {
  WhenSet("5.1.6.2", 2, "5.1.4.2", 1);

  Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
}

TEST_F(VertivGeistTest, DelayedOffIsFiveAndPending) {
  WhenSet("5.1.6.1", 5, "5.1.4.1", 3);

  Result<void> delayed = Outlet("auto", 1).DelayedOff();

  EXPECT_TRUE(delayed.ok()) << delayed;
}

TEST_F(VertivGeistTest, CancelIsOne) {
  PutNumber("5.1.4.1", 3);
  WhenSet("5.1.6.1", 1, "5.1.4.1", 1);

  Result<void> cancel = Outlet("auto", 1).Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
}

TEST_F(VertivGeistTest, OutletAboutToRebootIsStillOn) {
  EXPECT_EQ(Status(5), PowerState::kPendingOff);
}

TEST_F(VertivGeistTest, OutletInItsRebootIsOff) {
  EXPECT_EQ(Status(6), PowerState::kPendingOn);
}

TEST_F(VertivGeistTest, UnavailableIsUnknown) {
  EXPECT_EQ(Status(7), PowerState::kUnknown);
}

TEST_F(VertivGeistTest, ReadsTheOutletThatHasTheSameNameInBothTables) {
  PutText("6.1.2.1", "Outlet 1");
  Put("6.1.4.1", Value::Gauge32(2301));
  Put("6.1.8.1", Value::Gauge32(42));

  PowerReading reading = Outlet("auto", 1).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{230.1, "outlet 1"}));
  EXPECT_EQ(reading.current, (Measurement{0.42, "outlet 1"}));
}

TEST_F(VertivGeistTest, DoesNotTakeTheMeterOfAnotherOutlet) {
  PutText("6.1.2.1", "Outlet 7");
  Put("6.1.8.1", Value::Gauge32(42));

  EXPECT_EQ(Outlet("auto", 1).Read().value().current,
            (Measurement{0.95, "phase 1"}));
}

TEST_F(VertivGeistTest, ReadsTheOnlyPhaseAndTheOnlyUnit) {
  PowerReading reading = Outlet("auto", 1).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{235, "phase 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{1017, "unit"}));
  EXPECT_EQ(reading.energy, (Measurement{8483906, "unit"}));
}

TEST_F(VertivGeistTest, ReadsNoPhaseIfItIsNotKnownWhichFeedsTheOutlet) {
  PutText("2.1.2.2", "Phase B");

  EXPECT_EQ(Outlet("auto", 1).Read().value().voltage, std::nullopt);
}

}  // namespace
}  // namespace pdukit::client
