#include "fake_pdu/mib/vocabulary.h"

#include <algorithm>
#include <iterator>
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

// By name.
std::vector<Attribute> MakeVocabulary() {
  std::vector<Attribute> vocabulary;
  for (const auto make :
       {UnitAttributes, OutletAttributes, PartAttributes, GroupAttributes,
        ContactAttributes, CommandAttributes, QuantityAttributes}) {
    std::vector<Attribute> part = make();
    std::move(part.begin(), part.end(), std::back_inserter(vocabulary));
  }
  std::stable_sort(
      vocabulary.begin(), vocabulary.end(),
      [](const Attribute& a, const Attribute& b) { return a.name < b.name; });
  return vocabulary;
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
  const auto found =
      std::lower_bound(Vocabulary().begin(), Vocabulary().end(), name,
                       [](const Attribute& attribute, std::string_view wanted) {
                         return attribute.name < wanted;
                       });
  return found == Vocabulary().end() || found->name != name ? nullptr : &*found;
}

const std::vector<Attribute>& Vocabulary() {
  static const auto* const kVocabulary =
      new std::vector<Attribute>(MakeVocabulary());
  return *kVocabulary;
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
