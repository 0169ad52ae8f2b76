// Values as in a capture of an AP8641.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ApcRpdu2Test : public DriverFixture {
 protected:
  ApcRpdu2Test() : DriverFixture("1.3.6.1.4.1.318.1.1.26") {
    PutSysObjectId("1.3.6.1.4.1.318.1.3.4.6");
    PutOutlet(1, 1, 1, "CP-CM-SAN-01");
    PutOutlet(3, 1, 3, "CPDXDCVHOST02");
    PutNumber("8.3.1.2.1", 1);  // bank 1
    PutNumber("8.3.1.3.1", 1);
    PutNumber("8.3.1.5.1", 38);
    PutNumber("6.3.1.2.1", 1);  // phase 1
    PutNumber("6.3.1.3.1", 1);
    PutNumber("6.3.1.5.1", 65);
    PutNumber("6.3.1.6.1", 201);
    PutNumber("6.3.1.7.1", 122);
    PutNumber("6.3.1.8.1", 131);
    PutNumber("6.3.1.9.1", 94);
    PutNumber("4.3.1.2.1", 1);  // unit 1
    PutNumber("4.3.1.5.1", 121);
    PutNumber("4.3.1.9.1", 19516);
  }

  void PutOutlet(int row, int module, int number, const std::string& name) {
    const std::string index = "." + std::to_string(row);
    PutNumber("9.2.3.1.2" + index, module);
    PutText("9.2.3.1.3" + index, name);
    PutNumber("9.2.3.1.4" + index, number);
    PutNumber("9.2.3.1.5" + index, 2);
    PutNumber("9.2.3.1.6" + index, 2);
    PutNumber("9.2.1.1.7" + index, 5);
    PutNumber("9.2.2.1.5" + index, 1);
    PutNumber("9.2.2.1.6" + index, 1);
    PutNumber("9.2.4.1.5" + index, 1);
  }

  void PutMeter(int row, int module, int number) {
    const std::string index = "." + std::to_string(row);
    PutNumber("9.4.3.1.2" + index, module);
    PutNumber("9.4.3.1.4" + index, number);
    PutNumber("9.4.3.1.6" + index, 4);
    PutNumber("9.4.3.1.7" + index, 81);
    PutNumber("9.4.3.1.11" + index, 1530);
  }

  SnmpPowerClient Outlet3() { return Outlet("apc_rpdu2", 3); }
};

TEST_F(ApcRpdu2Test, IsPreferredToTheOlderBranchesOfTheSameDevice) {
  Put(".1.3.6.1.4.1.318.1.1.12.1.8.0", Value::Integer32(24));
  Put(".1.3.6.1.4.1.318.1.1.4.4.1.0", Value::Integer32(24));

  SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "apc_rpdu2");
  EXPECT_THAT(pdu.family_reason(), HasSubstr("and it serves"));
}

TEST_F(ApcRpdu2Test, ListsOutletsByTheirNumberOnTheUnit) {
  EXPECT_THAT(
      Open("apc_rpdu2").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "CP-CM-SAN-01", PowerState::kOn, true},
                  OutletInfo{3, "3", "CPDXDCVHOST02", PowerState::kOn, true}));
}

TEST_F(ApcRpdu2Test, ListsTheOutletsOfEveryUnitOfAGroup) {
  PutOutlet(4, 2, 1, "guest");

  EXPECT_THAT(
      Open("apc_rpdu2").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1.1", "CP-CM-SAN-01", PowerState::kOn, true},
                  OutletInfo{2, "1.3", "CPDXDCVHOST02", PowerState::kOn, true},
                  OutletInfo{3, "2.1", "guest", PowerState::kOn, true}));
}

TEST_F(ApcRpdu2Test, OutletOfAGroupIsFoundByItsLabel) {
  PutOutlet(4, 2, 1, "guest");
  WhenSet("9.2.4.1.5.4", 2, "9.2.3.1.5.4", 1);

  Result<void> off = Open("apc_rpdu2").value().FindOutlet("2.1").value().Off();

  EXPECT_TRUE(off.ok()) << off;
}

TEST_F(ApcRpdu2Test, OffIsTwoAndShowsAsOne) {
  WhenSet("9.2.4.1.5.3", 2, "9.2.3.1.5.3", 1);

  Result<void> off = Outlet3().Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("9.2.4.1.5.3=2"));
}

TEST_F(ApcRpdu2Test, OnIsOneAndShowsAsTwo) {
  PutNumber("9.2.3.1.5.3", 1);
  WhenSet("9.2.4.1.5.3", 1, "9.2.3.1.5.3", 2);

  Result<void> on = Outlet3().On();

  EXPECT_TRUE(on.ok()) << on;
}

TEST_F(ApcRpdu2Test, DelayedOffIsSixAndPending) {
  WhenSet("9.2.4.1.5.3", 6, "9.2.3.1.6.3", 1);
  SnmpPowerClient outlet = Outlet3();

  Result<void> delayed = outlet.DelayedOff();

  EXPECT_TRUE(delayed.ok()) << delayed;
  EXPECT_EQ(outlet.Status().value(), PowerState::kPendingOff);
}

TEST_F(ApcRpdu2Test, CancelIsEight) {
  PutNumber("9.2.3.1.6.3", 1);
  WhenSet("9.2.4.1.5.3", 8, "9.2.3.1.6.3", 2);

  Result<void> cancel = Outlet3().Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
}

TEST_F(ApcRpdu2Test, ReadsAMeteredOutlet) {
  PutMeter(3, 1, 3);

  PowerReading reading = Outlet3().Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.4, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{81, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{153000, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{201, "phase 1"}));
}

TEST_F(ApcRpdu2Test, DoesNotTakeTheMeterOfAnotherUnit) {
  PutMeter(3, 2, 3);

  EXPECT_EQ(Outlet3().Read().value().current, (Measurement{3.8, "bank 1"}));
}

TEST_F(ApcRpdu2Test, ReadsBankPhaseAndUnitIfOutletsAreNotMetered) {
  PowerReading reading = Outlet3().Read().value();

  EXPECT_EQ(reading.current, (Measurement{3.8, "bank 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{1220, "phase 1"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{1310, "phase 1"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.94, "phase 1"}));
  EXPECT_EQ(reading.energy, (Measurement{1951600, "unit"}));
}

TEST_F(ApcRpdu2Test, LeavesOutWhatTheModelDoesNotSupport) {
  PutNumber("6.3.1.6.1", -1);

  EXPECT_EQ(Outlet3().Read().value().voltage, std::nullopt);
}

}  // namespace
}  // namespace pdukit::client
