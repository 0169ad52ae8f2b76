#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/driver_fixture.h"

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;

class ApcMasterswitchplusTest : public DriverFixture {
 protected:
  ApcMasterswitchplusTest() : DriverFixture("1.3.6.1.4.1.318.1.1.6") {
    PutSysObjectId("1.3.6.1.4.1.318.1.3.4.4");
    PutOutlet("1.1", "db");
    PutOutlet("1.2", "web");
  }

  void PutOutlet(const std::string& index, const std::string& name) {
    PutText("7.1.1.4." + index, name);
    PutNumber("7.1.1.5." + index, 1);
    PutNumber("7.1.1.6." + index, 2);
    PutNumber("5.1.1.5." + index, 1);
  }
};

TEST_F(ApcMasterswitchplusTest, IsFoundByItsSysObjectId) {
  EXPECT_EQ(Open("auto").value().family(), "apc_masterswitchplus");
}

TEST_F(ApcMasterswitchplusTest, ListsTheOutletsOfEveryUnit) {
  PutOutlet("2.1", "");

  EXPECT_THAT(Open("auto").value().outlets().value(),
              ElementsAre(OutletInfo{1, "1.1", "db", PowerState::kOn, true},
                          OutletInfo{2, "1.2", "web", PowerState::kOn, true},
                          OutletInfo{3, "2.1", "", PowerState::kOn, true}));
}

TEST_F(ApcMasterswitchplusTest, NumbersOutletsOfOneUnitAsItDoes) {
  EXPECT_EQ(Open("auto").value().outlets().value()[1],
            (OutletInfo{2, "2", "web", PowerState::kOn, true}));
}

TEST_F(ApcMasterswitchplusTest, OffIsThreeAndShowsAsTwo) {
  WhenSet("5.1.1.5.1.2", 3, "7.1.1.5.1.2", 2);

  Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(sets(), ElementsAre("5.1.1.5.1.2=3"));
}

TEST_F(ApcMasterswitchplusTest, FindsRowsThatHaveAThirdArc) {
  Remove("7.1.1.5.1.1");
  Remove("7.1.1.5.1.2");
  PutOutlet("1.1.2", "web");
  WhenSet("5.1.1.5.1.1.2", 3, "7.1.1.5.1.1.2", 2);

  Result<void> off = Outlet("auto", 2).Off();

  EXPECT_TRUE(off.ok()) << off;
}

TEST_F(ApcMasterswitchplusTest, DelayedOnIsTwo) {
  PutNumber("7.1.1.5.1.1", 2);
  WhenSet("5.1.1.5.1.1", 2, "7.1.1.6.1.1", 1);

  Result<void> delayed = Outlet("auto", 1).DelayedOn();

  EXPECT_TRUE(delayed.ok()) << delayed;
}

TEST_F(ApcMasterswitchplusTest, HasNoDelayedOffThatStaysOff) {
  EXPECT_EQ(Outlet("auto", 1).DelayedOff().error().kind,
            ErrorKind::kUnsupported);
}

TEST_F(ApcMasterswitchplusTest, CancelIsEight) {
  PutNumber("7.1.1.6.1.1", 1);
  WhenSet("5.1.1.5.1.1", 8, "7.1.1.6.1.1", 2);

  Result<void> cancel = Outlet("auto", 1).Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
}

}  // namespace
}  // namespace pdukit::client
