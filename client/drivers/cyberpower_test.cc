#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class CyberpowerTest : public DriverFixture {
 protected:
  CyberpowerTest() : DriverFixture("1.3.6.1.4.1.3808.1.1.3") {
    PutSysObjectId("1.3.6.1.4.1.3808.1.1.3");
    PutNumber("1.8.0", 2);
    PutNumber("3.1.3.0", 1);
    PutNumber("3.1.5.0", 0);
    for (int outlet = 1; outlet <= 2; ++outlet) {
      const std::string row = "." + std::to_string(outlet);
      PutText("3.5.1.1.2" + row, "Outlet" + std::to_string(outlet));
      PutNumber("3.5.1.1.3" + row, 1);
      PutNumber("3.5.1.1.4" + row, 1);
      PutNumber("3.5.1.1.5" + row, 2);
      PutNumber("3.5.1.1.6" + row, 2);
      Put("3.5.1.1.7" + row, Value::Gauge32(0));
      PutNumber("3.4.1.1.6" + row, 5);
    }
    PutLoad(1, 1, 0, 63);
    PutLoad(2, 1, 1, 41);
    PutLoad(3, 1, 2, 22);
    PutNumber("5.7.0", 1201);
    PutNumber("5.8.0", 600);
  }

  void PutLoad(int row, int phase, int bank, std::uint32_t tenths) {
    const std::string index = "." + std::to_string(row);
    Put("2.3.1.1.2" + index, Value::Gauge32(tenths));
    PutNumber("2.3.1.1.4" + index, phase);
    PutNumber("2.3.1.1.5" + index, bank);
    PutNumber("2.3.1.1.7" + index, 100 * row);
  }
};

TEST_F(CyberpowerTest, IsFoundByItsObjects) {
  SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "cyberpower");
  EXPECT_THAT(pdu.family_reason(), HasSubstr("it serves"));
}

TEST_F(CyberpowerTest, UpsOfTheSameSysObjectIdIsNoPdu) {
  Remove("1.8.0");

  EXPECT_EQ(Open("auto").error().kind, ErrorKind::kUnknownFamily);
}

TEST_F(CyberpowerTest, ListsWhatIsNotSwitchedToo) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "Outlet1", PowerState::kOn, true},
                  OutletInfo{2, "2", "Outlet2", PowerState::kOn, false}));
}

TEST_F(CyberpowerTest, OffIsTwo) {
  WhenSet("3.3.1.1.4.1", 2, "3.5.1.1.4.1", 2);

  Result<void> off = Outlet("auto", 1).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("3.3.1.1.4.1=2"));
}

TEST_F(CyberpowerTest, CancelIsSeven) {
  PutNumber("3.5.1.1.5.1", 1);
  WhenSet("3.3.1.1.4.1", 7, "3.5.1.1.5.1", 2);

  Result<void> cancel = Outlet("auto", 1).Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
}

TEST_F(CyberpowerTest, DelayedOffIsFive) {
  WhenSet("3.3.1.1.4.1", 5, "3.5.1.1.5.1", 1);

  Result<void> delayed = Outlet("auto", 1).DelayedOff();

  EXPECT_TRUE(delayed.ok()) << delayed;
}

TEST_F(CyberpowerTest, ReadsTheBankIfOutletsAreNotMonitored) {
  PowerReading reading = Outlet("auto", 1).Read().value();

  EXPECT_EQ(reading.current, (Measurement{2.2, "bank 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{300, "bank 2"}));
  EXPECT_EQ(reading.voltage, (Measurement{120.1, "unit"}));
  EXPECT_EQ(reading.frequency, (Measurement{60, "unit"}));
}

TEST_F(CyberpowerTest, ReadsThePhaseOfAUnitWithoutBanks) {
  PutNumber("3.5.1.1.6.1", 0);

  EXPECT_EQ(Outlet("auto", 1).Read().value().current,
            (Measurement{6.3, "phase 1"}));
}

TEST_F(CyberpowerTest, ReadsAMonitoredOutlet) {
  PutNumber("3.1.5.0", 2);
  Put("3.5.1.1.7.1", Value::Gauge32(8));
  Put("3.5.1.1.8.1", Value::Gauge32(95));
  Put("3.5.1.1.13.1", Value::Gauge32(12));

  PowerReading reading = Outlet("auto", 1).Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.8, "outlet 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{95, "outlet 1"}));
  EXPECT_EQ(reading.energy, (Measurement{1200, "outlet 1"}));
}

}  // namespace
}  // namespace pdukit::client
