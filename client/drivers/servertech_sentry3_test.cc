// Labels and infeeds as in a capture of a Switched CDU of three infeeds.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class ServertechSentry3Test : public DriverFixture {
 protected:
  ServertechSentry3Test() : DriverFixture("1.3.6.1.4.1.1718.3") {
    PutSysObjectId("1.3.6.1.4.1.1718.3");
    PutOutlet("1.1.1", "AA1");
    PutOutlet("1.1.2", "AA2");
    PutOutlet("1.2.1", "AB1");
    PutText("2.2.1.2.1.2", "AB");
    PutNumber("2.2.1.7.1.2", 392);
    PutNumber("2.2.1.11.1.2", 2078);
    PutNumber("1.14.0", 15);
  }

  void PutOutlet(const std::string& index, const std::string& id) {
    PutText("2.3.1.2." + index, id);
    PutText("2.3.1.3." + index, "Outlet " + id);
    PutText("2.3.1.4." + index, "\x20");  // powerControl
    PutNumber("2.3.1.5." + index, 1);
    PutNumber("2.3.1.7." + index, -1);
    PutNumber("2.3.1.10." + index, 5);
    PutNumber("2.3.1.11." + index, 0);
  }

  SnmpPdu Pdu() { return Open("auto").value(); }
};

TEST_F(ServertechSentry3Test, IsFoundByItsSysObjectId) {
  EXPECT_EQ(Pdu().family(), "servertech_sentry3");
}

TEST_F(ServertechSentry3Test, NumbersOutletsThroughAllInfeeds) {
  EXPECT_THAT(
      Pdu().outlets().value(),
      ElementsAre(OutletInfo{1, "AA1", "Outlet AA1", PowerState::kOn, true},
                  OutletInfo{2, "AA2", "Outlet AA2", PowerState::kOn, true},
                  OutletInfo{3, "AB1", "Outlet AB1", PowerState::kOn, true}));
}

TEST_F(ServertechSentry3Test, FindsAnOutletByItsLabel) {
  EXPECT_EQ(Pdu().FindOutlet("AB1").value().number(), 3);
}

TEST_F(ServertechSentry3Test, OffIsTwoAndShowsAsZero) {
  WhenSet("2.3.1.11.1.2.1", 2, "2.3.1.5.1.2.1", 0);

  Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("2.3.1.11.1.2.1=2"));
}

TEST_F(ServertechSentry3Test, PendingOnIsPending) {
  PutNumber("2.3.1.5.1.1.1", 0);
  PutNumber("2.3.1.10.1.1.1", 10);

  EXPECT_EQ(Outlet("auto", 1).Status().value(), PowerState::kPendingOn);
}

TEST_F(ServertechSentry3Test, RebootShowsAsPending) {
  PutNumber("2.3.1.5.1.1.1", 0);
  PutNumber("2.3.1.10.1.1.1", 8);

  EXPECT_EQ(Outlet("auto", 1).Status().value(), PowerState::kPendingOn);
}

TEST_F(ServertechSentry3Test, ErrorWaitAndFuseAreNeverOff) {
  PutNumber("2.3.1.5.1.1.1", 2);  // offWait
  PutNumber("2.3.1.5.1.1.2", 4);  // offError
  PutNumber("2.3.1.5.1.2.1", 8);  // offFuse
  SnmpPdu pdu = Pdu();

  EXPECT_EQ(pdu.outlet(1).value().Status().value(), PowerState::kUnknown);
  EXPECT_EQ(pdu.outlet(2).value().Status().value(), PowerState::kUnknown);
  EXPECT_EQ(pdu.outlet(3).value().Status().value(), PowerState::kUnknown);
}

TEST_F(ServertechSentry3Test, SaysThatAnOutletWithoutPowerControlHasNoRelay) {
  PutText("2.3.1.4.1.1.1", "\xc0");

  Result<void> off = Outlet("auto", 1).Off();

  EXPECT_EQ(off.error().kind, ErrorKind::kUnsupported);
}

TEST_F(ServertechSentry3Test, SaysThatAnOutletIsLocked) {
  PutNumber("2.3.1.10.1.1.1", 7);

  Result<void> off = Outlet("auto", 1).Off();

  EXPECT_EQ(off.error().kind, ErrorKind::kRefusedByDevice);
}

TEST_F(ServertechSentry3Test, HasNoDelayedCommands) {
  EXPECT_EQ(Outlet("auto", 1).DelayedOn().error().kind,
            ErrorKind::kUnsupported);
}

TEST_F(ServertechSentry3Test, ReadsTheOutletsOwnMeters) {
  PutNumber("2.3.1.7.1.2.1", 123);
  PutNumber("2.3.1.13.1.2.1", 2080);
  PutNumber("2.3.1.14.1.2.1", 250);
  PutNumber("2.3.1.18.1.2.1", 4711);

  PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{1.23, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{208, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{250, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{4711, "outlet 3"}));
}

TEST_F(ServertechSentry3Test, ReadsTheInfeedIfTheOutletHasNoMeter) {
  PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{3.92, "inlet AB"}));
  EXPECT_EQ(reading.voltage, (Measurement{207.8, "inlet AB"}));
}

TEST_F(ServertechSentry3Test, ReadsInfeedsAndTowersAsPlaces) {
  PutText("2.2.1.2.1.1", "AA");
  PutNumber("2.2.1.7.1.1", 309);
  PutNumber("2.1.1.11.1", 2100);

  EXPECT_THAT(Places("auto"),
              ElementsAre("inlet AA: current=3.09 A (inlet AA)",
                          "inlet AB: voltage=207.8 V (inlet AB)  "
                          "current=3.92 A (inlet AB)",
                          "unit: active_power=2100 W (unit)"));
}

TEST_F(ServertechSentry3Test, ReadsTheTowersEnergyInKilowattHours) {
  PutNumber("2.1.1.14.1", 12);

  EXPECT_EQ(Outlet("auto", 3).Read().value().energy,
            (Measurement{12000, "unit"}));
}

}  // namespace
}  // namespace pdukit::client
