#include "client/drivers/tripplite.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in the captures of a PDUMV30HVNETLX and, below 1.1.3.4, of a
// PDUMH20ATNET.
class TrippliteTest : public DriverFixture {
 protected:
  TrippliteTest() : DriverFixture("1.3.6.1.4.1.850") {
    PutSysObjectId("1.3.6.1.4.1.850.1.1.1");
  }

  void PutOutlet(const std::string& tree, const std::string& index) {
    const std::string outlet = tree + ".3.3.1.1.";
    PutText(outlet + "2." + index, "Load 3");
    PutNumber(outlet + "4." + index, 2);
    PutNumber(outlet + "5." + index, 1);
    PutNumber(outlet + "6." + index, 0);
    PutNumber(outlet + "16." + index, 2);
    PutNumber(outlet + "17." + index, 1);
  }
  void PutPdu() {
    PutOutlet("1.1.3.2", "1.3");
    PutNumber("1.1.3.2.3.2.1.1.4.1.1", 2070);
    PutNumber("1.1.3.2.3.2.1.1.8.1.1", 207);
    PutNumber("1.1.3.2.3.2.1.1.11.1.1", 599);
    PutNumber("1.1.3.2.3.4.1.1.4.1.2", 100);
  }
  void PutMetered() {
    PutNumber("1.1.3.2.3.3.1.1.7.1.3", 2071);
    PutNumber("1.1.3.2.3.3.1.1.8.1.3", 45);
    PutNumber("1.1.3.2.3.3.1.1.9.1.3", 90);
    PutNumber("1.1.3.2.3.3.1.1.19.1.3", 97);
  }
  void PutOld(const std::string& table, const std::string& index) {
    PutNumber(table + ".2." + index, 1);
    PutNumber(table + ".4." + index, 0);
    PutText(table + ".5." + index, "web");
  }
};

TEST_F(TrippliteTest, IsFoundByItsSysObjectId) {
  PutPdu();

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "tripplite");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(TrippliteTest, UpsIsNotTakenForAPdu) {
  PutNumber("1.1.3.1.1.1.0", 1);

  EXPECT_FALSE(Open("auto").ok());
}

TEST_F(TrippliteTest, ListHasNumberAndName) {
  PutPdu();

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "Load 3", PowerState::kOn, true}));
}

TEST_F(TrippliteTest, OutletThatIsNotControllableIsListedAsSuch) {
  PutPdu();
  PutNumber("1.1.3.2.3.3.1.1.5.1.3", 2);

  EXPECT_FALSE(Open("auto").value().outlets().value().front().switchable);
}

TEST_F(TrippliteTest, OffIsOne) {
  PutPdu();
  WhenSet("1.1.3.2.3.3.1.1.6.1.3", 1, "1.1.3.2.3.3.1.1.4.1.3", 1);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("1.1.3.2.3.3.1.1.6.1.3=1"));
}

TEST_F(TrippliteTest, OnIsTwo) {
  PutPdu();

  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("1.1.3.2.3.3.1.1.6.1.3=2"));
}

TEST_F(TrippliteTest, CycleIsThree) {
  PutPdu();
  WhenSet("1.1.3.2.3.3.1.1.6.1.3", 3, "1.1.3.2.3.3.1.1.4.1.3", 1, 2);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("1.1.3.2.3.3.1.1.6.1.3=3"));
}

TEST_F(TrippliteTest, UnknownStateIsNotOff) {
  PutPdu();
  PutNumber("1.1.3.2.3.3.1.1.4.1.3", 0);

  EXPECT_EQ(Outlet("auto", 3).Status().value(), PowerState::kUnknown);
}

TEST_F(TrippliteTest, TransferSwitchHasItsOwnTree) {
  PutOutlet("1.1.3.4", "1.3");
  WhenSet("1.1.3.4.3.3.1.1.6.1.3", 1, "1.1.3.4.3.3.1.1.4.1.3", 1);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("1.1.3.4.3.3.1.1.6.1.3=1"));
}

TEST_F(TrippliteTest, OldCardHasItsOwnTree) {
  PutSysObjectId("1.3.6.1.4.1.850.1");
  PutOld("10.2.3.5.1", "1.3");
  WhenSet("10.2.3.5.1.4.1.3", 2, "10.2.3.5.1.2.1.3", 2);

  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("10.2.3.5.1.4.1.3=2"));
}

TEST_F(TrippliteTest, OldCardIsNotRebooted) {
  PutOld("10.2.3.5.1", "1.3");

  EXPECT_EQ(Outlet("auto", 3).Reboot().error().kind, ErrorKind::kUnsupported);
}

TEST_F(TrippliteTest, OldTableIsListed) {
  PutOld("100.1.10.2.1", "3");

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "web", PowerState::kOff, true}));
}

TEST_F(TrippliteTest, ReadsWhatTheOutletMeters) {
  PutPdu();
  PutMetered();

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{207.1, "outlet 3"}));
  EXPECT_EQ(reading.current, (Measurement{0.45, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{90, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.97, "outlet 3"}));
}

TEST_F(TrippliteTest, ReadsCircuitAndPhaseOfAnOutletThatIsNotMetered) {
  PutPdu();

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{1, "bank 2"}));
  EXPECT_EQ(reading.voltage, (Measurement{207, "phase 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{207, "phase 1"}));
  EXPECT_EQ(reading.frequency, (Measurement{59.9, "phase 1"}));
}

TEST_F(TrippliteTest, ReadsEveryQuantityOfTheCircuit) {
  PutPdu();
  PutNumber("1.1.3.2.3.4.1.1.3.1.2", 2069);
  PutNumber("1.1.3.2.3.4.1.1.8.1.2", 206);

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{206.9, "bank 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{206, "bank 2"}));
}

TEST_F(TrippliteTest, ReadsCircuitsThatNoOutletLeadsTo) {
  PutPdu();
  PutNumber("1.1.3.2.3.4.1.1.4.1.3", 250);

  EXPECT_THAT(Places("tripplite", MeterPlace::kBank),
              ElementsAre("bank 2: current=1 A (bank 2)",
                          "bank 3: current=2.5 A (bank 3)"));
}

TEST_F(TrippliteTest, ReadsTheEnergyOfTheDevice) {
  PutPdu();
  PutNumber("1.1.3.2.2.1.1.17.1", 4711);

  EXPECT_EQ(Outlet("auto", 3).Read().value().energy,
            (Measurement{4711, "unit"}));
}

}  // namespace
}  // namespace pdukit::client
