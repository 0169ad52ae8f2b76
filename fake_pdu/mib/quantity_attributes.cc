#include "fake_pdu/mib/quantity_attributes.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <variant>

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/meters.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/make_attribute.h"

namespace pdukit::fake_pdu {
namespace {

constexpr const char* kQuantityNames[] = {
    "current",   "voltage", "active_power",   "apparent_power", "power_factor",
    "frequency", "energy",  "reactive_power", "temperature",    "humidity"};
constexpr const char* kThresholdNames[] = {"lower_critical", "lower_warning",
                                           "upper_warning", "upper_critical"};

// Scope, quantity and threshold in one parameter.
int ParameterOf(Scope scope, Quantity quantity, int threshold = 0) {
  return (static_cast<int>(scope) * kQuantityCount +
          static_cast<int>(quantity)) *
             kThresholdCount +
         threshold;
}
Scope ScopeIn(int parameter) {
  return static_cast<Scope>(parameter / kThresholdCount / kQuantityCount);
}
Quantity QuantityIn(int parameter) {
  return static_cast<Quantity>(parameter / kThresholdCount % kQuantityCount);
}
SettingId ThresholdIn(int parameter) {
  return ThresholdOf(ScopeIn(parameter), QuantityIn(parameter),
                     parameter % kThresholdCount);
}

bool HasProbe(const DeviceState& state, int row, Quantity quantity) {
  const SensorSpec& sensor = state.spec->sensors[static_cast<std::size_t>(row)];
  return quantity == Quantity::kTemperature ? sensor.temperature.has_value()
                                            : sensor.humidity.has_value();
}

AttributeValue ReadQuantity(const DeviceState& state, int row, int parameter) {
  if (ScopeIn(parameter) == Scope::kSensor &&
      !HasProbe(state, row, QuantityIn(parameter))) {
    return {};
  }
  return Measure(state, ScopeIn(parameter), row, QuantityIn(parameter));
}

AttributeValue ReadLevel(const DeviceState& state, int row, int parameter) {
  return Number(static_cast<int>(
      LevelOf(state, ScopeIn(parameter), row, QuantityIn(parameter))));
}

AttributeValue ReadRated(const DeviceState& state, int row, int parameter) {
  return RatedValue(*state.spec, ScopeIn(parameter), row, QuantityIn(parameter))
      .value_or(0);
}

// `value` in percent of the rating; nothing if there is no rating.
AttributeValue PercentOf(const DeviceState& state, int row, int parameter,
                         double value) {
  const double rated = AsNumber(ReadRated(state, row, parameter));
  return rated > 0 ? AttributeValue(100 * value / rated) : AttributeValue();
}

AttributeValue ReadPercent(const DeviceState& state, int row, int parameter) {
  return PercentOf(state, row, parameter,
                   AsNumber(ReadQuantity(state, row, parameter)));
}

AttributeValue ReadThresholdPercent(const DeviceState& state, int row,
                                    int parameter) {
  const AttributeValue& limit =
      SettingValue(state, ThresholdIn(parameter), row);
  return std::holds_alternative<std::monostate>(limit)
             ? limit
             : PercentOf(state, row, parameter, AsNumber(limit));
}

bool WriteThresholdPercent(Edit& edit, int row, int parameter,
                           const AttributeValue& value) {
  edit.state.settings.Set(
      ThresholdIn(parameter), row,
      AsNumber(value) / 100 * AsNumber(ReadRated(edit.state, row, parameter)));
  return true;
}

const Peak* FindPeak(const DeviceState& state, int row, int parameter) {
  const auto found =
      state.peaks.find(PeakKey(ScopeIn(parameter), row, QuantityIn(parameter)));
  return found == state.peaks.end() ? nullptr : &found->second;
}

// From now on it is the present reading.
bool ResetPeak(Edit& edit, int row, int parameter,
               const AttributeValue& value) {
  if (AsInteger(value) != 0) {
    Peak& peak =
        edit.state
            .peaks[PeakKey(ScopeIn(parameter), row, QuantityIn(parameter))];
    peak.value =
        Measure(edit.state, ScopeIn(parameter), row, QuantityIn(parameter));
    peak.at = edit.state.now;
    peak.since = edit.state.now;
  }
  return true;
}

// It goes on from there.
bool WritePeak(Edit& edit, int row, int parameter,
               const AttributeValue& value) {
  ResetPeak(edit, row, parameter, Number(1));
  Peak& peak =
      edit.state.peaks[PeakKey(ScopeIn(parameter), row, QuantityIn(parameter))];
  peak.value = std::max(peak.value, AsNumber(value));
  return true;
}

AttributeValue ReadPeak(const DeviceState& state, int row, int parameter) {
  const Peak* peak = FindPeak(state, row, parameter);
  return peak == nullptr
             ? Measure(state, ScopeIn(parameter), row, QuantityIn(parameter))
             : peak->value;
}

double WallSeconds(const DeviceState& state, Clock::TimePoint time) {
  return std::chrono::duration<double>(WallAt(state, time).time_since_epoch())
      .count();
}

AttributeValue ReadPeakTime(const DeviceState& state, int row, int parameter) {
  const Peak* peak = FindPeak(state, row, parameter);
  return WallSeconds(state, peak == nullptr ? state.booted_at : peak->at);
}

AttributeValue ReadPeakStart(const DeviceState& state, int row, int parameter) {
  const Peak* peak = FindPeak(state, row, parameter);
  return WallSeconds(state, peak == nullptr || peak->since < state.booted_at
                                ? state.booted_at
                                : peak->since);
}

// In the scale that the sensor's unit shows.
bool ShowsFahrenheit(const DeviceState& state, int row) {
  const int unit = RelatedRow(*state.spec, Scope::kSensor, row, Scope::kUnit);
  return state.units[static_cast<std::size_t>(unit)].shows_fahrenheit;
}

AttributeValue Scaled(const DeviceState& state, int row,
                      const AttributeValue& celsius) {
  return std::holds_alternative<std::monostate>(celsius) ||
                 !ShowsFahrenheit(state, row)
             ? celsius
             : AttributeValue(AsNumber(celsius) * 9 / 5 + 32);
}

AttributeValue ReadScaled(const DeviceState& state, int row, int parameter) {
  return Scaled(state, row, ReadQuantity(state, row, parameter));
}

AttributeValue ReadScaledThreshold(const DeviceState& state, int row,
                                   int parameter) {
  return Scaled(state, row, SettingValue(state, ThresholdIn(parameter), row));
}

bool WriteScaledThreshold(Edit& edit, int row, int parameter,
                          const AttributeValue& value) {
  const bool converts =
      std::holds_alternative<double>(value) && ShowsFahrenheit(edit.state, row);
  edit.state.settings.Set(
      ThresholdIn(parameter), row,
      converts ? AttributeValue((AsNumber(value) - 32) * 5 / 9) : value);
  return true;
}

void AddScaledTemperature(std::vector<Attribute>& attributes) {
  constexpr Scope kSensor = Scope::kSensor;
  constexpr Quantity kTemperature = Quantity::kTemperature;
  attributes.push_back(MakeNumber(kSensor, "temperature.scaled", ReadScaled,
                                  nullptr, ParameterOf(kSensor, kTemperature)));
  for (int threshold = 0; threshold < kThresholdCount; ++threshold) {
    attributes.push_back(MakeNumber(
        kSensor,
        std::string("temperature.") + kThresholdNames[threshold] + ".scaled",
        ReadScaledThreshold, WriteScaledThreshold,
        ParameterOf(kSensor, kTemperature, threshold)));
  }
}

// From now on the meter counts from `value`.
bool WriteEnergy(Edit& edit, int row, int parameter,
                 const AttributeValue& value) {
  const Scope scope = ScopeIn(parameter);
  edit.state.settings.Set(EnergyBaseOf(scope), row,
                          EnergyIn(edit.state, scope, row) - AsNumber(value));
  edit.state.settings.Set(EnergyResetOf(scope), row,
                          WallSeconds(edit.state, edit.state.now));
  return true;
}

bool WriteEnergyReset(Edit& edit, int row, int parameter,
                      const AttributeValue& value) {
  return AsInteger(value) == 0 || WriteEnergy(edit, row, parameter, Number(0));
}

AttributeValue ReadEnergyResetTime(const DeviceState& state, int row,
                                   int parameter) {
  const AttributeValue& time =
      SettingValue(state, EnergyResetOf(ScopeIn(parameter)), row);
  return std::holds_alternative<std::monostate>(time)
             ? AttributeValue(WallSeconds(state, state.booted_at))
             : time;
}

AttributeValue ReadLoadState(const DeviceState& state, int row, int scope) {
  switch (LevelOf(state, static_cast<Scope>(scope), row, Quantity::kCurrent)) {
    case Level::kAboveUpperCritical:
      return Number(3);
    case Level::kAboveUpperWarning:
      return Number(2);
    case Level::kNormal:
      return Number(0);
    default:
      return Number(1);
  }
}

void AddThresholds(Scope scope, Quantity quantity, const std::string& name,
                   std::vector<Attribute>& attributes) {
  const std::string prefix = std::string(ToString(scope)) + "." + name + ".";
  const bool is_rated = quantity == Quantity::kCurrent ||
                        quantity == Quantity::kActivePower ||
                        quantity == Quantity::kApparentPower;
  for (int threshold = 0; threshold < kThresholdCount; ++threshold) {
    const std::string which = kThresholdNames[threshold];
    attributes.push_back(
        SettingAttribute(prefix + which, scope, AttributeKind::kNumber,
                         ThresholdOf(scope, quantity, threshold)));
    if (is_rated) {
      attributes.push_back(MakeNumber(
          scope, name + "." + which + ".percent", ReadThresholdPercent,
          WriteThresholdPercent, ParameterOf(scope, quantity, threshold)));
    }
  }
  Attribute enabled = SettingAttribute(prefix + "enabled_thresholds", scope,
                                       AttributeKind::kFlags,
                                       EnabledThresholdsOf(scope, quantity));
  enabled.words.assign(std::begin(kThresholdNames), std::end(kThresholdNames));
  attributes.push_back(enabled);
  if (is_rated) {
    const int parameter = ParameterOf(scope, quantity);
    attributes.push_back(
        MakeNumber(scope, name + ".percent", ReadPercent, nullptr, parameter));
    attributes.push_back(
        MakeNumber(scope, name + ".rated", ReadRated, nullptr, parameter));
  }
}

void AddPeak(Scope scope, Quantity quantity, const std::string& name,
             std::vector<Attribute>& attributes) {
  const int parameter = ParameterOf(scope, quantity);
  attributes.push_back(
      MakeNumber(scope, name + ".peak", ReadPeak, WritePeak, parameter));
  attributes.back().is_peak = true;
  attributes.push_back(
      MakeNumber(scope, name + ".peak_at", ReadPeakTime, nullptr, parameter));
  attributes.back().is_peak = true;
  attributes.push_back(MakeWord(
      scope, name + ".peak.reset", {"none", "reset"},
      [](const DeviceState&, int, int) { return Number(0); }, ResetPeak,
      parameter));
  attributes.back().readable_words = 1;
  attributes.push_back(MakeNumber(scope, name + ".peak.reset_at", ReadPeakStart,
                                  nullptr, parameter));
}

void AddEnergyReset(Scope scope, std::vector<Attribute>& attributes) {
  const int parameter = ParameterOf(scope, Quantity::kEnergy);
  attributes.push_back(MakeWord(
      scope, "energy.reset", {"none", "reset"},
      [](const DeviceState&, int, int) { return Number(0); }, WriteEnergyReset,
      parameter));
  attributes.back().readable_words = 1;
  attributes.push_back(MakeNumber(scope, "energy.reset_at", ReadEnergyResetTime,
                                  nullptr, parameter));
}

void AddQuantity(Scope scope, Quantity quantity,
                 std::vector<Attribute>& attributes) {
  const std::string name = kQuantityNames[static_cast<int>(quantity)];
  const int parameter = ParameterOf(scope, quantity);
  const std::size_t first = attributes.size();
  attributes.push_back(MakeNumber(
      scope, name, ReadQuantity,
      quantity == Quantity::kEnergy ? WriteEnergy : nullptr, parameter));
  attributes.push_back(
      MakeWord(scope, name + ".level",
               {"below_lower_critical", "below_lower_warning", "normal",
                "above_upper_warning", "above_upper_critical"},
               ReadLevel, nullptr, parameter));
  AddThresholds(scope, quantity, name, attributes);
  if (quantity == Quantity::kCurrent || quantity == Quantity::kActivePower ||
      quantity == Quantity::kTemperature) {
    AddPeak(scope, quantity, name, attributes);
  }
  if (quantity == Quantity::kEnergy) {
    AddEnergyReset(scope, attributes);
  }
  for (std::size_t at = first; at < attributes.size(); ++at) {
    attributes[at].is_metered = scope != Scope::kSensor;
  }
}

}  // namespace

std::vector<Attribute> QuantityAttributes() {
  std::vector<Attribute> attributes;
  for (int number = 0; number < kScopeCount; ++number) {
    const auto scope = static_cast<Scope>(number);
    if (scope == Scope::kContact) {
      continue;
    }
    const bool is_sensor = scope == Scope::kSensor;
    for (int at = 0; at < kQuantityCount; ++at) {
      const auto quantity = static_cast<Quantity>(at);
      if (is_sensor == (quantity >= Quantity::kTemperature)) {
        AddQuantity(scope, quantity, attributes);
      }
    }
    if (is_sensor) {
      AddScaledTemperature(attributes);
    } else {
      attributes.push_back(MakeWord(
          scope, "load_state", {"normal", "low", "near_overload", "overload"},
          ReadLoadState, nullptr, number));
      attributes.back().is_metered = true;
    }
  }
  return attributes;
}

}  // namespace pdukit::fake_pdu
