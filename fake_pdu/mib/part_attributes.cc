#include "fake_pdu/mib/part_attributes.h"

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>

#include "fake_pdu/device/meters.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/make_attribute.h"

namespace pdukit::fake_pdu {
namespace {

constexpr Scope kScopes[] = {Scope::kUnit,  Scope::kOutlet, Scope::kBank,
                             Scope::kPhase, Scope::kInlet,  Scope::kSensor,
                             Scope::kGroup, Scope::kContact};

// What no inlet, bank or phase has a share of.
bool IsOfUnitAlone(Scope scope) {
  return scope == Scope::kGroup || scope == Scope::kContact;
}

// Two scopes in one parameter.
int ParameterOf(Scope scope, Scope within) {
  return static_cast<int>(scope) * kScopeCount + static_cast<int>(within);
}
Scope FirstIn(int parameter) {
  return static_cast<Scope>(parameter / kScopeCount);
}
Scope SecondIn(int parameter) {
  return static_cast<Scope>(parameter % kScopeCount);
}

// Its place, from 1, among those that belong to the same row; nothing if it
// belongs to none.
AttributeValue ReadNumberWithin(const DeviceState& state, int row,
                                int parameter) {
  const Scope scope = FirstIn(parameter);
  const Scope within = SecondIn(parameter);
  const int owner = RelatedRow(*state.spec, scope, row, within);
  if (owner < 0) {
    return {};
  }
  int number = 1;
  for (int before = 0; before < row; ++before) {
    number += RelatedRow(*state.spec, scope, before, within) == owner ? 1 : 0;
  }
  return Number(number);
}

AttributeValue ReadOwner(const DeviceState& state, int row, int scope) {
  return Number(
      RelatedRow(*state.spec, static_cast<Scope>(scope), row, Scope::kUnit) +
      1);
}

AttributeValue ReadCountWithin(const DeviceState& state, int row,
                               int parameter) {
  return Number(
      CountIn(*state.spec, FirstIn(parameter), row, SecondIn(parameter)));
}

// A, B, ... by its number in the unit; of a unit by its own.
AttributeValue ReadLetter(const DeviceState& state, int row, int scope) {
  const auto part = static_cast<Scope>(scope);
  const std::int64_t number =
      part == Scope::kUnit ? row + 1
                           : AsInteger(ReadNumberWithin(
                                 state, row, ParameterOf(part, Scope::kUnit)));
  return std::string(1, static_cast<char>('A' + (number - 1) % 26));
}

template <auto kParts, auto kField>
AttributeValue ReadIntegerField(const DeviceState& state, int row, int) {
  return Number((state.spec->*kParts)[static_cast<std::size_t>(row)].*kField);
}

AttributeValue ReadRating(const DeviceState& state, int row, int scope) {
  return RatingOf(*state.spec, static_cast<Scope>(scope), row);
}

AttributeValue ReadBankWiring(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(
      state.spec->banks[static_cast<std::size_t>(row)].wiring));
}

AttributeValue ReadBreaker(const DeviceState& state, int row, int) {
  return Number(state.tripped[static_cast<std::size_t>(row)] ? 1 : 0);
}

AttributeValue ReadPhaseToPhase(const DeviceState& state, int row, int) {
  return PhaseToPhaseVoltage(state, row);
}

template <auto kField>
AttributeValue ReadProbe(const DeviceState& state, int row, int) {
  const SensorSpec& sensor = state.spec->sensors[static_cast<std::size_t>(row)];
  return Number((sensor.*kField).has_value() ? 1 : 0);
}

// By the Magnus formula (over water); nothing without both readings.
AttributeValue ReadDewPoint(const DeviceState& state, int row, int) {
  const auto at = static_cast<std::size_t>(row);
  const SensorSpec& spec = state.spec->sensors[at];
  const SensorRuntime& sensor = state.sensors[at];
  if (!spec.temperature || !spec.humidity || sensor.humidity <= 0) {
    return {};
  }
  const double gamma =
      std::log(sensor.humidity / 100) +
      17.62 * sensor.temperature / (243.12 + sensor.temperature);
  return 243.12 * gamma / (17.62 - gamma);
}

AttributeValue ReadDewPointDifference(const DeviceState& state, int row, int) {
  const AttributeValue dew_point = ReadDewPoint(state, row, 0);
  if (std::holds_alternative<std::monostate>(dew_point)) {
    return {};
  }
  return state.sensors[static_cast<std::size_t>(row)].temperature -
         AsNumber(dew_point);
}

AttributeValue ReadUnbalance(const DeviceState& state, int row, int) {
  return CurrentUnbalance(state, row);
}

AttributeValue ReadRestriction(const DeviceState& state, int row, int scope) {
  return Number(AsInteger(
      SettingValue(state, RestrictionOf(static_cast<Scope>(scope)), row)));
}

bool WriteRestriction(Edit& edit, int row, int scope,
                      const AttributeValue& value) {
  edit.state.settings.Set(RestrictionOf(static_cast<Scope>(scope)), row,
                          Number(AsInteger(value)));
  return true;
}

Attribute Restriction(Scope scope) {
  return MakeWord(scope, "overload_restriction",
                  {"none", "near_overload", "overload"}, ReadRestriction,
                  WriteRestriction, static_cast<int>(scope));
}

void AddPlace(Scope scope, std::vector<Attribute>& attributes) {
  const int parameter = static_cast<int>(scope);
  attributes.push_back(SettingAttribute(std::string(ToString(scope)) + ".label",
                                        scope, AttributeKind::kText,
                                        LabelOf(scope)));
  // That of an outlet is more: its observers hear of it.
  if (scope != Scope::kOutlet) {
    attributes.push_back(
        SettingAttribute(std::string(ToString(scope)) + ".name", scope,
                         AttributeKind::kText, NameOf(scope)));
  }
  attributes.push_back(
      MakeNumber(scope, "row",
                 [](const DeviceState&, int row, int) { return Number(row); }));
  attributes.push_back(MakeText(scope, "letter", ReadLetter));
  attributes.back().parameter = parameter;
  if (scope == Scope::kUnit) {
    return;
  }
  attributes.push_back(
      MakeNumber(scope, "unit", ReadOwner, nullptr, parameter));
  for (const Scope within :
       {Scope::kUnit, Scope::kInlet, Scope::kBank, Scope::kPhase}) {
    if (within != scope && (within == Scope::kUnit || !IsOfUnitAlone(scope))) {
      attributes.push_back(
          MakeNumber(scope, std::string("number_in_") + ToString(within),
                     ReadNumberWithin, nullptr, ParameterOf(scope, within)));
    }
  }
}

void AddCounts(Scope scope, std::vector<Attribute>& attributes) {
  for (const Scope of : kScopes) {
    if (of != scope && of != Scope::kUnit &&
        (scope == Scope::kUnit || !IsOfUnitAlone(of))) {
      attributes.push_back(
          MakeNumber(scope, std::string(ToString(of)) + "_count",
                     ReadCountWithin, nullptr, ParameterOf(scope, of)));
    }
  }
}

std::vector<Attribute> OwnAttributes() {
  constexpr auto kBanks = &DeviceSpec::banks;
  constexpr auto kPhases = &DeviceSpec::phases;
  constexpr auto kInlets = &DeviceSpec::inlets;
  constexpr auto kSensors = &DeviceSpec::sensors;
  const auto rating = [](Scope scope) {
    return MakeNumber(scope, "rating", ReadRating, nullptr,
                      static_cast<int>(scope));
  };
  return {
      MakeNumber(Scope::kBank, "number",
                 ReadIntegerField<kBanks, &BankSpec::number>),
      MakeNumber(Scope::kBank, "inlet",
                 ReadIntegerField<kBanks, &BankSpec::inlet>),
      MakeWord(Scope::kBank, "wiring",
               {"l1", "l2", "l3", "l1_l2", "l2_l3", "l3_l1"}, ReadBankWiring),
      MakeWord(Scope::kBank, "breaker", {"closed", "open"}, ReadBreaker),
      MakeNumber(Scope::kPhase, "number",
                 ReadIntegerField<kPhases, &PhaseSpec::number>),
      MakeNumber(Scope::kPhase, "inlet",
                 ReadIntegerField<kPhases, &PhaseSpec::inlet>),
      MakeNumber(Scope::kPhase, "line_voltage", ReadPhaseToPhase),
      MakeNumber(Scope::kInlet, "number",
                 ReadIntegerField<kInlets, &InletSpec::number>),
      MakeNumber(Scope::kSensor, "number",
                 ReadIntegerField<kSensors, &SensorSpec::number>),
      MakeWord(Scope::kSensor, "has_temperature", {"false", "true"},
               ReadProbe<&SensorSpec::temperature>),
      MakeWord(Scope::kSensor, "has_humidity", {"false", "true"},
               ReadProbe<&SensorSpec::humidity>),
      MakeNumber(Scope::kSensor, "dew_point", ReadDewPoint),
      MakeNumber(Scope::kSensor, "dew_point_difference",
                 ReadDewPointDifference),
      MakeNumber(Scope::kInlet, "current.unbalance", ReadUnbalance),
      Restriction(Scope::kPhase),
      Restriction(Scope::kBank),
      rating(Scope::kUnit),
      rating(Scope::kOutlet),
      rating(Scope::kBank),
      rating(Scope::kPhase),
      rating(Scope::kInlet),
  };
}

}  // namespace

int CountIn(const DeviceSpec& spec, Scope scope, int row, Scope of) {
  int count = 0;
  for (int part = 0; part < spec.RowCount(of); ++part) {
    count += RelatedRow(spec, of, part, scope) == row ? 1 : 0;
  }
  return count;
}

std::vector<Attribute> PartAttributes() {
  std::vector<Attribute> attributes = OwnAttributes();
  for (const Scope scope : kScopes) {
    AddPlace(scope, attributes);
  }
  for (const Scope scope :
       {Scope::kUnit, Scope::kInlet, Scope::kBank, Scope::kPhase}) {
    AddCounts(scope, attributes);
  }
  return attributes;
}

}  // namespace pdukit::fake_pdu
