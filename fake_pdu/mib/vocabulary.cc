#include "fake_pdu/mib/vocabulary.h"

#include <map>
#include <utility>

#include "fake_pdu/mib/command_attributes.h"
#include "fake_pdu/mib/contact_attributes.h"
#include "fake_pdu/mib/group_attributes.h"
#include "fake_pdu/mib/outlet_attributes.h"
#include "fake_pdu/mib/part_attributes.h"
#include "fake_pdu/mib/quantity_attributes.h"
#include "fake_pdu/mib/unit_attributes.h"

namespace pdukit::fake_pdu {
namespace {

using AttributeMap = std::map<std::string, Attribute, std::less<>>;

AttributeMap MakeVocabulary() {
  AttributeMap vocabulary;
  for (const auto& part :
       {UnitAttributes(), OutletAttributes(), PartAttributes(),
        GroupAttributes(), ContactAttributes(), CommandAttributes(),
        QuantityAttributes()}) {
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

const std::vector<std::string>& ScopeNames() {
  static const auto* const kNames = new std::vector<std::string>{
      "unit", "outlet", "bank", "phase", "inlet", "sensor", "group", "contact"};
  return *kNames;
}

const char* ToString(Scope scope) {
  return ScopeNames()[static_cast<std::size_t>(scope)].c_str();
}

std::optional<Scope> ParseScope(std::string_view name) {
  for (int scope = 0; scope < kScopeCount; ++scope) {
    if (name == ToString(static_cast<Scope>(scope))) {
      return static_cast<Scope>(scope);
    }
  }
  return std::nullopt;
}

}  // namespace pdukit::fake_pdu
