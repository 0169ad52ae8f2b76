#ifndef PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_
#define PDUKIT_FAKE_PDU_DEVICE_DEVICE_STATE_H_

// Everything about one PDU that can change, as of one moment. A plain value:
// a SET that fails half way puts the copy back.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/device/contact_state.h"
#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/device/outlet_runtime.h"
#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

struct SensorRuntime {
  double temperature = 0;  // degrees Celsius
  double humidity = 0;     // %
};

struct ContactRuntime {
  ContactState state = ContactState::kOpen;
  ContactState normal_state = ContactState::kOpen;
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
  // The management card, which speaks SNMP.
  Clock::TimePoint booted_at{};
  std::uint32_t card_starts = 0;                   // Since the first one.
  std::optional<Clock::TimePoint> card_back_at{};  // While it restarts.
  bool plugged = true;
  // V, of the phases whose voltage is not the model's, by row.
  std::map<int, double> phase_volts{};
  std::vector<UnitConfig> units{};
  std::vector<OutletRuntime> outlets{};
  // By row, where they are not the model's.
  std::map<int, OutletConfig> outlet_configs{};
  std::map<int, OutletFaults> outlet_faults{};  // By row, where there are any.
  std::vector<bool> tripped{};                  // By bank.
  bool breakers_trip = false;                   // By themselves, on overload.
  // Of each unit itself, as OutletRuntime::energy.
  double own_energy = 0;
  Clock::TimePoint own_energy_since{};
  std::vector<SensorRuntime> sensors{};
  std::vector<ContactRuntime> contacts{};
  // The rows of the outlets in each group, ascending.
  std::vector<std::vector<int>> groups{};
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

const OutletConfig& ConfigOf(const DeviceState& state, int outlet_row);
const OutletFaults& FaultsOf(const DeviceState& state, int outlet_row);

// Whether the card has power: it is fed by any phase of the first inlet.
bool IsPowered(const DeviceState& state);
// Whether it has, and answers: it is not restarting.
bool IsUp(const DeviceState& state);
// Since the card's start; zero while it is not up.
Clock::Duration UptimeOf(const DeviceState& state);

// Whether there is mains voltage between these conductors.
bool IsFed(const DeviceState& state, int inlet, Wiring wiring);
// Whether there is voltage before the relay.
bool HasPower(const DeviceState& state, int outlet_row);
OutletState StateOf(const DeviceState& state, int outlet_row);

// The state as the device shows it where it is asked about this row: as it was
// once, if it is an outlet whose status is frozen; else `state` itself.
const DeviceState& ShownState(const DeviceState& state, Scope scope, int row);

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
