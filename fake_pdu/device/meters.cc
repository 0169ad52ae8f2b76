#include "fake_pdu/device/meters.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <complex>
#include <cstddef>
#include <optional>
#include <variant>

namespace pdukit::fake_pdu {
namespace {

const double kRootOfThree = std::sqrt(3.0);
constexpr double kPi = 3.14159265358979323846;

using Phasor = std::complex<double>;

// What flows through some part of the device.
struct Load {
  double watts = 0;
  double volt_amps = 0;
  double amps = 0;
};

const OutletSpec& SpecOfRow(const DeviceState& state, int row) {
  return state.spec->outlets[static_cast<std::size_t>(row)];
}

bool IsLineToLine(Wiring wiring) { return wiring >= Wiring::kL1L2; }

// The line of L1, L2, L3 that this starts from, from zero.
int FirstLine(Wiring wiring) { return static_cast<int>(wiring) % 3; }

double PhaseVoltage(const DeviceState& state, int inlet, int line) {
  for (const PhaseSpec& phase : state.spec->phases) {
    if (phase.inlet == inlet && phase.number == line + 1) {
      return phase.voltage;
    }
  }
  return 0;
}

double WiringVoltage(const DeviceState& state, int inlet, Wiring wiring) {
  if (!state.plugged) {
    return 0;
  }
  return PhaseVoltage(state, inlet, FirstLine(wiring)) *
         (IsLineToLine(wiring) ? kRootOfThree : 1);
}

Load LoadOf(const DeviceState& state, int row) {
  Load load;
  if (StateOf(state, row) == OutletState::kOff) {
    return load;
  }
  const OutletSpec& spec = SpecOfRow(state, row);
  const OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(row)];
  const double volts = WiringVoltage(state, spec.inlet, spec.wiring);
  load.watts = outlet.load;
  load.volt_amps = outlet.load / outlet.power_factor;
  load.amps = volts > 0 ? load.volt_amps / volts : 0;
  return load;
}

void Add(Load& sum, const Load& load, double share = 1) {
  sum.watts += load.watts * share;
  sum.volt_amps += load.volt_amps * share;
  sum.amps += load.amps;
}

double OwnPower(const DeviceState& state, int inlet) {
  const bool draws = state.plugged && !state.spec->inlets.empty() &&
                     state.spec->inlets.front().number == inlet;
  return draws ? state.spec->own_power : 0;
}

// The current of an outlet in its first line. A line-to-line voltage leads the
// voltage of its first line by 30 degrees.
Phasor CurrentOf(const OutletSpec& spec, double amps) {
  const double angle = -FirstLine(spec.wiring) * 2 * kPi / 3 +
                       (IsLineToLine(spec.wiring) ? kPi / 6 : 0);
  return std::polar(amps, angle);
}

// What flows through one line of an inlet. Of a load between two lines each
// carries the whole current and half of the power.
Load LineLoad(const DeviceState& state, int inlet, int line) {
  Load sum;
  Phasor current = 0;
  for (int row = 0; row < state.spec->RowCount(Scope::kOutlet); ++row) {
    const OutletSpec& spec = SpecOfRow(state, row);
    const int first = FirstLine(spec.wiring);
    const bool second = IsLineToLine(spec.wiring) && (first + 1) % 3 == line;
    if (spec.inlet != inlet || (first != line && !second)) {
      continue;
    }
    const Load load = LoadOf(state, row);
    Add(sum, load, IsLineToLine(spec.wiring) ? 0.5 : 1);
    current += CurrentOf(spec, load.amps) * (second ? -1.0 : 1.0);
  }
  const double own = line == 0 ? OwnPower(state, inlet) : 0;
  if (own > 0) {
    sum.watts += own;
    sum.volt_amps += own;
    current += own / PhaseVoltage(state, inlet, 0);
  }
  sum.amps = std::abs(current);
  return sum;
}

// The current of an inlet is that of the line that carries most.
Load InletLoad(const DeviceState& state, int inlet) {
  Load sum;
  double highest = 0;
  for (const PhaseSpec& phase : state.spec->phases) {
    if (phase.inlet == inlet) {
      const Load line = LineLoad(state, inlet, phase.number - 1);
      Add(sum, line);
      highest = std::max(highest, line.amps);
    }
  }
  sum.amps = highest;
  return sum;
}

Load LoadIn(const DeviceState& state, Scope scope, int row) {
  Load sum;
  const DeviceSpec& spec = *state.spec;
  const std::size_t at = static_cast<std::size_t>(row);
  switch (scope) {
    case Scope::kOutlet:
      return LoadOf(state, row);
    case Scope::kBank:
      for (int outlet = 0; outlet < spec.RowCount(Scope::kOutlet); ++outlet) {
        if (SpecOfRow(state, outlet).bank == spec.banks[at].number) {
          Add(sum, LoadOf(state, outlet));
        }
      }
      return sum;
    case Scope::kPhase:
      return LineLoad(state, spec.phases[at].inlet, spec.phases[at].number - 1);
    case Scope::kInlet:
      return InletLoad(state, spec.inlets[at].number);
    case Scope::kUnit:
      for (const InletSpec& inlet : spec.inlets) {
        Add(sum, InletLoad(state, inlet.number));
      }
      return sum;
  }
  return sum;
}

double VoltageIn(const DeviceState& state, Scope scope, int row) {
  const DeviceSpec& spec = *state.spec;
  const std::size_t at = static_cast<std::size_t>(row);
  switch (scope) {
    case Scope::kOutlet:
      return WiringVoltage(state, spec.outlets[at].inlet,
                           spec.outlets[at].wiring);
    case Scope::kBank:
      return state.tripped[at] ? 0
                               : WiringVoltage(state, spec.banks[at].inlet,
                                               spec.banks[at].wiring);
    case Scope::kPhase:
      return state.plugged ? spec.phases[at].voltage : 0;
    case Scope::kInlet:
      return state.plugged ? spec.inlets[at].voltage : 0;
    case Scope::kUnit:
      return state.plugged ? spec.inlets.front().voltage : 0;
  }
  return 0;
}

double InletFrequency(const DeviceState& state, int inlet) {
  const int row = std::max(0, state.spec->InletRow(inlet));
  return state.spec->inlets[static_cast<std::size_t>(row)].frequency;
}

double FrequencyIn(const DeviceState& state, Scope scope, int row) {
  const DeviceSpec& spec = *state.spec;
  const std::size_t at = static_cast<std::size_t>(row);
  if (!state.plugged) {
    return 0;
  }
  switch (scope) {
    case Scope::kOutlet:
      return InletFrequency(state, spec.outlets[at].inlet);
    case Scope::kBank:
      return InletFrequency(state, spec.banks[at].inlet);
    case Scope::kPhase:
      return InletFrequency(state, spec.phases[at].inlet);
    case Scope::kInlet:
      return spec.inlets[at].frequency;
    case Scope::kUnit:
      return spec.inlets.front().frequency;
  }
  return 0;
}

double WattHours(double watts, Clock::Duration duration) {
  return watts *
         std::chrono::duration<double, std::ratio<3600>>(duration).count();
}

double OutletEnergy(const DeviceState& state, int row) {
  const OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(row)];
  return outlet.energy +
         WattHours(LoadOf(state, row).watts, state.now - outlet.energy_since);
}

