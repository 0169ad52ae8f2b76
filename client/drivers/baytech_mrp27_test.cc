#include "client/drivers/baytech_mrp27.h"

#include <string>

#include "client/drivers/driver_fixture.h"
#include "client/drivers/outlet_readings.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class BaytechMrp27Test : public DriverFixture {
 protected:
  BaytechMrp27Test() : DriverFixture("1.3.6.1.4.1.4779.1.3.5") {
    PutSysObjectId("1.3.6.1.4.1.4779");
    PutOutlet("1.3");
    PutNumber("2.1.4.1", 105);
    PutNumber("2.1.6.1", 1170);
    PutNumber("2.1.7.1", 1200);
    PutNumber("2.1.9.1", 10);
    PutNumber("2.1.18.1", 1230);
  }

  void PutOutlet(const std::string& index) {
    PutNumber("3.1.3." + index, 1);
    PutText("3.1.4." + index, "web");
  }

  PowerState State(int value) {
    PutNumber("3.1.3.1.3", value);
    return Outlet("auto", 3).Status().value();
  }
};

TEST_F(BaytechMrp27Test, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "baytech_mrp27");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(BaytechMrp27Test, ListHasNumberAndName) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{3, "3", "web", PowerState::kOn, true}));
}

TEST_F(BaytechMrp27Test, OutletsOfSeveralStripsAreLabelledWithTheirModule) {
  PutOutlet("5.3");

  EXPECT_EQ(Open("auto").value().FindOutlet("5.3").value().number(), 2);
}

TEST_F(BaytechMrp27Test, OffIsZero) {
  WhenSet("3.1.3.1.3", 0, "3.1.3.1.3", 0);

  const Result<void> off = Outlet("auto", 3).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("3.1.3.1.3=0"));
}

TEST_F(BaytechMrp27Test, OnIsOne) {
  const Result<void> on = Outlet("auto", 3).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("3.1.3.1.3=1"));
}

TEST_F(BaytechMrp27Test, RebootIsTwo) {
  WhenSet("3.1.3.1.3", 2, "3.1.3.1.3", 0, 1);

  const Result<void> reboot = Outlet("auto", 3).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("3.1.3.1.3=2"));
}

TEST_F(BaytechMrp27Test, LockedStatesAreOnAndOff) {
  EXPECT_EQ(State(3), PowerState::kOn);
  EXPECT_EQ(State(4), PowerState::kOff);
}

TEST_F(BaytechMrp27Test, UnknownStateIsNotOff) {
  EXPECT_EQ(State(6), PowerState::kUnknown);
}

TEST_F(BaytechMrp27Test, LockIsNamedAsTheCause) {
  PutNumber("3.1.3.1.3", 3);

  const Result<void> off = Outlet("auto", 3).Off();

  ASSERT_FALSE(off.ok());
  EXPECT_THAT(off.error().message, ::testing::HasSubstr("locked"));
}

TEST_F(BaytechMrp27Test, ReadsTheStrip) {
  const PowerReading reading = Outlet("auto", 3).Read().value();

  EXPECT_EQ(reading.current, (Measurement{10.5, "unit 1"}));
  EXPECT_EQ(reading.voltage, (Measurement{117, "unit 1"}));
  EXPECT_EQ(reading.active_power, (Measurement{1200, "unit 1"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{1230, "unit 1"}));
}

TEST_F(BaytechMrp27Test, LeavesOutWhatIsNotAvailable) {
  PutNumber("2.1.6.1", -2000000);

  EXPECT_EQ(Outlet("auto", 3).Read().value().voltage, std::nullopt);
}

TEST_F(BaytechMrp27Test, RebootTakesAsLongAsTheStripSays) {
  const OutletRow outlet{3, {1, 3}, ""};

  EXPECT_EQ(RebootDuration(session(), BaytechMrp27(), outlet).value(),
            std::chrono::seconds(10));
}

TEST_F(BaytechMrp27Test, OutletThatIsOnIsLockedOn) {
  WhenSet("3.1.3.1.3", 3, "3.1.3.1.3", 3);

  const Result<void> lock = Outlet("auto", 3).Lock();

  EXPECT_TRUE(lock.ok()) << lock;
  EXPECT_THAT(sets(), ElementsAre("3.1.3.1.3=3"));
}

TEST_F(BaytechMrp27Test, OutletThatIsOffIsLockedOff) {
  PutNumber("3.1.3.1.3", 0);
  WhenSet("3.1.3.1.3", 4, "3.1.3.1.3", 4);

  const Result<void> lock = Outlet("auto", 3).Lock();

  EXPECT_TRUE(lock.ok()) << lock;
  EXPECT_THAT(sets(), ElementsAre("3.1.3.1.3=4"));
}

TEST_F(BaytechMrp27Test, OutletOfAnUnknownStateIsNotLocked) {
  PutNumber("3.1.3.1.3", 6);

  const Result<void> lock = Outlet("auto", 3).Lock();

  ASSERT_FALSE(lock.ok());
  EXPECT_EQ(lock.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(sets(), ::testing::IsEmpty());
}

TEST_F(BaytechMrp27Test, UnlockIsFive) {
  PutNumber("3.1.3.1.3", 4);
  WhenSet("3.1.3.1.3", 5, "3.1.3.1.3", 0);

  const Result<void> unlock = Outlet("auto", 3).Unlock();

  EXPECT_TRUE(unlock.ok()) << unlock;
  EXPECT_THAT(sets(), ElementsAre("3.1.3.1.3=5"));
}

}  // namespace
}  // namespace pdukit::client
