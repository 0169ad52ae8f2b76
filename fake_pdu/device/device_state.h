#ifndef PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_
#define PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_

// Everything about one PDU that can change, as of one moment. A plain value:
// a SET that fails half way puts the copy back.

#include <array>
#include <cstdint>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

// What an outlet will do, unless it is cancelled.
struct PendingStep {
  Clock::TimePoint due{};
  OutletState target = OutletState::kOff;
  OutletCause cause = OutletCause::kDelayedCommand;
};

struct OutletRuntime {
  // The contacts of the relay, whether or not there is power before them.
  OutletState relay = OutletState::kOn;
  std::uint8_t step_count = 0;  // Of `steps`, in the order of their due times.
  OutletCommand pending = OutletCommand::kCancel;  // If step_count > 0.
  std::array<PendingStep, 2> steps{};
  Clock::TimePoint switched_at{};
  double load = 0;  // W, while the outlet is on
  double power_factor = 1;
  // Wh up to `energy_since`; from there on the power is as it is now.
  double energy = 0;
  Clock::TimePoint energy_since{};
  OutletConfig config{};
};

struct DeviceState {
  const DeviceSpec* spec = nullptr;
  // The moment for which all of this holds.
  Clock::TimePoint now{};
  // Wall time of the zero of TimePoint.
  Clock::WallTime wall_origin{};
  Clock::TimePoint booted_at{};
  bool plugged = true;
  UnitConfig unit{};
  std::vector<OutletRuntime> outlets{};
  std::vector<bool> tripped{};  // By bank.
  double own_energy = 0;        // As OutletRuntime::energy.
  Clock::TimePoint own_energy_since{};
  // What differs from the spec's defaults.
  Settings settings{};
};

// A device as it leaves the factory, just plugged in.
DeviceState InitialState(const DeviceSpec& spec, Clock::TimePoint now,
                         Clock::WallTime wall_now);

// The changed or the default value; monostate if there is neither.
const AttributeValue& SettingValue(const DeviceState& state, SettingId id,
                                   int row);

Clock::WallTime WallAt(const DeviceState& state, Clock::TimePoint time);

// Since the start; zero while unplugged.
Clock::Duration UptimeOf(const DeviceState& state);

// Whether there is voltage before the relay.
bool HasPower(const DeviceState& state, int outlet_row);
OutletState StateOf(const DeviceState& state, int outlet_row);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_
