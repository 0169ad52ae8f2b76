// Cords, phases and branches as in a capture of a Switched PDU of two cords.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class ServertechSentry4Test : public DriverFixture {
 protected:
  ServertechSentry4Test() : DriverFixture("1.3.6.1.4.1.1718.4.1") {
    PutSysObjectId("1.3.6.1.4.1.1718.4");
    PutOutlet("1.1.1", "AA1");
    PutOutlet("2.1.1", "BA1");
    PutNumber("3.3.1.3.2.1", 856);
    PutNumber("3.3.1.8.2.1", 95);
    PutNumber("3.3.1.10.2.1", 37008);
    PutNumber("3.3.1.11.2.1", 600);
  }

  void PutOutlet(const std::string& index, const std::string& id) {
    PutText("8.2.1.2." + index, id);
    PutText("8.2.1.3." + index, "name " + id);
    PutText("8.2.1.5." + index, "\x80");  // switched
    PutNumber("8.3.1.1." + index, 1);
    PutNumber("8.5.1.1." + index, 3);  // idleOn
    PutNumber("8.5.1.2." + index, 0);
  }

  SnmpPdu Pdu() { return Open("auto").value(); }
};

TEST_F(ServertechSentry4Test, IsFoundByItsSysObjectId) {
  EXPECT_EQ(Pdu().family(), "servertech_sentry4");
}

TEST_F(ServertechSentry4Test, ListsTheOutletsOfEveryUnit) {
  EXPECT_THAT(
      Pdu().outlets().value(),
      ElementsAre(OutletInfo{1, "AA1", "name AA1", PowerState::kOn, true},
                  OutletInfo{2, "BA1", "name BA1", PowerState::kOn, true}));
}

TEST_F(ServertechSentry4Test, OffIsTwoAndShowsAsTwo) {
  WhenSet("8.5.1.2.2.1.1", 2, "8.3.1.1.2.1.1", 2);

  Result<void> off = Pdu().FindOutlet("BA1").value().Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("8.5.1.2.2.1.1=2"));
}

TEST_F(ServertechSentry4Test, UnknownIsUnknown) {
  PutNumber("8.3.1.1.1.1.1", 0);

  EXPECT_EQ(Outlet("auto", 1).Status().value(), PowerState::kUnknown);
}

TEST_F(ServertechSentry4Test, PendingOffIsPending) {
  PutNumber("8.5.1.1.1.1.1", 9);

  EXPECT_EQ(Outlet("auto", 1).Status().value(), PowerState::kPendingOff);
}

TEST_F(ServertechSentry4Test, SaysThatAnOutletThatIsNotSwitchedHasNoRelay) {
  PutText("8.2.1.5.1.1.1", "\x40");

  Result<void> off = Outlet("auto", 1).Off();

  EXPECT_EQ(off.error().kind, ErrorKind::kUnsupported);
}

TEST_F(ServertechSentry4Test, ReadsTheOutletsOwnMeters) {
  PutNumber("8.3.1.3.1.1.1", 15);
  PutNumber("8.3.1.6.1.1.1", 2117);
  PutNumber("8.3.1.14.1.1.1", 99);

  PowerReading reading = Outlet("auto", 1).Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.15, "outlet 1"}));
  EXPECT_EQ(reading.voltage, (Measurement{211.7, "outlet 1"}));
  EXPECT_EQ(reading.energy, (Measurement{99, "outlet 1"}));
}

TEST_F(ServertechSentry4Test, ReadsTheCordForWhatTheOutletDoesNotMeter) {
  PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.active_power, (Measurement{856, "inlet 2.1"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.95, "inlet 2.1"}));
  EXPECT_EQ(reading.energy, (Measurement{3700800, "inlet 2.1"}));
  EXPECT_EQ(reading.frequency, (Measurement{60, "inlet 2.1"}));
}

TEST_F(ServertechSentry4Test, ReadsTheBranchAndPhaseThatTheOutletNames) {
  PutText("8.2.1.30.2.1.1", "BA1");
  PutText("8.2.1.32.2.1.1", "BA2");
  PutText("5.2.1.2.2.1.1", "BA1");
  PutText("7.2.1.2.2.1.2", "BA2");
  PutNumber("5.3.1.3.2.1.1", 2098);
  PutNumber("7.3.1.3.2.1.2", 215);

  PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.current, (Measurement{2.15, "bank 2.1.2"}));
  EXPECT_EQ(reading.voltage, (Measurement{209.8, "phase 2.1.1"}));
}

TEST_F(ServertechSentry4Test, TakesNoPhaseThatDoesNotShowTheId) {
  PutText("8.2.1.30.2.1.1", "BA1");
  PutText("5.2.1.2.2.1.1", "BA3");
  PutNumber("5.3.1.3.2.1.1", 2098);

  EXPECT_EQ(Outlet("auto", 2).Read().value().voltage, std::nullopt);
}

}  // namespace
}  // namespace pdukit::client