// The share of an outlet's energy that passes through some part.
double ShareOf(const DeviceState& state, int outlet_row, Scope scope, int row) {
  const OutletSpec& outlet = SpecOfRow(state, outlet_row);
  const DeviceSpec& spec = *state.spec;
  const std::size_t at = static_cast<std::size_t>(row);
  switch (scope) {
    case Scope::kOutlet:
      return outlet_row == row ? 1 : 0;
    case Scope::kBank:
      return outlet.bank == spec.banks[at].number ? 1 : 0;
    case Scope::kPhase: {
      const int line = spec.phases[at].number - 1;
      const int first = FirstLine(outlet.wiring);
      if (outlet.inlet != spec.phases[at].inlet) {
        return 0;
      }
      if (!IsLineToLine(outlet.wiring)) {
        return first == line ? 1 : 0;
      }
      return first == line || (first + 1) % 3 == line ? 0.5 : 0;
    }
    case Scope::kInlet:
      return outlet.inlet == spec.inlets[at].number ? 1 : 0;
    case Scope::kUnit:
      return 1;
  }
  return 0;
}

bool CarriesOwnPower(const DeviceSpec& spec, Scope scope, int row) {
  const std::size_t at = static_cast<std::size_t>(row);
  const int first_inlet = spec.inlets.front().number;
  return scope == Scope::kUnit ||
         (scope == Scope::kInlet && spec.inlets[at].number == first_inlet) ||
         (scope == Scope::kPhase && spec.phases[at].inlet == first_inlet &&
          spec.phases[at].number == 1);
}

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

