#include "client/drivers/powertek.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PowertekTest : public DriverFixture {
 protected:
  PowertekTest() : DriverFixture("1.3.6.1.4.1.42610.1.4.4.1.6.2") {
    PutSysObjectId("1.3.6.1.4.1.42610.1.4.4");
    PutOutlet("1", "0");
    PutOutlet("1", "1");
  }

  void PutOutlet(const std::string& pdu, const std::string& index) {
    PutNumber(pdu + ".2.1.2." + index, 2);
    PutNumber(pdu + ".2.1.3." + index, 63);
    PutNumber(pdu + ".2.1.4." + index, 930);
    PutNumber(pdu + ".2.1.5." + index, 1450);
    PutNumber(pdu + ".2.1.6." + index, 12);
    PutNumber(pdu + ".2.1.9." + index, 1510);
    PutNumber(pdu + ".2.1.10." + index, 2301);
    PutText(pdu + ".3.1.2." + index, "web");
    PutNumber(pdu + ".3.1.7." + index, 10);
    PutNumber(pdu + ".4.1.2." + index, 1);
  }
};

TEST_F(PowertekTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "powertek");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(PowertekTest, ListNumbersFromOneWhateverTheIndexes) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "A1", "web", PowerState::kOn, true},
                          OutletInfo{2, "A2", "web", PowerState::kOn, true}));
}

TEST_F(PowertekTest, OutletsOfTheSecondPduAreFoundByTheirLabels) {
  PutOutlet("2", "0");

  EXPECT_EQ(Open("auto").value().FindOutlet("B1").value().number(), 3);
}

TEST_F(PowertekTest, OffIsFour) {
  WhenSet("1.4.1.2.1", 4, "1.2.1.2.1", 1);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("1.4.1.2.1=4"));
}

TEST_F(PowertekTest, OnIsTwo) {
  const Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("1.4.1.2.1=2"));
}

TEST_F(PowertekTest, DelayedOnIsThree) {
  const Result<void> on = Outlet("auto", 2).DelayedOn();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("1.4.1.2.1=3"));
}

TEST_F(PowertekTest, DelayedOffIsFive) {
  WhenSet("1.4.1.2.1", 5, "1.2.1.2.1", 2, 1);

  const Result<void> off = Outlet("auto", 2).DelayedOff();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("1.4.1.2.1=5"));
}

TEST_F(PowertekTest, CycleIsSix) {
  WhenSet("1.4.1.2.1", 6, "1.2.1.2.1", 1, 2);

  const Result<void> reboot = Outlet("auto", 2).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("1.4.1.2.1=6"));
}

TEST_F(PowertekTest, ReadsWhatTheOutletMeters) {
  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.63, "outlet 2"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.93, "outlet 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{145, "outlet 2"}));
  EXPECT_EQ(reading.energy, (Measurement{12000, "outlet 2"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{151, "outlet 2"}));
  EXPECT_EQ(reading.voltage, (Measurement{230.1, "outlet 2"}));
}

TEST_F(PowertekTest, DeviceWithoutOutletsIsNotSwitched) {
  for (const char* cell : {"2.1.2", "2.1.3", "2.1.4", "2.1.5", "2.1.6", "2.1.9",
                           "2.1.10", "3.1.2", "3.1.7", "4.1.2"}) {
    session_->Remove(At("1." + std::string(cell) + ".0"));
    session_->Remove(At("1." + std::string(cell) + ".1"));
  }

  EXPECT_THAT(Open("auto").value().outlets().value(), IsEmpty());
  EXPECT_EQ(Outlet("auto", 1).Off().error().kind, ErrorKind::kUnsupported);
}

TEST_F(PowertekTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  const OutletRow outlet{3, {1, 1}, ""};

  EXPECT_EQ(RebootDuration(*session_, Powertek(), outlet).value(),
            std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
