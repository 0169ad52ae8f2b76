#include "fake_pdu/device/device_state.h"

#include <cstddef>

namespace pdukit::fake_pdu {

DeviceState InitialState(const DeviceSpec& spec, Clock::TimePoint now,
                         Clock::WallTime wall_now) {
  DeviceState state;
  state.spec = &spec;
  state.now = now;
  state.wall_origin = wall_now - now.time_since_epoch();
  state.booted_at = now;
  state.unit = spec.unit;
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
    runtime.config = outlet.config;
    state.outlets.push_back(runtime);
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

Clock::Duration UptimeOf(const DeviceState& state) {
  return state.plugged ? state.now - state.booted_at : Clock::Duration{};
}

bool HasPower(const DeviceState& state, int outlet_row) {
  if (!state.plugged) {
    return false;
  }
  const int bank =
      state.spec->outlets[static_cast<std::size_t>(outlet_row)].bank;
  const int bank_row = bank == 0 ? -1 : state.spec->BankRow(bank);
  return bank_row < 0 || !state.tripped[static_cast<std::size_t>(bank_row)];
}

OutletState StateOf(const DeviceState& state, int outlet_row) {
  return HasPower(state, outlet_row)
             ? state.outlets[static_cast<std::size_t>(outlet_row)].relay
             : OutletState::kOff;
}

}  // namespace pdukit::fake_pdu
