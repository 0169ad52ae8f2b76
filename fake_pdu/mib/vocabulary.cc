#include "fake_pdu/mib/vocabulary.h"

#include <map>
#include <utility>

#include "fake_pdu/mib/outlet_attributes.h"
#include "fake_pdu/mib/part_attributes.h"
#include "fake_pdu/mib/unit_attributes.h"

namespace pdukit::fake_pdu {
namespace {

using AttributeMap = std::map<std::string, Attribute, std::less<>>;

AttributeMap MakeVocabulary() {
  AttributeMap vocabulary;
  for (const auto& part :
       {UnitAttributes(), OutletAttributes(), PartAttributes()}) {
    for (const Attribute& attribute : part) {
      vocabulary.emplace(attribute.name, attribute);
    }
  }
  return vocabulary;
}

const AttributeMap& Vocabulary() {
  static const AttributeMap* const kVocabulary =
      new AttributeMap(MakeVocabulary());
  return *kVocabulary;
}

AttributeValue ReadSetting(const DeviceState& state, int row, int id) {
  return SettingValue(state, static_cast<SettingId>(id), row);
}

bool WriteSetting(Edit& edit, int row, int id, const AttributeValue& value) {
  edit.state.settings.Set(static_cast<SettingId>(id), row, value);
  return true;
}

constexpr const char* kScopeNames[] = {"unit", "outlet", "bank", "phase",
                                       "inlet"};

int PhaseRow(const DeviceSpec& spec, int inlet, Wiring wiring) {
  for (std::size_t row = 0; row < spec.phases.size(); ++row) {
    if (spec.phases[row].inlet == inlet &&
        spec.phases[row].number == static_cast<int>(wiring) % 3 + 1) {
      return static_cast<int>(row);
    }
  }
  return -1;
}

// The row of `to` that an outlet, bank or phase at this place belongs to.
int RowAt(const DeviceSpec& spec, Scope to, int bank, int inlet,
          Wiring wiring) {
  switch (to) {
    case Scope::kBank:
      return bank == 0 ? -1 : spec.BankRow(bank);
    case Scope::kPhase:
      return PhaseRow(spec, inlet, wiring);
    case Scope::kInlet:
      return spec.InletRow(inlet);
    default:
      return -1;
  }
}

}  // namespace

const Attribute* FindAttribute(std::string_view name) {
  const auto found = Vocabulary().find(name);
  return found == Vocabulary().end() ? nullptr : &found->second;
}

std::vector<std::string> AttributeNames() {
  std::vector<std::string> names;
  for (const auto& entry : Vocabulary()) {
    names.push_back(entry.first);
  }
  return names;
}

Attribute SettingAttribute(std::string name, Scope scope, AttributeKind kind,
                           SettingId id) {
  Attribute attribute;
  attribute.name = std::move(name);
  attribute.scope = scope;
  attribute.kind = kind;
  attribute.read = ReadSetting;
  attribute.write = WriteSetting;
  attribute.parameter = id;
  return attribute;
}

const char* ToString(Scope scope) {
  return kScopeNames[static_cast<int>(scope)];
}

std::optional<Scope> ParseScope(std::string_view name) {
  for (int scope = 0; scope < kScopeCount; ++scope) {
    if (name == kScopeNames[scope]) {
      return static_cast<Scope>(scope);
    }
  }
  return std::nullopt;
}

int RelatedRow(const DeviceSpec& spec, Scope from, int row, Scope to) {
  if (from == to) {
    return row;
  }
  if (to == Scope::kUnit) {
    return 0;
  }
  const auto at = static_cast<std::size_t>(row);
  switch (from) {
    case Scope::kOutlet: {
      const OutletSpec& outlet = spec.outlets[at];
      return RowAt(spec, to, outlet.bank, outlet.inlet, outlet.wiring);
    }
    case Scope::kBank: {
      const BankSpec& bank = spec.banks[at];
      return RowAt(spec, to, 0, bank.inlet, bank.wiring);
    }
    case Scope::kPhase:
      return to == Scope::kInlet ? spec.InletRow(spec.phases[at].inlet) : -1;
    default:
      return -1;
  }
}

}  // namespace pdukit::fake_pdu
