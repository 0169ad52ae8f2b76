#include "client/drivers/eaton_switched.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class EatonSwitchedTest : public DriverFixture {
 protected:
  EatonSwitchedTest() : DriverFixture("1.3.6.1.4.1.20677") {
    PutSysObjectId("1.3.6.1.4.1.20677.2");
  }

  // An IPV3600, whose outlet 2 is absent.
  void PutIpv() {
    PutNumber("2.6.2.1.0", 0);
    PutText("2.6.1.1.1.0", "db");
    PutNumber("2.6.1.1.5.0", 7);
    PutNumber("2.6.2.2.0", 4);
    PutNumber("2.6.3.1.0", 1);
    PutNumber("2.6.2.3.0", 4);
    PutNumber("2.6.3.2.0", 0);
    PutText("2.6.1.3.1.0", "web");
    PutNumber("2.6.1.3.5.0", 7);
    PutNumber("2.6.2.4.0", 4);
    PutNumber("2.6.3.3.0", 2);
    PutNumber("2.8.6.4.1.0", 208);
    PutNumber("2.8.6.4.2.0", 11);
    PutNumber("2.8.6.4.3.0", 2288);
  }

  void PutIpc() {
    PutText("1.5.1.3.1.0", "web");
    PutNumber("1.5.1.3.4.0", 9);
    PutNumber("1.5.2.4.0", 4);
    PutNumber("1.5.3.3.0", 1);
  }
};

TEST_F(EatonSwitchedTest, IsFoundByItsSysObjectId) {
  PutIpv();

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "eaton_switched");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(EatonSwitchedTest, OlderModelIsFoundByItsSysObjectId) {
  PutSysObjectId("1.3.6.1.4.1.20677.1");
  PutIpc();

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "eaton_switched");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(EatonSwitchedTest, IsFoundByItsOutlets) {
  PutSysObjectId("1.3.6.1.4.1.8072.3.2.10");
  PutIpc();

  EXPECT_EQ(Open("auto").value().family(), "eaton_switched");
}

TEST_F(EatonSwitchedTest, AbsentOutletsAreNotListed) {
  PutIpv();

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1", "db", PowerState::kOn, true},
                          OutletInfo{3, "3", "web", PowerState::kOff, true}));
}

TEST_F(EatonSwitchedTest, FirmwareWithTheOtherSysObjectIdIsUnderstood) {
  PutSysObjectId("1.3.6.1.4.1.20677.1");
  PutIpv();

  EXPECT_EQ(Outlet("auto", 3).Status().value(), PowerState::kOff);
}

TEST_F(EatonSwitchedTest, CommandLiesOneBehindTheOutletsNumber) {
  PutIpv();
  WhenSet("2.6.2.4.0", 1, "2.6.3.3.0", 1);

  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("2.6.2.4.0=1"));
}

TEST_F(EatonSwitchedTest, OffIsTwo) {
  PutIpv();

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("2.6.2.4.0=2"));
}

TEST_F(EatonSwitchedTest, RebootIsThree) {
  PutIpv();
  WhenSet("2.6.2.2.0", 3, "2.6.3.1.0", 2, 1);

  const Result<void> reboot = Outlet("auto", 1).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("2.6.2.2.0=3"));
}

TEST_F(EatonSwitchedTest, OlderModelHasItsOwnTree) {
  PutSysObjectId("1.3.6.1.4.1.20677.1");
  PutIpc();
  WhenSet("1.5.2.4.0", 2, "1.5.3.3.0", 2);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("1.5.2.4.0=2"));
}

TEST_F(EatonSwitchedTest, ReadsTheTotalOfTheUnit) {
  PutIpv();

  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{208, "unit"}));
  EXPECT_EQ(reading.current, (Measurement{11, "unit"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{2288, "unit"}));
}

TEST_F(EatonSwitchedTest, OlderModelMetersNothing) {
  PutIpc();

  EXPECT_TRUE(Outlet("auto", 3).Read().value().empty());
}

TEST_F(EatonSwitchedTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  PutIpv();

  const OutletRow outlet{3, {3}, ""};

  EXPECT_EQ(RebootDuration(session(), EatonSwitched(), outlet).value(),
            std::chrono::seconds(7));
}

}  // namespace
}  // namespace pdukit::client
