#include "fake_pdu/device/energy.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ratio>

#include "fake_pdu/device/loads.h"

namespace pdukit::fake_pdu {
namespace {

double WattHours(double watts, Clock::Duration duration) {
  return watts *
         std::chrono::duration<double, std::ratio<3600>>(duration).count();
}

double OutletEnergy(const DeviceState& state, int row) {
  const OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(row)];
  return outlet.energy + WattHours(LoadIn(state, Scope::kOutlet, row).watts,
                                   state.now - outlet.energy_since);
}

// The share of an outlet's energy that passes through some part.
double ShareOf(const DeviceState& state, int outlet_row, Scope scope, int row) {
  const OutletSpec& outlet =
      state.spec->outlets[static_cast<std::size_t>(outlet_row)];
  const DeviceSpec& spec = *state.spec;
  const std::size_t at = static_cast<std::size_t>(row);
  switch (scope) {
    case Scope::kOutlet:
      return outlet_row == row ? 1 : 0;
    case Scope::kBank:
      return outlet.bank == spec.banks[at].number ? 1 : 0;
    case Scope::kPhase: {
      const int line = spec.phases[at].number - 1;
      if (outlet.inlet != spec.phases[at].inlet ||
          !Touches(outlet.wiring, line)) {
        return 0;
      }
      return IsLineToLine(outlet.wiring) ? 0.5 : 1;
    }
    case Scope::kInlet:
      return outlet.inlet == spec.inlets[at].number ? 1 : 0;
    case Scope::kUnit:
      return RelatedRow(spec, Scope::kOutlet, outlet_row, scope) == row ? 1 : 0;
    case Scope::kGroup:
      return std::count(state.groups[at].begin(), state.groups[at].end(),
                        outlet_row) > 0
                 ? 1
                 : 0;
    case Scope::kSensor:
    case Scope::kContact:
      break;
  }
  return 0;
}

bool CarriesOwnPower(const DeviceSpec& spec, Scope scope, int row) {
  const std::size_t at = static_cast<std::size_t>(row);
  return scope == Scope::kUnit ||
         (scope == Scope::kInlet &&
          IsFirstOfUnit(spec, spec.inlets[at].number)) ||
         (scope == Scope::kPhase && spec.phases[at].number == 1 &&
          IsFirstOfUnit(spec, spec.phases[at].inlet));
}

}  // namespace

double EnergyIn(const DeviceState& state, Scope scope, int row) {
  const DeviceSpec& spec = *state.spec;
  double sum = 0;
  for (int outlet = 0; outlet < spec.RowCount(Scope::kOutlet); ++outlet) {
    const double share = ShareOf(state, outlet, scope, row);
    if (share > 0) {
      sum += share * OutletEnergy(state, outlet);
    }
  }
  if (CarriesOwnPower(spec, scope, row)) {
    sum += state.own_energy +
           WattHours(OwnPower(state, spec.inlets.front().number),
                     state.now - state.own_energy_since);
  }
  return sum;
}

void CloseEnergyInterval(DeviceState& state, int outlet_row,
                         Clock::TimePoint time) {
  OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(outlet_row)];
  outlet.energy += WattHours(LoadIn(state, Scope::kOutlet, outlet_row).watts,
                             time - outlet.energy_since);
  outlet.energy_since = time;
}

void CloseUnitEnergyInterval(DeviceState& state, Clock::TimePoint time) {
  state.own_energy +=
      WattHours(OwnPower(state, state.spec->inlets.front().number),
                time - state.own_energy_since);
  state.own_energy_since = time;
}

}  // namespace pdukit::fake_pdu
