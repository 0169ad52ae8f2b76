// Values as in a capture of a MasterSwitch with an AP9606 card.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class ApcMasterswitchTest : public DriverFixture {
 protected:
  ApcMasterswitchTest() : DriverFixture("1.3.6.1.4.1.318.1.1.4") {
    PutSysObjectId("1.3.6.1.4.1.318.1.3.4.2");
    for (int outlet = 1; outlet <= 2; ++outlet) {
      const std::string row = "." + std::to_string(outlet);
      PutNumber("4.2.1.2" + row, 2);
      PutNumber("4.2.1.3" + row, outlet);
      PutText("4.2.1.4" + row, "Outlet " + std::to_string(outlet));
      PutNumber("5.2.1.5" + row, 5);
    }
  }
};

TEST_F(ApcMasterswitchTest, IsFoundByItsSysObjectId) {
  EXPECT_EQ(Open("auto").value().family(), "apc_masterswitch");
}

TEST_F(ApcMasterswitchTest, ListsOutletsWithoutACount) {
  EXPECT_THAT(
      Open("apc_masterswitch").value().outlets().value(),
      ElementsAre(OutletInfo{1, "1", "Outlet 1", PowerState::kOn, true},
                  OutletInfo{2, "2", "Outlet 2", PowerState::kOff, true}));
}

TEST_F(ApcMasterswitchTest, OffIsTwoInTheObjectThatIsRead) {
  WhenSet("4.2.1.3.1", 2, "4.2.1.3.1", 2);

  Result<void> off = Outlet("apc_masterswitch", 1).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("4.2.1.3.1=2"));
}

TEST_F(ApcMasterswitchTest, OutletUnknownIsUnknown) {
  PutNumber("4.2.1.3.1", 4);

  EXPECT_EQ(Outlet("apc_masterswitch", 1).Status().value(),
            PowerState::kUnknown);
}

TEST_F(ApcMasterswitchTest, DelayedOnIsFive) {
  WhenSet("4.2.1.3.2", 5, "4.2.1.2.2", 1);
  SnmpPowerClient outlet = Outlet("apc_masterswitch", 2);

  Result<void> delayed = outlet.DelayedOn();

  EXPECT_TRUE(delayed.ok()) << delayed;
  EXPECT_EQ(outlet.Status().value(), PowerState::kPendingOn);
}

TEST_F(ApcMasterswitchTest, RebootIsThree) {
  WhenSet("4.2.1.3.1", 3, "4.2.1.3.1", 2);

  Result<void> reboot = Outlet("apc_masterswitch", 1).Reboot();

  EXPECT_EQ(reboot.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_THAT(sets(), ElementsAre("4.2.1.3.1=3"));
}

TEST_F(ApcMasterswitchTest, HasNoCancelAndNoMeters) {
  SnmpPowerClient outlet = Outlet("apc_masterswitch", 1);

  EXPECT_EQ(outlet.Cancel().error().kind, ErrorKind::kUnsupported);
  EXPECT_TRUE(outlet.Read().value().empty());
}

}  // namespace
}  // namespace pdukit::client
