#include "client/drivers/netio.h"

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class NetioTest : public DriverFixture {
 protected:
  NetioTest() : DriverFixture("1.3.6.1.4.1.47952.1") {
    PutSysObjectId("1.3.6.1.4.1.47952");
    PutText("1.1.2.3", "web");
    PutNumber("1.1.3.3", 1);
    PutNumber("1.1.5.3", 5);
    PutNumber("1.1.25.3", 120);
    PutNumber("1.1.26.3", 4711);
    PutNumber("1.1.28.3", 530);
    PutNumber("1.1.29.3", 975);
    PutNumber("2.1.0", 231400);
    PutNumber("2.2.0", 49980);
  }
};

TEST_F(NetioTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "netio");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(NetioTest, IsFoundByItsOutputs) {
  PutSysObjectId("1.3.6.1.4.1.8072.3.2.10");

  EXPECT_EQ(Open("auto").value().family(), "netio");
}

TEST_F(NetioTest, ListHasNumberAndName) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "web", PowerState::kOn, true}));
}

TEST_F(NetioTest, OffIsZero) {
  WhenSet("1.1.5.3", 0, "1.1.3.3", 0);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("1.1.5.3=0"));
}

TEST_F(NetioTest, OnIsOne) {
  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("1.1.5.3=1"));
}

TEST_F(NetioTest, ResetIsTwo) {
  WhenSet("1.1.5.3", 2, "1.1.3.3", 0, 1);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("1.1.5.3=2"));
}

TEST_F(NetioTest, ReadsOutputAndUnit) {
  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.active_power, (Measurement{120, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{4711, "outlet 3"}));
  EXPECT_EQ(reading.current, (Measurement{0.53, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.975, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{231.4, "unit"}));
  EXPECT_EQ(reading.frequency, (Measurement{49.98, "unit"}));
}

TEST_F(NetioTest, ZerosOfAUnitWithoutAMeterAreNoReading) {
  PutNumber("1.1.25.3", 0);
  PutNumber("2.1.0", 0);

  EXPECT_TRUE(Outlet("auto", 3).Read().value().empty());
}

}  // namespace
}  // namespace pdukit::client
