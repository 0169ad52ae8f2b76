// The inlet's values as in a capture of a Dominion PX, firmware 1.5.7.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class RaritanPx1Test : public DriverFixture {
 protected:
  RaritanPx1Test() : DriverFixture("1.3.6.1.4.1.13742.4.1") {
    PutSysObjectId("1.3.6.1.4.1.13742.4");
    PutNumber("2.1.0", 2);
    PutText("2.2.1.2.1", "OUTLET1");
    PutText("2.2.1.2.2", "OUTLET2");
    PutNumber("2.2.1.3.1", 1);
    PutNumber("2.2.1.3.2", 0);
    PutNumber("20.2.1.3.1", 1);
    PutGauge("20.2.1.7.1", 2971);
    PutGauge("20.2.1.8.1", 230000);
    PutGauge("20.2.1.9.1", 580);
    PutGauge("20.2.1.10.1", 692);
    PutGauge("20.2.1.11.1", 83);
  }

  void PutGauge(const std::string& oid, std::uint32_t number) {
    Put(oid, Value::Gauge32(number));
  }

  PowerReading Read() { return Outlet("raritan_px1", 1).Read().value(); }
};

TEST_F(RaritanPx1Test, IsFoundByItsSysObjectId) {
  EXPECT_EQ(Open("auto").value().family(), "raritan_px1");
}

TEST_F(RaritanPx1Test, ListsItsOutlets) {
  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "OUTLET1", PowerState::kOn, true},
                  OutletInfo{2, "2", "OUTLET2", PowerState::kOff, true}));
}

TEST_F(RaritanPx1Test, FindsItsOutletsWithoutTheirCountAndStates) {
  Remove("2.1.0");
  Remove("2.2.1.3.1");
  Remove("2.2.1.3.2");

  EXPECT_THAT(
      Open("auto").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "OUTLET1", PowerState::kUnknown, true},
                  OutletInfo{2, "2", "OUTLET2", PowerState::kUnknown, true}));
}

TEST_F(RaritanPx1Test, OffIsZeroInTheObjectThatIsRead) {
  WhenSet("2.2.1.3.1", 0, "2.2.1.3.1", 0);

  Result<void> off = Outlet("auto", 1).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("2.2.1.3.1=0"));
}

TEST_F(RaritanPx1Test, CyclingIsOffAndAboutToGoOn) {
  PutNumber("2.2.1.3.1", 2);

  EXPECT_EQ(Outlet("auto", 1).Status().value(), PowerState::kPendingOn);
}

TEST_F(RaritanPx1Test, ErrorIsUnknown) {
  PutNumber("2.2.1.3.1", -1);

  EXPECT_EQ(Outlet("auto", 1).Status().value(), PowerState::kUnknown);
}

TEST_F(RaritanPx1Test, ReadsTheOutletInMilliampsAndMillivolts) {
  PutGauge("2.2.1.4.1", 633);
  PutGauge("2.2.1.6.1", 228000);
  PutGauge("2.2.1.7.1", 143);

  PowerReading reading = Read();

  EXPECT_EQ(reading.current, (Measurement{0.633, "outlet 1"}));
  EXPECT_EQ(reading.voltage, (Measurement{228, "outlet 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{143, "outlet 1"}));
}

TEST_F(RaritanPx1Test, ReadsTheOnlyInletForWhatTheOutletDoesNotMeter) {
  PowerReading reading = Read();

  EXPECT_EQ(reading.current, (Measurement{2.971, "inlet 1"}));
  EXPECT_EQ(reading.voltage, (Measurement{230, "inlet 1"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.83, "inlet 1"}));
}

TEST_F(RaritanPx1Test, ReadsNoInletIfThereAreTwo) {
  PutNumber("20.2.1.3.2", 1);

  EXPECT_TRUE(Read().empty());
}

TEST_F(RaritanPx1Test, ReadsEveryInletByItself) {
  PutNumber("20.2.1.3.2", 1);
  PutGauge("20.2.1.7.2", 140);

  EXPECT_THAT(Places("raritan_px1", MeterPlace::kInlet),
              ElementsAre(::testing::StartsWith("inlet 1: voltage=230 V"),
                          "inlet 2: current=0.14 A (inlet 2)"));
}

TEST_F(RaritanPx1Test, ReadsTheEnergyOfUnitsThatMeterIt) {
  PutText("1.32.0", "Yes");
  PutGauge("2.2.1.31.1", 4711);

  EXPECT_EQ(Read().energy, (Measurement{4711, "outlet 1"}));
}

TEST_F(RaritanPx1Test, ReadsTheInletsEnergyOfUnitsThatMeterIt) {
  PutText("1.32.0", "Yes");
  PutGauge("20.2.1.12.1", 1234567);

  EXPECT_EQ(Read().energy, (Measurement{1234567, "inlet 1"}));
}

TEST_F(RaritanPx1Test, LeavesOutAnEnergyThatIsNotMetered) {
  PutText("1.32.0", "No");
  PutGauge("2.2.1.31.1", 0);

  EXPECT_EQ(Read().energy, std::nullopt);
}

}  // namespace
}  // namespace pdukit::client
