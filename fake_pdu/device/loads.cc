#include "fake_pdu/device/loads.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>

namespace pdukit::fake_pdu {
namespace {

const double kRootOfThree = std::sqrt(3.0);
constexpr double kPi = 3.14159265358979323846;

using Phasor = std::complex<double>;

const OutletSpec& SpecOfRow(const DeviceState& state, int row) {
  return state.spec->outlets[static_cast<std::size_t>(row)];
}

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

const InletSpec& FirstInlet(const DeviceSpec& spec, int unit_row) {
  return *std::find_if(
      spec.inlets.begin(), spec.inlets.end(),
      [&](const InletSpec& inlet) { return inlet.unit == unit_row + 1; });
}

double InletFrequency(const DeviceState& state, int inlet) {
  const int row = std::max(0, state.spec->InletRow(inlet));
  return state.spec->inlets[static_cast<std::size_t>(row)].frequency;
}

}  // namespace

bool IsFirstOfUnit(const DeviceSpec& spec, int inlet) {
  const int row = spec.InletRow(inlet);
  const int unit = RelatedRow(spec, Scope::kInlet, row, Scope::kUnit);
  return FirstInlet(spec, unit).number == inlet;
}

double OwnPower(const DeviceState& state, int inlet) {
  return state.plugged && IsFirstOfUnit(*state.spec, inlet)
             ? state.spec->own_power
             : 0;
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
        if (inlet.unit == row + 1) {
          Add(sum, InletLoad(state, inlet.number));
        }
      }
      return sum;
    case Scope::kSensor:
      break;
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
      return state.plugged ? FirstInlet(spec, row).voltage : 0;
    case Scope::kSensor:
      break;
  }
  return 0;
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
      return FirstInlet(spec, row).frequency;
    case Scope::kSensor:
      break;
  }
  return 0;
}

}  // namespace pdukit::fake_pdu
