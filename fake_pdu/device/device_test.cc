#include "fake_pdu/device/device.h"

#include <chrono>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/device/relays.h"
#include "fake_pdu/device/testing/sample_spec.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Optional;

class DeviceTest : public ::testing::Test {
 protected:
  OutletState StateAfter(seconds wait, int outlet) {
    clock_.Advance(wait);
    return device_.outlet(outlet).value();
  }

  ManualClock clock_;
  Device device_{Share(SampleSpec()), clock_};
};

TEST_F(DeviceTest, StartsAsTheFactoryLeftIt) {
  EXPECT_THAT(device_.outlets(), ElementsAre(1, 2, 3, 4));
  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(device_.pending(1).value(), std::nullopt);
  EXPECT_EQ(device_.next_due(), std::nullopt);
}

TEST_F(DeviceTest, OffActsAtOnceAndOnOneOutletAlone) {
  device_.Command(2, OutletCommand::kOff).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOn);
}

TEST_F(DeviceTest, OnActsAtOnce) {
  device_.Command(2, OutletCommand::kOff).value();

  device_.Command(2, OutletCommand::kOn).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(DeviceTest, RebootIsOffForTheOutletsOwnDuration) {
  device_.Command(2, OutletCommand::kReboot).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(5), 2), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(1), 2), OutletState::kOn);
}

TEST_F(DeviceTest, RebootOfAnOutletThatIsOffTurnsItOnInTheEnd) {
  device_.Command(2, OutletCommand::kOff).value();

  device_.Command(2, OutletCommand::kReboot).value();

  EXPECT_EQ(StateAfter(seconds(6), 2), OutletState::kOn);
}

TEST_F(DeviceTest, DelayedOffWaitsForTheOffDelay) {
  device_.Command(3, OutletCommand::kDelayedOff).value();

  EXPECT_EQ(StateAfter(seconds(2), 3), OutletState::kOn);
  EXPECT_EQ(StateAfter(seconds(1), 3), OutletState::kOff);
}

TEST_F(DeviceTest, DelayedOnWaitsForTheOnDelay) {
  device_.Command(1, OutletCommand::kOff).value();

  device_.Command(1, OutletCommand::kDelayedOn).value();

  EXPECT_EQ(StateAfter(seconds(9), 1), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(1), 1), OutletState::kOn);
}

TEST_F(DeviceTest, DelayedRebootIsOffDelayDurationAndOnDelay) {
  device_.Command(1, OutletCommand::kDelayedReboot).value();

  EXPECT_EQ(StateAfter(seconds(0), 1), OutletState::kOn);
  EXPECT_EQ(StateAfter(seconds(1), 1), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(14), 1), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(1), 1), OutletState::kOn);
}

TEST_F(DeviceTest, WhatIsPendingShowsUntilItIsDue) {
  device_.Command(3, OutletCommand::kDelayedOff).value();

  EXPECT_THAT(device_.pending(3).value(), Optional(OutletCommand::kDelayedOff));
  clock_.Advance(seconds(3));
  EXPECT_EQ(device_.pending(3).value(), std::nullopt);
}

TEST_F(DeviceTest, NextDueIsTheEarliestOfAllOutlets) {
  device_.Command(3, OutletCommand::kDelayedOff).value();
  device_.Command(2, OutletCommand::kDelayedOff).value();

  EXPECT_THAT(device_.next_due(), Optional(clock_.Now() + seconds(2)));
}

TEST_F(DeviceTest, CancelLeavesTheOutletAsItIs) {
  device_.Command(2, OutletCommand::kReboot).value();

  device_.Command(2, OutletCommand::kCancel).value();

  EXPECT_EQ(StateAfter(seconds(100), 2), OutletState::kOff);
}

TEST_F(DeviceTest, NewCommandReplacesWhatIsPending) {
  device_.Command(2, OutletCommand::kDelayedOff).value();

  device_.Command(2, OutletCommand::kOn).value();

  EXPECT_EQ(device_.pending(2).value(), std::nullopt);
  EXPECT_EQ(StateAfter(seconds(100), 2), OutletState::kOn);
}

