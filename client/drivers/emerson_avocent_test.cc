#include "client/drivers/emerson_avocent.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class EmersonAvocentTest : public DriverFixture {
 protected:
  EmersonAvocentTest() : DriverFixture("1.3.6.1.4.1.10418.17.2.5") {
    PutSysObjectId("1.3.6.1.4.1.10418.17.1.7");
    PutOutlet("1.1.3");
  }

  void PutOutlet(const std::string& index) {
    PutText("5.1.4." + index, "web");
    PutNumber("5.1.5." + index, 2);
    PutNumber("5.1.6." + index, 1);
    PutNumber("5.1.9." + index, 0);
    PutNumber("5.1.10." + index, 0);
    PutNumber("5.1.50." + index, 12);
    PutNumber("5.1.60." + index, 2760);
    PutNumber("5.1.65." + index, 2);
    PutNumber("5.1.70." + index, 230);
    PutNumber("5.1.75." + index, 2);
    PutNumber("5.1.80." + index, 97);
    PutNumber("5.1.85." + index, 2);
    PutNumber("5.1.105." + index, 4711);
  }

  PowerState State(int value) {
    PutNumber("5.1.5.1.1.3", value);
    return Outlet("auto", 3).Status().value();
  }
};

TEST_F(EmersonAvocentTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "emerson_avocent");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(EmersonAvocentTest, ListHasNumberAndName) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "web", PowerState::kOn, true}));
}

TEST_F(EmersonAvocentTest, OutletsOfAChainAreLabelledWithTheirPdu) {
  PutOutlet("1.2.3");

  EXPECT_EQ(Open("auto").value().FindOutlet("2.3").value().number(), 2);
}

TEST_F(EmersonAvocentTest, FixedOutletIsListedAsNotSwitchable) {
  PutNumber("5.1.5.1.1.3", 10);

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "web", PowerState::kOn, false}));
}

TEST_F(EmersonAvocentTest, OffIsThree) {
  WhenSet("5.1.6.1.1.3", 3, "5.1.5.1.1.3", 1);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("5.1.6.1.1.3=3"));
}

TEST_F(EmersonAvocentTest, OnIsTwo) {
  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("5.1.6.1.1.3=2"));
}

TEST_F(EmersonAvocentTest, CycleIsFour) {
  WhenSet("5.1.6.1.1.3", 4, "5.1.5.1.1.3", 5, 2);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("5.1.6.1.1.3=4"));
}

TEST_F(EmersonAvocentTest, OffWaitsWithTheDelayOfTheOutlet) {
  PutNumber("5.1.10.1.1.3", 40);
  options_.deadline = std::chrono::seconds(2);
  WhenSet("5.1.6.1.1.3", 3, "5.1.5.1.1.3", 6, 1);

  EXPECT_TRUE(Outlet("auto", 3).Off().ok());
}

TEST_F(EmersonAvocentTest, LockedStatesAreOnAndOff) {
  EXPECT_EQ(State(3), PowerState::kOff);
  EXPECT_EQ(State(4), PowerState::kOn);
}

TEST_F(EmersonAvocentTest, LockIsNamedAsTheCause) {
  PutNumber("5.1.5.1.1.3", 4);

  const Result<void> off = Outlet("auto", 3).Off();

  ASSERT_FALSE(off.ok());
  EXPECT_THAT(off.error().message, ::testing::HasSubstr("locked"));
}

TEST_F(EmersonAvocentTest, PendingStatesSayTheirDirection) {
  EXPECT_EQ(State(5), PowerState::kPendingOn);
  EXPECT_EQ(State(6), PowerState::kPendingOff);
  EXPECT_EQ(State(7), PowerState::kPendingOn);
  EXPECT_EQ(State(8), PowerState::kPendingOff);
}

TEST_F(EmersonAvocentTest, TrippedOutletIsNotOff) {
  EXPECT_EQ(State(12), PowerState::kUnknown);
}

TEST_F(EmersonAvocentTest, ReadsWhatTheOutletMeters) {
  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{1.2, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{276, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{230, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.97, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{4711, "outlet 3"}));
}

TEST_F(EmersonAvocentTest, ReadsThePduWhereTheOutletHasNoSensor) {
  PutNumber("5.1.70.1.1.3", 0);
  PutNumber("5.1.75.1.1.3", 0);
  PutNumber("3.1.70.1.1", 231);
  PutNumber("3.1.75.1.1", 2);

  EXPECT_EQ(Outlet("auto", 3).Read().value().voltage,
            (Measurement{231, "unit 1.1"}));
}

TEST_F(EmersonAvocentTest, ReadsEveryQuantityOfThePdu) {
  for (const char* column : {"50", "60", "80", "105"}) {
    Remove("5.1." + std::string(column) + ".1.1.3");
  }
  PutNumber("3.1.50.1.1", 71);
  PutNumber("3.1.60.1.1", 16330);
  PutNumber("3.1.80.1.1", 96);
  PutNumber("3.1.105.1.1", 123456);

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{7.1, "unit 1.1"}));
  EXPECT_EQ(reading.active_power, (Measurement{1633, "unit 1.1"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.96, "unit 1.1"}));
  EXPECT_EQ(reading.energy, (Measurement{123456, "unit 1.1"}));
}

TEST_F(EmersonAvocentTest, LeavesOutWhatHasNoSensorAnywhere) {
  PutNumber("5.1.75.1.1.3", 0);
  PutNumber("3.1.70.1.1", 0);
  PutNumber("3.1.75.1.1", 0);

  EXPECT_EQ(Outlet("auto", 3).Read().value().voltage, std::nullopt);
}

TEST_F(EmersonAvocentTest, LockIsFiveAndShowsInTheStatus) {
  WhenSet("5.1.6.1.1.3", 5, "5.1.5.1.1.3", 4);

  const Result<void> lock = Outlet("auto", 3).Lock();

  EXPECT_TRUE(lock.ok()) << lock;
  EXPECT_THAT(sets(), ElementsAre("5.1.6.1.1.3=5"));
}

TEST_F(EmersonAvocentTest, UnlockIsSix) {
  PutNumber("5.1.5.1.1.3", 3);
  WhenSet("5.1.6.1.1.3", 6, "5.1.5.1.1.3", 1);

  const Result<void> unlock = Outlet("auto", 3).Unlock();

  EXPECT_TRUE(unlock.ok()) << unlock;
  EXPECT_THAT(sets(), ElementsAre("5.1.6.1.1.3=6"));
}

}  // namespace
}  // namespace pdukit::client
