#include "client/drivers/powertek.h"

#include <string>
#include <vector>

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

  void RemoveOutlets() {
    for (const char* cell : {"2.1.2", "2.1.3", "2.1.4", "2.1.5", "2.1.6",
                             "2.1.9", "2.1.10", "3.1.2", "3.1.7", "4.1.2"}) {
      Remove("1." + std::string(cell) + ".0");
      Remove("1." + std::string(cell) + ".1");
    }
  }

  // Of one phase: in tenths of W, hundredths of A, tenths of V.
  void PutInlet(const std::string& row, int index, int power, int current,
                int voltage) {
    const std::string inlet = ".1.3.6.1.4.1.42610.1.4.4.1.6.1.2.1.";
    PutNumber(inlet + "1." + row, index);
    PutNumber(inlet + "2." + row, power);
    PutNumber(inlet + "12." + row, current);
    PutNumber(inlet + "15." + row, voltage);
    PutNumber(inlet + "16." + row, 0);
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

TEST_F(PowertekTest, InletFeedsTheOutletsOfItsPdu) {
  PutInlet("1", 0, 6440, 313, 2287);

  const std::vector<PlaceReading> inlets =
      Open("auto").value().ReadPlaces(MeterPlace::kInlet).value();

  ASSERT_EQ(inlets.size(), 1U);
  EXPECT_EQ(inlets[0].Name(), "inlet 1");
  EXPECT_EQ(inlets[0].reading.active_power, (Measurement{644, "inlet 1"}));
}

// As on the capture: rows for PDUs that are not there.
TEST_F(PowertekTest, DeviceWithoutOutletsMetersItsInlets) {
  RemoveOutlets();
  PutInlet("1", 0, 6440, 313, 2287);
  PutInlet("2", 1, 6903, 319, 2300);
  PutInlet("3", 2, 0, 0, 0);
  const SnmpPdu pdu = Open("auto").value();

  const std::vector<PlaceReading> inlets =
      pdu.ReadPlaces(MeterPlace::kInlet).value();
  const std::vector<PlaceReading> phases =
      pdu.ReadPlaces(MeterPlace::kPhase).value();

  ASSERT_EQ(inlets.size(), 2U);
  EXPECT_EQ(inlets[1].reading.active_power, (Measurement{690.3, "inlet 2"}));
  ASSERT_EQ(phases.size(), 2U);
  EXPECT_EQ(phases[1].reading.current, (Measurement{3.19, "phase 2.1"}));
  EXPECT_EQ(phases[1].reading.voltage, (Measurement{230, "phase 2.1"}));
}

TEST_F(PowertekTest, DeviceWithoutOutletsIsNotSwitched) {
  RemoveOutlets();

  EXPECT_THAT(Open("auto").value().outlets().value(), IsEmpty());
  EXPECT_EQ(Outlet("auto", 1).Off().error().kind, ErrorKind::kUnsupported);
}

TEST_F(PowertekTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  const OutletRow outlet{3, {1, 1}, ""};

  EXPECT_EQ(RebootDuration(session(), Powertek(), outlet).value(),
            std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