double PowerFactorIn(const DeviceState& state, Scope scope, int row) {
  const Load load = LoadIn(state, scope, row);
  return load.volt_amps > 0 ? load.watts / load.volt_amps : 1;
}

std::optional<double> NumberIn(const AttributeValue& value) {
  if (const auto* number = std::get_if<double>(&value)) {
    return *number;
  }
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    return static_cast<double>(*number);
  }
  return std::nullopt;
}

bool IsBeyond(const DeviceState& state, Scope scope, int row, Quantity quantity,
              Threshold threshold, double reading) {
  const int index = static_cast<int>(threshold);
  const std::optional<double> limit =
      NumberIn(SettingValue(state, ThresholdOf(scope, quantity, index), row));
  const std::optional<double> enabled =
      NumberIn(SettingValue(state, EnabledThresholdsOf(scope, quantity), row));
  if (!limit ||
      (enabled && (static_cast<unsigned>(*enabled) & (1U << index)) == 0)) {
    return false;
  }
  return threshold >= Threshold::kUpperWarning ? reading >= *limit
                                               : reading < *limit;
}

}  // namespace

double Measure(const DeviceState& state, Scope scope, int row,
               Quantity quantity) {
  switch (quantity) {
    case Quantity::kCurrent:
      return LoadIn(state, scope, row).amps;
    case Quantity::kVoltage:
      return VoltageIn(state, scope, row);
    case Quantity::kActivePower:
      return LoadIn(state, scope, row).watts;
    case Quantity::kApparentPower:
      return LoadIn(state, scope, row).volt_amps;
    case Quantity::kPowerFactor:
      return PowerFactorIn(state, scope, row);
    case Quantity::kFrequency:
      return FrequencyIn(state, scope, row);
    case Quantity::kEnergy:
      return EnergyIn(state, scope, row);
  }
  return 0;
}

bool IsMetered(const DeviceSpec& spec, Scope scope) {
  switch (scope) {
    case Scope::kOutlet:
      return spec.metering >= Metering::kOutlet;
    case Scope::kBank:
      return spec.metering >= Metering::kBank;
    default:
      return spec.metering >= Metering::kInlet;
  }
}

Level LevelOf(const DeviceState& state, Scope scope, int row,
              Quantity quantity) {
  const double reading = Measure(state, scope, row, quantity);
  if (IsBeyond(state, scope, row, quantity, Threshold::kUpperCritical,
               reading)) {
    return Level::kAboveUpperCritical;
  }
  if (IsBeyond(state, scope, row, quantity, Threshold::kUpperWarning,
               reading)) {
    return Level::kAboveUpperWarning;
  }
  if (IsBeyond(state, scope, row, quantity, Threshold::kLowerCritical,
               reading)) {
    return Level::kBelowLowerCritical;
  }
  if (IsBeyond(state, scope, row, quantity, Threshold::kLowerWarning,
               reading)) {
    return Level::kBelowLowerWarning;
  }
  return Level::kNormal;
}

void CloseEnergyInterval(DeviceState& state, int outlet_row,
                         Clock::TimePoint time) {
  OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(outlet_row)];
  outlet.energy +=
      WattHours(LoadOf(state, outlet_row).watts, time - outlet.energy_since);
  outlet.energy_since = time;
}

void CloseUnitEnergyInterval(DeviceState& state, Clock::TimePoint time) {
  state.own_energy += WattHours(state.spec->own_power * (state.plugged ? 1 : 0),
                                time - state.own_energy_since);
  state.own_energy_since = time;
}

}  // namespace pdukit::fake_pdu
