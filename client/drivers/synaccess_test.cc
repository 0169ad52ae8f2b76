#include "client/drivers/synaccess.h"

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class SynaccessTest : public DriverFixture {
 protected:
  SynaccessTest() : DriverFixture("1.3.6.1.4.1.21728.3") {
    PutSysObjectId("1.3.6.1.4.1.21728.3");
    PutNumber("1.3.0", 2);
    PutText("2.1.1.2.0", "db");
    PutNumber("2.1.1.3.0", 1);
    PutText("2.1.1.2.1", "web");
    PutNumber("2.1.1.3.1", 1);
    PutNumber("2.1.1.4.1", 0);
    PutText("2.1.1.5.1", "0.45");
  }
};

TEST_F(SynaccessTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "synaccess");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(SynaccessTest, FirstPlugIsRowZero) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1", "db", PowerState::kOn, true},
                          OutletInfo{2, "2", "web", PowerState::kOn, true}));
}

TEST_F(SynaccessTest, CountOfTheUnitIsBelieved) {
  PutNumber("1.3.0", 1);

  EXPECT_EQ(Open("auto").value().outlets().value().size(), 1U);
}

TEST_F(SynaccessTest, OffIsTwo) {
  WhenSet("2.1.1.4.1", 2, "2.1.1.3.1", 2);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("2.1.1.4.1=2"));
}

TEST_F(SynaccessTest, OnIsOne) {
  const Result<void> on = Outlet("auto", 2).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("2.1.1.4.1=1"));
}

TEST_F(SynaccessTest, RebootIsThree) {
  WhenSet("2.1.1.4.1", 3, "2.1.1.3.1", 2, 1);

  const Result<void> reboot = Outlet("auto", 2).Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(sets(), ElementsAre("2.1.1.4.1=3"));
}

TEST_F(SynaccessTest, ReadsTheCurrentOfThePlug) {
  EXPECT_EQ(Outlet("auto", 2).Read().value().current,
            (Measurement{0.45, "outlet 2"}));
}

}  // namespace
}  // namespace pdukit::client
