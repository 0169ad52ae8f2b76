#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class CyberpowerEpdu2Test : public DriverFixture {
 protected:
  CyberpowerEpdu2Test() : DriverFixture("1.3.6.1.4.1.3808.1.1.6") {
    PutSysObjectId("1.3.6.1.4.1.3808.1.1.6");
    PutOutlet(1, 1, 1);
    PutOutlet(2, 1, 2);
    PutOutlet(3, 2, 1);
  }

  void PutOutlet(int row, int module, int number) {
    const std::string index = "." + std::to_string(row);
    PutNumber("6.1.4.1.2" + index, module);
    PutNumber("6.1.4.1.3" + index, number);
    PutText("6.1.4.1.4" + index, "row " + std::to_string(row));
    PutNumber("6.1.4.1.5" + index, 1);
    PutNumber("6.1.4.1.6" + index, 2);
  }
};

TEST_F(CyberpowerEpdu2Test, IsFoundByItsObjects) {
  EXPECT_EQ(Open("auto").value().family(), "cyberpower_epdu2");
}

TEST_F(CyberpowerEpdu2Test, IsPreferredToTheOlderBranch) {
  PutSysObjectId("1.3.6.1.4.1.3808.1.1.3");
  Put(".1.3.6.1.4.1.3808.1.1.3.1.8.0", Value::Integer32(3));

  EXPECT_EQ(Open("auto").value().family(), "cyberpower_epdu2");
}

TEST_F(CyberpowerEpdu2Test, ListsTheOutletsOfEveryUnitOfAChain) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1.1", "row 1", PowerState::kOn, true},
                  OutletInfo{2, "1.2", "row 2", PowerState::kOn, true},
                  OutletInfo{3, "2.1", "row 3", PowerState::kOn, true}));
}

TEST_F(CyberpowerEpdu2Test, OffIsTwoAndShowsAsTwo) {
  WhenSet("6.1.5.1.5.3", 2, "6.1.4.1.5.3", 2);

  Result<void> off = Open("auto").value().FindOutlet("2.1").value().Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("6.1.5.1.5.3=2"));
}

TEST_F(CyberpowerEpdu2Test, CancelIsSeven) {
  PutNumber("6.1.4.1.6.1", 1);
  WhenSet("6.1.5.1.5.1", 7, "6.1.4.1.6.1", 2);

  Result<void> cancel = Outlet("auto", 1).Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
}

TEST_F(CyberpowerEpdu2Test, ReadsTheMeterOfTheSameUnitAndNumber) {
  PutNumber("6.2.4.1.2.1", 2);
  PutNumber("6.2.4.1.3.1", 1);
  Put("6.2.4.1.6.1", Value::Gauge32(8));
  Put("6.2.4.1.11.1", Value::Gauge32(12));
  SnmpPdu pdu = Open("auto").value();

  PowerReading reading = pdu.outlet(3).value().Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.8, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{1200, "outlet 3"}));
  EXPECT_TRUE(pdu.outlet(1).value().Read().value().empty());
}

}  // namespace
}  // namespace pdukit::client
