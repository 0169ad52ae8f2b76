// An outlet whose status is frozen, in every kind of object that shows it.

#include <chrono>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/faults.h"
#include "fake_pdu/mib/device_objects.h"
#include "fake_pdu/mib/testing/build_model.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::seconds;

constexpr char kFamily[] = R"(
family: sample
vendor: Sample
base: 1.3.6.1.9
objects:
- {oid: 1, name: all, syntax: DisplayString, pack: outlet.state, separator: ','}
- table: unit
  entry: 2.1
  rows: unit
  columns:
  - {oid: 1, name: state, enum: {off: 0, on: 1, mixed: 2}, value: unit.outlets_state}
  - {oid: 2, name: pending, enum: {no: 0, yes: 1}, value: unit.pending}
  - {oid: 3, name: off_in, syntax: Integer32, value: unit.off_in}
  - {oid: 4, name: watts, syntax: Integer32, value: unit.active_power}
- table: outlet
  entry: 3.1
  rows: outlet
  columns:
  - {oid: 1, name: state, enum: {off: 0, on: 1}, value: outlet.state}
  - {oid: 2, name: off_in, syntax: Integer32, value: outlet.off_in}
  - {oid: 3, name: watts, syntax: Integer32, value: outlet.active_power}
)";

class FrozenStatusTest : public ::testing::Test {
 protected:
  std::string Get(const char* suffix) const {
    return objects_.Get(Oid({1, 3, 6, 1, 9}).Child(Oid::Parse(suffix).value()))
        .ToString();
  }

  ManualClock clock_;
  std::shared_ptr<const Model> model_ =
      BuildModel(kFamily, kSampleModel).value();
  Device device_{SpecOf(model_), clock_};
  DeviceObjects objects_{model_, device_};
};

TEST_F(FrozenStatusTest, ItsRowShowsWhatWas) {
  device_.SetLoad(2, 100).value();
  SetStatusFrozen(device_, 2, true).value();

  device_.CommandAll(OutletCommand::kOff).value();

  EXPECT_EQ(Get("3.1.1.1"), "0");
  EXPECT_EQ(Get("3.1.1.2"), "1");
  EXPECT_EQ(Get("3.1.3.2"), "100");
  EXPECT_EQ(Get("2.1.4.1"), "0");
}

TEST_F(FrozenStatusTest, WhatSumsUpOutletsShowsWhatWas) {
  SetStatusFrozen(device_, 2, true).value();

  device_.CommandAll(OutletCommand::kOff).value();

  EXPECT_EQ(Get("1.0"), "off,on,off,off");
  EXPECT_EQ(Get("2.1.1.1"), "2");
}

TEST_F(FrozenStatusTest, WhatBecomesPendingIsNotShown) {
  SetStatusFrozen(device_, 2, true).value();

  device_.Apply([](Edit& edit) {
    return ExecuteAfter(edit, 1, OutletCommand::kOff, 10);
  });

  EXPECT_EQ(Get("2.1.2.1"), "0");
  EXPECT_EQ(Get("2.1.3.1"), "-1");
  EXPECT_EQ(Get("3.1.2.2"), "-1");
}

TEST_F(FrozenStatusTest, WhatWasPendingStandsStill) {
  device_.Apply([](Edit& edit) {
    return ExecuteAfter(edit, 1, OutletCommand::kOff, 10);
  });
  clock_.Advance(seconds(3));

  SetStatusFrozen(device_, 2, true).value();
  clock_.Advance(seconds(60));

  EXPECT_EQ(Get("2.1.2.1"), "1");
  EXPECT_EQ(Get("3.1.2.2"), "7");
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
}

}  // namespace
}  // namespace pdukit::fake_pdu
