#include "fake_pdu/device/meters.h"

#include <cstdint>
#include <optional>
#include <variant>

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/loads.h"

namespace pdukit::fake_pdu {
namespace {

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

}  // namespace pdukit::fake_pdu
