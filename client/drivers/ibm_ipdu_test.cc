#include "client/drivers/ibm_ipdu.h"

#include <string>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class IbmIpduTest : public DriverFixture {
 protected:
  IbmIpduTest() : DriverFixture("1.3.6.1.4.1.2.6.223") {
    PutSysObjectId("1.3.6.1.4.1.2.6.223");
    PutNumber("8.2.1.0", 2);
  }

  void PutOld() {
    PutText("7.3.0", "OPDP_sIBM_v01.2_2");
    PutText("8.2.2.1.2.2", "web");
    PutNumber("8.2.2.1.11.1", 1);
    PutNumber("8.2.2.1.11.2", 1);
  }
  void PutNew() {
    PutText("7.3.0", "OPDP_sLEN_v01.6_1");
    PutText("8.2.2.1.2.2", "web");
    PutNumber("8.2.2.1.8.2", 230000);
    PutNumber("8.2.2.1.9.2", 1500);
    PutNumber("8.2.2.1.11.2", 8000);
    PutNumber("8.2.2.1.13.1", 1);
    PutNumber("8.2.2.1.13.2", 1);
    PutNumber("8.2.2.1.15.2", 340);
  }
};

TEST_F(IbmIpduTest, IsFoundByItsSysObjectId) {
  PutOld();

  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "ibm_ipdu");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(IbmIpduTest, IsFoundByItsOutletCount) {
  PutSysObjectId("1.3.6.1.4.1.8072.3.2.10");
  PutOld();

  EXPECT_EQ(Open("auto").value().family(), "ibm_ipdu");
}

TEST_F(IbmIpduTest, ListHasEveryOutlet) {
  PutNew();

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1", "", PowerState::kOn, true},
                          OutletInfo{2, "2", "web", PowerState::kOn, true}));
}

TEST_F(IbmIpduTest, OldLayoutIsSwitchedByColumnEleven) {
  PutOld();
  WhenSet("8.2.2.1.11.2", 0, "8.2.2.1.11.2", 0);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("8.2.2.1.11.2=0"));
}

TEST_F(IbmIpduTest, NewLayoutIsSwitchedByColumnThirteen) {
  PutNew();
  WhenSet("8.2.2.1.13.2", 0, "8.2.2.1.13.2", 0);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("8.2.2.1.13.2=0"));
}

TEST_F(IbmIpduTest, ThresholdIsNotTakenForTheStateWhateverTheVersionSays) {
  PutNew();
  PutText("7.3.0", "2.0");

  EXPECT_EQ(Outlet("auto", 2).Status().value(), PowerState::kOn);
}

TEST_F(IbmIpduTest, OnIsOne) {
  PutNew();

  const Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("8.2.2.1.13.2=1"));
}

TEST_F(IbmIpduTest, CycleIsTwo) {
  PutNew();
  WhenSet("8.2.2.1.13.2", 2, "8.2.2.1.13.2", 2, 1);

  const Result<void> reboot = Outlet("auto", 2).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("8.2.2.1.13.2=2"));
}

TEST_F(IbmIpduTest, ErrorIsNotOff) {
  PutNew();
  PutNumber("8.2.2.1.13.2", -1);

  EXPECT_EQ(Outlet("auto", 2).Status().value(), PowerState::kUnknown);
}

TEST_F(IbmIpduTest, DelayedSwitchIsNotOff) {
  PutNew();
  PutNumber("8.2.2.1.13.2", 3);

  EXPECT_EQ(Outlet("auto", 2).Status().value(), PowerState::kUnknown);
}

TEST_F(IbmIpduTest, ReadsWhatTheOutletMeters) {
  PutNew();

  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{230, "outlet 2"}));
  EXPECT_EQ(reading.current, (Measurement{1.5, "outlet 2"}));
  EXPECT_EQ(reading.active_power, (Measurement{340, "outlet 2"}));
}

TEST_F(IbmIpduTest, OldLayoutIsReadWhereAVoltageIsWhereTheNewOneHasIt) {
  PutOld();
  PutNumber("8.2.2.1.8.2", 230000);
  PutNumber("8.2.2.1.9.2", 1500);

  const PowerReading reading = Outlet("auto", 2).Read().value();

  EXPECT_EQ(reading.voltage, (Measurement{230, "outlet 2"}));
  EXPECT_EQ(reading.current, (Measurement{1.5, "outlet 2"}));
}

TEST_F(IbmIpduTest, OldLayoutIsNotReadWhereSomethingElseIs) {
  PutOld();
  PutNumber("8.2.2.1.8.2", 16000);
  PutNumber("8.2.2.1.9.2", 1500);

  EXPECT_TRUE(Outlet("auto", 2).Read().value().empty());
}

}  // namespace
}  // namespace pdukit::client
