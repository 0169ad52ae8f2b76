#include "fake_pdu/mib/part_attributes.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "fake_pdu/device/meters.h"
#include "fake_pdu/mib/attribute_values.h"

namespace pdukit::fake_pdu {
namespace {

using Read = AttributeValue (*)(const DeviceState&, int, int);

constexpr const char* kQuantityNames[] = {
    "current",      "voltage",   "active_power", "apparent_power",
    "power_factor", "frequency", "energy"};
constexpr const char* kThresholdNames[] = {"lower_critical", "lower_warning",
                                           "upper_warning", "upper_critical"};

Attribute PartAttribute(Scope scope, const std::string& name, Read read) {
  Attribute attribute;
  attribute.name = std::string(ToString(scope)) + "." + name;
  attribute.scope = scope;
  attribute.read = read;
  return attribute;
}

Attribute PartWord(Scope scope, const std::string& name,
                   std::vector<std::string> words, Read read) {
  Attribute attribute = PartAttribute(scope, name, read);
  attribute.kind = AttributeKind::kWord;
  attribute.words = std::move(words);
  return attribute;
}

// Scope and quantity in one parameter.
int ParameterOf(Scope scope, Quantity quantity) {
  return static_cast<int>(scope) * kQuantityCount + static_cast<int>(quantity);
}
Scope ScopeIn(int parameter) {
  return static_cast<Scope>(parameter / kQuantityCount);
}
Quantity QuantityIn(int parameter) {
  return static_cast<Quantity>(parameter % kQuantityCount);
}

AttributeValue ReadQuantity(const DeviceState& state, int row, int parameter) {
  return Measure(state, ScopeIn(parameter), row, QuantityIn(parameter));
}

AttributeValue ReadLevel(const DeviceState& state, int row, int parameter) {
  return Number(static_cast<int>(
      LevelOf(state, ScopeIn(parameter), row, QuantityIn(parameter))));
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

void AddQuantity(Scope scope, Quantity quantity,
                 std::vector<Attribute>& attributes) {
  const std::string name = kQuantityNames[static_cast<int>(quantity)];
  const int parameter = ParameterOf(scope, quantity);

  Attribute reading = PartAttribute(scope, name, ReadQuantity);
  reading.parameter = parameter;
  reading.is_metered = true;
  attributes.push_back(reading);

  Attribute level =
      PartWord(scope, name + ".level",
               {"below_lower_critical", "below_lower_warning", "normal",
                "above_upper_warning", "above_upper_critical"},
               ReadLevel);
  level.parameter = parameter;
  level.is_metered = true;
  attributes.push_back(level);

  const std::string prefix = std::string(ToString(scope)) + "." + name + ".";
  for (int threshold = 0; threshold < kThresholdCount; ++threshold) {
    attributes.push_back(SettingAttribute(
        prefix + kThresholdNames[threshold], scope, AttributeKind::kNumber,
        ThresholdOf(scope, quantity, threshold)));
    attributes.back().is_metered = true;
  }
  Attribute enabled = SettingAttribute(prefix + "enabled_thresholds", scope,
                                       AttributeKind::kFlags,
                                       EnabledThresholdsOf(scope, quantity));
  enabled.words.assign(std::begin(kThresholdNames), std::end(kThresholdNames));
  enabled.is_metered = true;
  attributes.push_back(enabled);
}

void AddCommon(Scope scope, std::vector<Attribute>& attributes) {
  const std::string prefix = std::string(ToString(scope)) + ".";
  attributes.push_back(SettingAttribute(prefix + "label", scope,
                                        AttributeKind::kText, LabelOf(scope)));
  // That of an outlet is more: its observers hear of it.
  if (scope != Scope::kOutlet) {
    attributes.push_back(SettingAttribute(prefix + "name", scope,
                                          AttributeKind::kText, NameOf(scope)));
  }
  Attribute load_state =
      PartWord(scope, "load_state",
               {"normal", "low", "near_overload", "overload"}, ReadLoadState);
  load_state.parameter = static_cast<int>(scope);
  load_state.is_metered = true;
  attributes.push_back(load_state);
  for (int quantity = 0; quantity < kQuantityCount; ++quantity) {
    AddQuantity(scope, static_cast<Quantity>(quantity), attributes);
  }
}

template <auto kParts, auto kField>
AttributeValue ReadIntegerField(const DeviceState& state, int row, int) {
  return Number((state.spec->*kParts)[static_cast<std::size_t>(row)].*kField);
}

template <auto kParts, auto kField>
AttributeValue ReadRealField(const DeviceState& state, int row, int) {
  return (state.spec->*kParts)[static_cast<std::size_t>(row)].*kField;
}

template <auto kParts>
AttributeValue ReadWiring(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(
      (state.spec->*kParts)[static_cast<std::size_t>(row)].wiring));
}

AttributeValue ReadBankOutletCount(const DeviceState& state, int row, int) {
  const int bank = state.spec->banks[static_cast<std::size_t>(row)].number;
  return Number(std::count_if(
      state.spec->outlets.begin(), state.spec->outlets.end(),
      [&](const OutletSpec& outlet) { return outlet.bank == bank; }));
}

AttributeValue ReadBreaker(const DeviceState& state, int row, int) {
  return Number(state.tripped[static_cast<std::size_t>(row)] ? 1 : 0);
}

AttributeValue ReadInletPhaseCount(const DeviceState& state, int row, int) {
  const int inlet = state.spec->inlets[static_cast<std::size_t>(row)].number;
  return Number(std::count_if(
      state.spec->phases.begin(), state.spec->phases.end(),
      [&](const PhaseSpec& phase) { return phase.inlet == inlet; }));
}

}  // namespace

std::vector<Attribute> PartAttributes() {
  constexpr auto kBanks = &DeviceSpec::banks;
  constexpr auto kPhases = &DeviceSpec::phases;
  constexpr auto kInlets = &DeviceSpec::inlets;
  std::vector<Attribute> attributes = {
      PartAttribute(Scope::kBank, "number",
                    ReadIntegerField<kBanks, &BankSpec::number>),
      PartAttribute(Scope::kBank, "inlet",
                    ReadIntegerField<kBanks, &BankSpec::inlet>),
      PartAttribute(Scope::kBank, "rating",
                    ReadRealField<kBanks, &BankSpec::rating>),
      PartAttribute(Scope::kBank, "outlet_count", ReadBankOutletCount),
      PartWord(Scope::kBank, "wiring",
               {"l1", "l2", "l3", "l1_l2", "l2_l3", "l3_l1"},
               ReadWiring<kBanks>),
      PartWord(Scope::kBank, "breaker", {"closed", "open"}, ReadBreaker),
      PartAttribute(Scope::kPhase, "number",
                    ReadIntegerField<kPhases, &PhaseSpec::number>),
      PartAttribute(Scope::kPhase, "inlet",
                    ReadIntegerField<kPhases, &PhaseSpec::inlet>),
      PartAttribute(Scope::kPhase, "rating",
                    ReadRealField<kPhases, &PhaseSpec::rating>),
      PartAttribute(Scope::kInlet, "number",
                    ReadIntegerField<kInlets, &InletSpec::number>),
      PartAttribute(Scope::kInlet, "rating",
                    ReadRealField<kInlets, &InletSpec::rating>),
      PartAttribute(Scope::kInlet, "phase_count", ReadInletPhaseCount),
  };
  for (int scope = 0; scope < kScopeCount; ++scope) {
    AddCommon(static_cast<Scope>(scope), attributes);
  }
  return attributes;
}

}  // namespace pdukit::fake_pdu
