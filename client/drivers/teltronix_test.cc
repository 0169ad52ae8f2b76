#include "client/drivers/teltronix.h"

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class TeltronixTest : public DriverFixture {
 protected:
  TeltronixTest() : DriverFixture("1.3.6.1.4.1.23620.1.2.2.1") {
    PutSysObjectId("1.3.6.1.4.1.23620.1");
    PutNumber("4.1", 1);
    PutNumber("4.2", 2);
  }
};

TEST_F(TeltronixTest, IsFoundByItsSysObjectId) {
  const SnmpPdu pdu = Open("auto").value();

  EXPECT_EQ(pdu.family(), "teltronix");
  EXPECT_THAT(pdu.family_reason(), ::testing::StartsWith("its sysObjectID is"));
}

TEST_F(TeltronixTest, ListHasEveryOutlet) {
  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1", "", PowerState::kOff, true},
                          OutletInfo{2, "2", "", PowerState::kOn, true}));
}

TEST_F(TeltronixTest, OffIsOne) {
  WhenSet("4.2", 1, "4.2", 1);

  const Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("4.2=1"));
}

TEST_F(TeltronixTest, OnIsTwo) {
  WhenSet("4.1", 2, "4.1", 2);

  const Result<void> on = Outlet("auto", 1).On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(sets(), ElementsAre("4.1=2"));
}

TEST_F(TeltronixTest, HasNoReboot) {
  EXPECT_EQ(Outlet("auto", 2).Reboot().error().kind, ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace pdukit::client
