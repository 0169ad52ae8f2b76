#include "fake_pdu/device/device_state.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <variant>

#include "fake_pdu/device/loads.h"
#include "fake_pdu/device/meters.h"

namespace pdukit::fake_pdu {
namespace {

const OutletRuntime& OutletAt(const DeviceState& state, int row) {
  return state.outlets[static_cast<std::size_t>(row)];
}

// Whether the breaker before the outlet is open.
bool IsTripped(const DeviceState& state, int row) {
  const int bank = state.spec->outlets[static_cast<std::size_t>(row)].bank;
  const int bank_row = bank == 0 ? -1 : state.spec->BankRow(bank);
  return bank_row >= 0 && state.tripped[static_cast<std::size_t>(bank_row)];
}

bool Unlocks(OutletCommand command) {
  return command == OutletCommand::kUnlock ||
         command == OutletCommand::kLockOn ||
         command == OutletCommand::kLockOff;
}

bool TurnsOn(OutletCommand command) {
  return command == OutletCommand::kOn ||
         command == OutletCommand::kDelayedOn ||
         command == OutletCommand::kLockOn ||
         command == OutletCommand::kShortOn;
}

// Whether the outlet's phase or bank carries too much to turn it on.
bool IsRestricted(const DeviceState& state, int outlet_row) {
  for (const Scope scope : {Scope::kPhase, Scope::kBank}) {
    const int row = RelatedRow(*state.spec, Scope::kOutlet, outlet_row, scope);
    const auto* restriction = row < 0 ? nullptr
                                      : std::get_if<std::int64_t>(&SettingValue(
                                            state, RestrictionOf(scope), row));
    if (restriction == nullptr || *restriction == 0) {
      continue;
    }
    const Level level = LevelOf(state, scope, row, Quantity::kCurrent);
    if (level == Level::kAboveUpperCritical ||
        (level == Level::kAboveUpperWarning &&
         *restriction ==
             static_cast<int>(OverloadRestriction::kOnNearOverload))) {
      return true;
    }
  }
  return false;
}

OutletCondition PendingCondition(const OutletRuntime& outlet, bool is_on) {
  if (outlet.pending == OutletCommand::kReboot ||
      outlet.pending == OutletCommand::kDelayedReboot) {
    return is_on ? OutletCondition::kRebootOn : OutletCondition::kRebootOff;
  }
  const bool goes_on = outlet.steps[0].target == OutletState::kOn;
  if (goes_on == is_on) {
    return is_on ? OutletCondition::kOn : OutletCondition::kOff;
  }
  return is_on ? OutletCondition::kPendingOff : OutletCondition::kPendingOn;
}

}  // namespace

DeviceState InitialState(const DeviceSpec& spec, Clock::TimePoint now,
                         Clock::WallTime wall_now) {
  DeviceState state;
  state.spec = &spec;
  state.now = now;
  state.wall_origin = wall_now - now.time_since_epoch();
  state.booted_at = now;
  state.units = spec.units;
  state.tripped.assign(spec.banks.size(), false);
  state.own_energy_since = now;
  state.outlets.reserve(spec.outlets.size());
  for (const OutletSpec& outlet : spec.outlets) {
    OutletRuntime runtime;
    runtime.relay = outlet.initial_state;
    runtime.switched_at = now;
    runtime.load = outlet.load;
    runtime.power_factor = outlet.power_factor;
    runtime.energy_since = now;
    state.outlets.push_back(runtime);
  }
  for (const SensorSpec& sensor : spec.sensors) {
    state.sensors.push_back(
        {sensor.temperature.value_or(0), sensor.humidity.value_or(0)});
  }
  for (const ContactSpec& contact : spec.contacts) {
    state.contacts.push_back({contact.initial_state, contact.normal_state});
  }
  for (const GroupSpec& group : spec.groups) {
    std::vector<int>& rows = state.groups.emplace_back();
    for (const int number : group.outlets) {
      rows.push_back(spec.OutletRow(number));
    }
    std::sort(rows.begin(), rows.end());
  }
  return state;
}

const AttributeValue& SettingValue(const DeviceState& state, SettingId id,
                                   int row) {
  static const AttributeValue kNothing;
  const AttributeValue* value = state.settings.Find(id, row);
  if (value == nullptr) {
    value = state.spec->defaults.Find(id, row);
  }
  return value == nullptr ? kNothing : *value;
}

Clock::WallTime WallAt(const DeviceState& state, Clock::TimePoint time) {
  return state.wall_origin + time.time_since_epoch();
}

std::uint32_t PeakKey(Scope scope, int row, Quantity quantity) {
  return static_cast<std::uint32_t>(scope) << 24 |
         static_cast<std::uint32_t>(quantity) << 16 |
         static_cast<std::uint32_t>(row);
}

const OutletConfig& ConfigOf(const DeviceState& state, int outlet_row) {
  const auto own = state.outlet_configs.find(outlet_row);
  return own == state.outlet_configs.end()
             ? state.spec->outlets[static_cast<std::size_t>(outlet_row)].config
             : own->second;
}

const OutletFaults& FaultsOf(const DeviceState& state, int outlet_row) {
  static const OutletFaults kNone;
  const auto found = state.outlet_faults.find(outlet_row);
  return found == state.outlet_faults.end() ? kNone : found->second;
}

bool IsPowered(const DeviceState& state) {
  return IsLive(state, state.spec->inlets.front().number);
}

bool IsUp(const DeviceState& state) {
  return IsPowered(state) && !state.card_back_at;
}

Clock::Duration UptimeOf(const DeviceState& state) {
  return IsUp(state) ? state.now - state.booted_at : Clock::Duration{};
}

bool IsFed(const DeviceState& state, int inlet, Wiring wiring) {
  return state.plugged &&
         std::none_of(
             state.phase_volts.begin(), state.phase_volts.end(),
             [&](const auto& entry) {
               const PhaseSpec& phase =
                   state.spec->phases[static_cast<std::size_t>(entry.first)];
               return entry.second <= 0 && phase.inlet == inlet &&
                      Touches(wiring, phase.number - 1);
             });
}

bool HasPower(const DeviceState& state, int outlet_row) {
  const OutletSpec& outlet =
      state.spec->outlets[static_cast<std::size_t>(outlet_row)];
  return IsFed(state, outlet.inlet, outlet.wiring) &&
         !IsTripped(state, outlet_row);
}

OutletState StateOf(const DeviceState& state, int outlet_row) {
  return HasPower(state, outlet_row)
             ? state.outlets[static_cast<std::size_t>(outlet_row)].relay
             : OutletState::kOff;
}

const DeviceState& ShownState(const DeviceState& state, Scope scope, int row) {
  if (scope != Scope::kOutlet || state.outlet_faults.empty()) {
    return state;
  }
  const OutletFaults& faults = FaultsOf(state, row);
  return faults.shown == nullptr ? state : *faults.shown;
}

OutletCondition ConditionOf(const DeviceState& state, int outlet_row) {
  const OutletRuntime& outlet = OutletAt(state, outlet_row);
  const bool is_on = StateOf(state, outlet_row) == OutletState::kOn;
  if (outlet.is_unknown) {
    return is_on ? OutletCondition::kUnknownOn : OutletCondition::kUnknownOff;
  }
  if (outlet.relay == OutletState::kOn && state.plugged &&
      IsTripped(state, outlet_row)) {
    return OutletCondition::kTripped;
  }
  if (ConfigOf(state, outlet_row).locked) {
    return is_on ? OutletCondition::kLockedOn : OutletCondition::kLockedOff;
  }
  if (outlet.step_count > 0) {
    return PendingCondition(outlet, is_on);
  }
  return is_on ? OutletCondition::kOn : OutletCondition::kOff;
}

OutletCondition ControlOf(const DeviceState& state, int outlet_row) {
  const OutletCondition condition = ConditionOf(state, outlet_row);
  if (OutletAt(state, outlet_row).is_commanded) {
    return condition;
  }
  switch (condition) {
    case OutletCondition::kOff:
      return OutletCondition::kStartupOff;
    case OutletCondition::kOn:
      return OutletCondition::kStartupOn;
    default:
      return condition;
  }
}

bool Obeys(const DeviceState& state, int outlet_row, OutletCommand command) {
  const OutletRuntime& outlet = OutletAt(state, outlet_row);
  const int unit =
      RelatedRow(*state.spec, Scope::kOutlet, outlet_row, Scope::kUnit);
  const bool in_window =
      ConfigOf(state, outlet_row).unlock_window <= 0 ||
      state.units[static_cast<std::size_t>(unit)].needs_no_unlock ||
      state.now < outlet.unlocked_until;
  return IsUp(state) &&
         (!ConfigOf(state, outlet_row).locked || Unlocks(command)) &&
         in_window && !(TurnsOn(command) && IsRestricted(state, outlet_row)) &&
         state.spec->outlets[static_cast<std::size_t>(outlet_row)].switched;
}

}  // namespace pdukit::fake_pdu
