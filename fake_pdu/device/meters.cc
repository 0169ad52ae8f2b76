#include "fake_pdu/device/meters.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/loads.h"

namespace pdukit::fake_pdu {
namespace {

double ReactivePowerIn(const DeviceState& state, Scope scope, int row) {
  const Load load = LoadIn(state, scope, row);
  return std::sqrt(
      std::max(0.0, load.volt_amps * load.volt_amps - load.watts * load.watts));
}

const SensorRuntime& SensorAt(const DeviceState& state, int row) {
  return state.sensors[static_cast<std::size_t>(row)];
}

// Amperes times this make volt-amperes: all lines of an inlet together.
double RatedVoltage(const DeviceSpec& spec, Scope scope, int row) {
  if (scope == Scope::kGroup) {
    return 0;  // A group has no rating.
  }
  DeviceState plugged;
  plugged.spec = &spec;
  plugged.tripped.assign(spec.banks.size(), false);
  const double volts = VoltageIn(plugged, scope, row);
  const bool is_whole = scope == Scope::kInlet || scope == Scope::kUnit;
  return is_whole && spec.phases.size() > spec.inlets.size()
             ? volts * std::sqrt(3.0)
             : volts;
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
      return std::max(
          0.0, EnergyIn(state, scope, row) -
                   NumberIn(SettingValue(state, EnergyBaseOf(scope), row))
                       .value_or(0));
    case Quantity::kReactivePower:
      return ReactivePowerIn(state, scope, row);
    case Quantity::kTemperature:
      return scope == Scope::kSensor ? SensorAt(state, row).temperature : 0;
    case Quantity::kHumidity:
      return scope == Scope::kSensor ? SensorAt(state, row).humidity : 0;
  }
  return 0;
}

AttributeValue PhaseToPhaseVoltage(const DeviceState& state, int phase_row) {
  const PhaseSpec& phase =
      state.spec->phases[static_cast<std::size_t>(phase_row)];
  const auto lines = std::count_if(
      state.spec->phases.begin(), state.spec->phases.end(),
      [&](const PhaseSpec& other) { return other.inlet == phase.inlet; });
  if (lines < 2) {
    return {};
  }
  return LineToLineVoltage(state, phase_row);
}

double CurrentUnbalance(const DeviceState& state, int inlet_row) {
  double sum = 0;
  double highest = 0;
  double lowest = 0;
  int lines = 0;
  for (int row = 0; row < state.spec->RowCount(Scope::kPhase); ++row) {
    if (RelatedRow(*state.spec, Scope::kPhase, row, Scope::kInlet) ==
        inlet_row) {
      const double amps =
          Measure(state, Scope::kPhase, row, Quantity::kCurrent);
      highest = lines == 0 ? amps : std::max(highest, amps);
      lowest = lines == 0 ? amps : std::min(lowest, amps);
      sum += amps;
      ++lines;
    }
  }
  if (lines < 2 || sum <= 0) {
    return 0;
  }
  const double average = sum / lines;
  return 100 * std::max(highest - average, average - lowest) / average;
}

void UpdatePeaks(DeviceState& state, Clock::TimePoint time) {
  if (!state.spec->tracks_peaks) {
    return;
  }
  for (int row = 0; row < state.spec->RowCount(Scope::kSensor); ++row) {
    Peak& peak =
        state.peaks[PeakKey(Scope::kSensor, row, Quantity::kTemperature)];
    if (SensorAt(state, row).temperature > peak.value) {
      peak.value = SensorAt(state, row).temperature;
      peak.at = time;
    }
  }
  for (const Scope scope : {Scope::kUnit, Scope::kOutlet, Scope::kBank,
                            Scope::kPhase, Scope::kInlet, Scope::kGroup}) {
    for (int row = 0; row < state.spec->RowCount(scope); ++row) {
      for (const Quantity quantity :
           {Quantity::kCurrent, Quantity::kActivePower}) {
        Peak& peak = state.peaks[PeakKey(scope, row, quantity)];
        const double reading = Measure(state, scope, row, quantity);
        if (reading > peak.value) {
          peak.value = reading;
          peak.at = time;
        }
      }
    }
  }
}

std::optional<double> RatedValue(const DeviceSpec& spec, Scope scope, int row,
                                 Quantity quantity) {
  const double amps = RatingOf(spec, scope, row);
  switch (quantity) {
    case Quantity::kCurrent:
      return amps;
    case Quantity::kActivePower:
    case Quantity::kApparentPower:
      return amps * RatedVoltage(spec, scope, row);
    default:
      return std::nullopt;
  }
}

bool IsMetered(const DeviceSpec& spec, Scope scope) {
  switch (scope) {
    case Scope::kOutlet:
    case Scope::kGroup:
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

}  // namespace pdukit::fake_pdu
