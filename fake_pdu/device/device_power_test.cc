#include <chrono>
#include <optional>

#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/faults.h"
#include "fake_pdu/device/testing/sample_spec.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// Without delays, so that outlets come back with the power.
DeviceSpec PromptSpec() {
  DeviceSpec spec = SampleSpec();
  for (OutletSpec& outlet : spec.outlets) {
    outlet.config.on_delay = 0;
  }
  return spec;
}

TEST(DevicePowerTest, UnpluggingTakesEveryOutletOff) {
  ManualClock clock;
  Device device(Share(PromptSpec()), clock);

  device.Unplug();

  EXPECT_FALSE(device.plugged());
  EXPECT_EQ(device.outlet(1).value(), OutletState::kOff);
  EXPECT_EQ(device.outlet(4).value(), OutletState::kOff);
}

TEST(DevicePowerTest, UnpluggedDeviceObeysNobody) {
  ManualClock clock;
  Device device(Share(PromptSpec()), clock);
  device.Unplug();

  EXPECT_EQ(device.Command(1, OutletCommand::kOn).error().message,
            "the PDU has no power");
  EXPECT_FALSE(device.CommandAll(OutletCommand::kOn).ok());
}

TEST(DevicePowerTest, OutletsComeBackAsTheyWere) {
  ManualClock clock;
  Device device(Share(PromptSpec()), clock);
  device.Command(2, OutletCommand::kOff).value();

  device.Unplug();
  device.Plug();

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(device.outlet(2).value(), OutletState::kOff);
}

TEST(DevicePowerTest, OutletsComeBackAsTheirConfigurationSays) {
  ManualClock clock;
  DeviceSpec spec = PromptSpec();
  spec.outlets[0].config.startup = StartupState::kOff;
  spec.outlets[1].config.startup = StartupState::kOn;
  spec.outlets[2].config.startup = StartupState::kAsUnit;
  spec.units[0].startup = StartupState::kOff;
  Device device(Share(spec), clock);
  device.Command(2, OutletCommand::kOff).value();

  device.Unplug();
  device.Plug();

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOff);
  EXPECT_EQ(device.outlet(2).value(), OutletState::kOn);
  EXPECT_EQ(device.outlet(3).value(), OutletState::kOff);
  EXPECT_EQ(device.outlet(4).value(), OutletState::kOn);
}

TEST(DevicePowerTest, ColdStartWaitsForTheDelayOfTheUnitAndTheOutlet) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.units[0].coldstart_delay = 30;
  Device device(Share(spec), clock);

  device.Unplug();
  device.Plug();
  clock.Advance(seconds(39));

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOff);
  clock.Advance(seconds(1));
  EXPECT_EQ(device.outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(device.outlet(2).value(), OutletState::kOff);
}

TEST(DevicePowerTest, ColdStartCanStayOff) {
  ManualClock clock;
  DeviceSpec spec = PromptSpec();
  spec.units[0].coldstart_delay = -1;
  Device device(Share(spec), clock);

  device.Unplug();
  device.Plug();
  clock.Advance(std::chrono::hours(1));

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOff);
}

TEST(DevicePowerTest, OutletsComeBackOneAfterTheOther) {
  ManualClock clock;
  DeviceSpec spec = PromptSpec();
  spec.units[0].inrush_delay = 0.2;
  spec.outlets[1].config.sequence_delay = 3;
  Device device(Share(spec), clock);

  device.Unplug();
  device.Plug();
  clock.Advance(milliseconds(200));

  EXPECT_EQ(device.outlet(2).value(), OutletState::kOn);
  EXPECT_EQ(device.outlet(3).value(), OutletState::kOff);
  clock.Advance(milliseconds(3000));
  EXPECT_EQ(device.outlet(3).value(), OutletState::kOn);
  EXPECT_EQ(device.outlet(4).value(), OutletState::kOff);
}

TEST(DevicePowerTest, WhatWasPendingIsForgotten) {
  ManualClock clock;
  Device device(Share(PromptSpec()), clock);
  device.Command(1, OutletCommand::kDelayedOff).value();

  device.Unplug();

  EXPECT_EQ(device.next_due(), std::nullopt);
  device.Plug();
  clock.Advance(seconds(100));
  EXPECT_EQ(device.outlet(1).value(), OutletState::kOn);
}

TEST(DevicePowerTest, UptimeRestarts) {
  ManualClock clock;
  Device device(Share(PromptSpec()), clock);
  clock.Advance(seconds(100));

  device.Unplug();
  clock.Advance(seconds(10));
  EXPECT_EQ(device.uptime(), seconds(0));
  device.Plug();
  clock.Advance(seconds(5));

  EXPECT_EQ(device.uptime(), seconds(5));
}

TEST(DevicePowerTest, OutletThatIsNotSwitchedIsOnWithThePower) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.outlets[0].switched = false;
  spec.units[0].coldstart_delay = 30;
  Device device(Share(spec), clock);

  device.Unplug();
  device.Plug();

  EXPECT_EQ(device.outlet(1).value(), OutletState::kOn);
}

TEST(DevicePowerTest, TrippedBreakerTakesItsOutletsAlone) {
  ManualClock clock;
  Device device(Share(SampleSpec()), clock);

  TripBreaker(device, 1).value();

  EXPECT_EQ(device.outlet(2).value(), OutletState::kOff);
  EXPECT_EQ(device.outlet(3).value(), OutletState::kOn);
  ResetBreaker(device, 1).value();
  EXPECT_EQ(device.outlet(2).value(), OutletState::kOn);
}

TEST(DevicePowerTest, UnknownBankIsAnError) {
  ManualClock clock;
  Device device(Share(SampleSpec()), clock);

  EXPECT_EQ(TripBreaker(device, 3).error().kind, ErrorKind::kNotFound);
}

}  // namespace
}  // namespace pdukit::fake_pdu
