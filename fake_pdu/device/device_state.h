#ifndef PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_
#define PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_

// Everything about one PDU that can change, as of one moment. A plain value:
// a SET that fails half way puts the copy back.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
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
  std::uint32_t switch_count = 0;  // Of the contacts.
  // What a commit will do (OutletCommand::kQueueOn and its like).
  std::optional<OutletCommand> queued{};
  bool is_commanded = false;  // A command came since the start.
  bool is_unknown = false;    // The device cannot tell its state.
  Clock::TimePoint unlocked_until{};
  double load = 0;  // W, while the outlet is on
  double power_factor = 1;
  // Wh up to `energy_since`; from there on the power is as it is now.
  double energy = 0;
  Clock::TimePoint energy_since{};
  OutletConfig config{};
};

struct SensorRuntime {
  double temperature = 0;  // degrees Celsius
  double humidity = 0;     // %
};

// The highest reading so far.
struct Peak {
  double value = 0;
  Clock::TimePoint at{};
  Clock::TimePoint since{};  // When it began to be watched.
};

struct DeviceState {
  const DeviceSpec* spec = nullptr;
  // The moment for which all of this holds.
  Clock::TimePoint now{};
  // Wall time of the zero of TimePoint.
  Clock::WallTime wall_origin{};
  Clock::TimePoint booted_at{};
  bool plugged = true;
  std::vector<UnitConfig> units{};
  std::vector<OutletRuntime> outlets{};
  std::vector<bool> tripped{};  // By bank.
  // Of each unit itself, as OutletRuntime::energy.
  double own_energy = 0;
  Clock::TimePoint own_energy_since{};
  std::vector<SensorRuntime> sensors{};
  // By PeakKey; empty if nothing shows them.
  std::map<std::uint32_t, Peak> peaks{};
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

std::uint32_t PeakKey(Scope scope, int row, Quantity quantity);

// Since the start; zero while unplugged.
Clock::Duration UptimeOf(const DeviceState& state);

// Whether there is voltage before the relay.
bool HasPower(const DeviceState& state, int outlet_row);
OutletState StateOf(const DeviceState& state, int outlet_row);

// Everything that can be said of an outlet in one word.
enum class OutletCondition : std::uint8_t {
  kOff,
  kOn,
  kPendingOff,  // On, and about to go off.
  kPendingOn,   // Off, and about to come on.
  kRebootOn,    // On, before the off of a reboot.
  kRebootOff,   // Off, before the on of a reboot.
  kLockedOff,
  kLockedOn,
  kTripped,     // The relay is on, the breaker before it open.
  kUnknownOff,  // Off, but the device cannot tell.
  kUnknownOn,   // On, but the device cannot tell.
  kStartupOff,  // As the start left it; only of ControlOf.
  kStartupOn,   // As the start left it; only of ControlOf.
};

OutletCondition ConditionOf(const DeviceState& state, int outlet_row);

// The same, but tells an outlet that no command has reached since the start.
OutletCondition ControlOf(const DeviceState& state, int outlet_row);

// Whether a command would be obeyed.
bool Obeys(const DeviceState& state, int outlet_row, OutletCommand command);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_