TEST_F(DeviceTest, AllGoOffByTheDelayOfEach) {
  device_.CommandAll(OutletCommand::kDelayedOff).value();

  EXPECT_EQ(StateAfter(seconds(1), 1), OutletState::kOff);
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
  EXPECT_EQ(StateAfter(seconds(3), 4), OutletState::kOff);
}

TEST_F(DeviceTest, DelayedRebootOfAllWaitsForTheLongestDuration) {
  device_.CommandAll(OutletCommand::kDelayedReboot).value();

  // Off after 1 to 4 s, then 8 s, then on after 10 to 40 s.
  EXPECT_EQ(StateAfter(seconds(21), 1), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(1), 1), OutletState::kOn);
  EXPECT_EQ(StateAfter(seconds(30), 4), OutletState::kOn);
}

TEST_F(DeviceTest, CancelForAllDropsEverything) {
  device_.CommandAll(OutletCommand::kDelayedOff).value();

  device_.CommandAll(OutletCommand::kCancel).value();

  EXPECT_EQ(device_.next_due(), std::nullopt);
}

TEST_F(DeviceTest, LockedOutletRefusesCommands) {
  device_.SetLocked(2, true).value();

  const Result<void> result = device_.Command(2, OutletCommand::kOff);

  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().kind, ErrorKind::kRefusedByDevice);
  EXPECT_THAT(result.error().Text(),
              HasSubstr("outlet 2: the outlet is locked"));
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(DeviceTest, HandAtTheRackSwitchesALockedOutlet) {
  device_.SetLocked(2, true).value();

  device_.SetOutlet(2, OutletState::kOff).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
}

TEST_F(DeviceTest, UnknownOutletIsNamedAlongWithThoseThatExist) {
  const Result<OutletState> state = device_.outlet(9);

  ASSERT_FALSE(state.ok());
  EXPECT_EQ(state.error().kind, ErrorKind::kNoSuchOutlet);
  EXPECT_THAT(state.error().Text(), HasSubstr("its outlets are 1 to 4"));
}

TEST_F(DeviceTest, NegativeAndUndefinedLoadsAreRefused) {
  EXPECT_FALSE(device_.SetLoad(1, -1).ok());
  EXPECT_FALSE(
      device_.SetLoad(1, std::numeric_limits<double>::quiet_NaN()).ok());
  EXPECT_FALSE(
      device_.SetLoad(1, std::numeric_limits<double>::infinity()).ok());
  EXPECT_EQ(device_.load(1).value(), 0);
}

TEST_F(DeviceTest, NameCanBeChanged) {
  device_.SetOutletName(1, "db-3").value();

  EXPECT_EQ(device_.outlet_name(1).value(), "db-3");
  EXPECT_EQ(device_.outlet_name(2).value(), "");
}

TEST_F(DeviceTest, RefusedEditLeavesNothingBehind) {
  const bool applied = device_.Apply([](Edit& edit) {
    Execute(edit, 0, OutletCommand::kOff);
    return false;
  });

  EXPECT_FALSE(applied);
  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOn);
}

TEST(DeviceDelayTest, DelayOfZeroActsAtOnce) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.outlets[0].config.off_delay = 0;
  Device device(Share(spec), clock);

  device.Command(1, OutletCommand::kDelayedOff).value();

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOff);
}

TEST(DeviceDelayTest, NegativeDelayNeverActs) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.outlets[0].config.off_delay = -1;
  Device device(Share(spec), clock);

  device.Command(1, OutletCommand::kDelayedOff).value();
  device.Command(1, OutletCommand::kDelayedReboot).value();
  clock.Advance(std::chrono::hours(1000));

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOn);
}

TEST(DeviceDelayTest, RebootCanTakeTheUnitsDuration) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.outlets[0].config.reboots_as_unit = true;
  spec.units[0].reboot_duration = 60;
  Device device(Share(spec), clock);

  device.Command(1, OutletCommand::kReboot).value();
  clock.Advance(seconds(59));

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOff);
  EXPECT_THAT(device.next_due(), Optional(clock.Now() + seconds(1)));
}

TEST(DeviceDelayTest, OutletThatIsNotSwitchedRefuses) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.outlets[0].switched = false;
  Device device(Share(spec), clock);

  EXPECT_EQ(device.Command(1, OutletCommand::kOff).error().message,
            "the outlet is not switched");
}

}  // namespace
}  // namespace pdukit::fake_pdu
