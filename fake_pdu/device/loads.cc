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

double PhaseVoltage(const DeviceState& state, int phase_row) {
  if (!state.plugged) {
    return 0;
  }
  const auto found = state.phase_volts.find(phase_row);
  return found == state.phase_volts.end()
             ? state.spec->phases[static_cast<std::size_t>(phase_row)].voltage
             : found->second;
}

double LineVoltage(const DeviceState& state, int inlet, int line) {
  const int row = state.spec->PhaseRow(inlet, line + 1);
  return row < 0 ? 0 : PhaseVoltage(state, row);
}

// Between two lines it follows the lower one of them.
double WiringVoltage(const DeviceState& state, int inlet, Wiring wiring) {
  if (!IsFed(state, inlet, wiring)) {
    return 0;
  }
  const int line = FirstLine(wiring);
  const double volts = LineVoltage(state, inlet, line);
  if (!IsLineToLine(wiring)) {
    return volts;
  }
  const double other = LineVoltage(state, inlet, (line + 1) % 3);
  return (other > 0 ? std::min(volts, other) : volts) * kRootOfThree;
}

// In proportion to the mean of its lines.
double InletVoltage(const DeviceState& state, const InletSpec& inlet) {
  if (!state.plugged) {
    return 0;
  }
  if (state.phase_volts.empty()) {
    return inlet.voltage;
  }
  double volts = 0;
  double full = 0;
  for (int row = 0; row < state.spec->RowCount(Scope::kPhase); ++row) {
    const PhaseSpec& phase = state.spec->phases[static_cast<std::size_t>(row)];
    if (phase.inlet == inlet.number) {
      volts += PhaseVoltage(state, row);
      full += phase.voltage;
    }
  }
  return full > 0 ? inlet.voltage * volts / full : 0;
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
    if (spec.inlet != inlet || !Touches(spec.wiring, line)) {
      continue;
    }
    const Load load = LoadOf(state, row);
    Add(sum, load, IsLineToLine(spec.wiring) ? 0.5 : 1);
    current += CurrentOf(spec, load.amps) *
               (FirstLine(spec.wiring) == line ? 1.0 : -1.0);
  }
  const double own = line == 0 ? OwnPower(state, inlet) : 0;
  if (own > 0) {
    sum.watts += own;
    sum.volt_amps += own;
    current += own / LineVoltage(state, inlet, 0);
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

}  // namespace

bool IsFirstOfUnit(const DeviceSpec& spec, int inlet) {
  const int row = spec.InletRow(inlet);
  const int unit = RelatedRow(spec, Scope::kInlet, row, Scope::kUnit);
  return FirstInlet(spec, unit).number == inlet;
}

bool IsLive(const DeviceState& state, int inlet) {
  if (!state.plugged || state.phase_volts.empty()) {
    return state.plugged;
  }
  for (int row = 0; row < state.spec->RowCount(Scope::kPhase); ++row) {
    if (state.spec->phases[static_cast<std::size_t>(row)].inlet == inlet &&
        PhaseVoltage(state, row) > 0) {
      return true;
    }
  }
  return false;
}

double LineToLineVoltage(const DeviceState& state, int phase_row) {
  const PhaseSpec& phase =
      state.spec->phases[static_cast<std::size_t>(phase_row)];
  return WiringVoltage(state, phase.inlet, PairFrom(phase));
}

// It is drawn from the first line; without that, from where nothing is metered.
double OwnPower(const DeviceState& state, int inlet) {
  return IsFed(state, inlet, Wiring::kL1) && IsFirstOfUnit(*state.spec, inlet)
             ? state.spec->own_power
             : 0;
}

Load LoadIn(const DeviceState& state, Scope scope, int row) {
  Load sum;
  const DeviceSpec& spec = *state.spec;
  const auto at = static_cast<std::size_t>(row);
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
    case Scope::kGroup:
      for (const int outlet : state.groups[at]) {
        Add(sum, LoadOf(state, outlet));
      }
      return sum;
    case Scope::kSensor:
    case Scope::kContact:
      break;
  }
  return sum;
}

double VoltageIn(const DeviceState& state, Scope scope, int row) {
  const DeviceSpec& spec = *state.spec;
  const auto at = static_cast<std::size_t>(row);
  switch (scope) {
    case Scope::kOutlet:
      return WiringVoltage(state, spec.outlets[at].inlet,
                           spec.outlets[at].wiring);
    case Scope::kBank:
      return state.tripped[at] ? 0
                               : WiringVoltage(state, spec.banks[at].inlet,
                                               spec.banks[at].wiring);
    case Scope::kPhase:
      return PhaseVoltage(state, row);
    case Scope::kInlet:
      return InletVoltage(state, spec.inlets[at]);
    case Scope::kUnit:
      return InletVoltage(state, FirstInlet(spec, row));
    case Scope::kGroup:
      return state.groups[at].empty()
                 ? 0
                 : VoltageIn(state, Scope::kOutlet, state.groups[at].front());
    case Scope::kSensor:
    case Scope::kContact:
      break;
  }
  return 0;
}

double FrequencyIn(const DeviceState& state, Scope scope, int row) {
  if (VoltageIn(state, scope, row) <= 0) {
    return 0;
  }
  const DeviceSpec& spec = *state.spec;
  if (scope == Scope::kUnit) {
    return FirstInlet(spec, row).frequency;
  }
  if (scope == Scope::kGroup) {
    return FrequencyIn(state, Scope::kOutlet,
                       state.groups[static_cast<std::size_t>(row)].front());
  }
  const int inlet = RelatedRow(spec, scope, row, Scope::kInlet);
  return spec.inlets[static_cast<std::size_t>(inlet)].frequency;
}

}  // namespace pdukit::fake_pdu
