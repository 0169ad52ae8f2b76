#include "client/drivers/eaton_managed.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

// Values as in a capture of a DBQ145412.
class EatonManagedTest : public DriverFixture {
 protected:
  EatonManagedTest() : DriverFixture("1.3.6.1.4.1.534.6.6.6.1") {
    PutSysObjectId("1.3.6.1.4.1.534.6.6.6");
    PutOutlet("0");
    PutOutlet("2");
  }

  void PutOutlet(const std::string& index) {
    PutText("2.2.1.2." + index, "web");
    PutNumber("2.2.1.3." + index, 1);
    PutNumber("2.2.1.4." + index, 677);
    PutNumber("2.2.1.6." + index, 244);
    PutNumber("2.2.1.7." + index, 150);
    PutNumber("2.2.1.8." + index, 165);
    PutNumber("2.2.1.9." + index, 91);
  }

  SnmpPowerClient Third() { return Outlet("auto", 3); }
};

TEST_F(EatonManagedTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "eaton_managed");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(EatonManagedTest, FirstOutletIsRowZero) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1", "web", PowerState::kOn, true},
                          OutletInfo{3, "3", "web", PowerState::kOn, true}));
}

TEST_F(EatonManagedTest, OffWritesZeroToTheState) {
  WhenSet("2.2.1.3.2", 0, "2.2.1.3.2", 0);

  const Result<void> off = Third().Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("2.2.1.3.2=0"));
}

TEST_F(EatonManagedTest, OnWritesOneToTheState) {
  const Result<void> on = Third().On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("2.2.1.3.2=1"));
}

TEST_F(EatonManagedTest, RebootWritesTwoToTheState) {
  WhenSet("2.2.1.3.2", 2, "2.2.1.3.2", 2, 1);

  const Result<void> reboot = Third().Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("2.2.1.3.2=2"));
}

TEST_F(EatonManagedTest, ErrorIsNotOff) {
  PutNumber("2.2.1.3.2", -1);

  EXPECT_EQ(Third().Status().value(), PowerState::kUnknown);
}

TEST_F(EatonManagedTest, HasNoDelayedCommands) {
  EXPECT_EQ(Third().DelayedOff().error().kind, ErrorKind::kUnsupported);
}

TEST_F(EatonManagedTest, ReadsWhatTheOutletMeters) {
  const PowerReading reading = Third().Read().value();

  EXPECT_EQ(reading.current, (Measurement{0.677, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{244, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{150, "outlet 3"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{165, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.91, "outlet 3"}));
}

TEST_F(EatonManagedTest, VoltageInMillivoltsIsRecognised) {
  PutNumber("2.2.1.6.2", 244000);

  EXPECT_EQ(Third().Read().value().voltage, (Measurement{244, "outlet 3"}));
}

TEST_F(EatonManagedTest, ReadsTheUnitIfOutletsAreNotMetered) {
  Remove("2.2.1.4.2");
  Remove("2.2.1.6.2");
  Remove("2.2.1.7.2");
  Remove("2.2.1.8.2");
  PutNumber("3.1.1.0", 5100);
  PutNumber("3.1.2.0", 243000);
  PutNumber("3.1.3.0", 1190);
  PutNumber("3.1.4.0", 1239);

  const PowerReading reading = Third().Read().value();

  EXPECT_EQ(reading.current, (Measurement{5.1, "unit"}));
  EXPECT_EQ(reading.voltage, (Measurement{243, "unit"}));
  EXPECT_EQ(reading.active_power, (Measurement{1190, "unit"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{1239, "unit"}));
}

}  // namespace
}  // namespace pdukit::client
