#include "fake_pdu/mib/family.h"

#include <algorithm>
#include <utility>

#include "fake_pdu/mib/family_reader.h"
#include "fake_pdu/mib/yaml_node.h"

namespace pdukit::fake_pdu {
namespace {

// What follows from the model itself.
const std::vector<std::string>& StandardFeatures() {
  static const auto* const kFeatures = new std::vector<std::string>{
      "banks",   "bank_metering", "outlet_metering", "switching", "three_phase",
      "sensors", "groups",        "contacts",        "chain"};
  return *kFeatures;
}

std::vector<std::string> ReadFeatures(const YamlNode& entry, const char* key,
                                      const Family& family) {
  const auto list = entry.Find(key);
  if (!list) {
    return {};
  }
  std::vector<std::string> allowed = StandardFeatures();
  allowed.insert(allowed.end(), family.features.begin(), family.features.end());
  std::vector<std::string> features;
  for (const YamlNode& feature : list->OneOrMore()) {
    features.push_back(allowed[feature.Choice(allowed)]);
  }
  return features;
}

void ReadTypes(const YamlNode& types, FamilyDraft& draft) {
  for (const auto& [name, entry] : types.Entries()) {
    entry.AllowKeys({"syntax", "enum", "words", "commands"});
    TypeSpec type = ReadType(entry, draft);
    if (!draft.types.emplace(name.Text(), std::move(type)).second) {
      name.Fail("there is a type '" + name.Text() + "' already");
    }
  }
}

bool IsSettingName(const std::string& name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
             std::string::npos;
}

bool IsNumber(const YamlNode& node) {
  const std::string text = node.Text();
  return !node.is_quoted() && !text.empty() &&
         text.find_first_not_of("-.0123456789") == std::string::npos &&
         text.find('.') == text.rfind('.');
}

void ReadSettings(const YamlNode& root, FamilyDraft& draft) {
  const auto settings = root.Find("settings");
  if (!settings) {
    return;
  }
  for (const auto& [scope_node, entries] : settings->Entries()) {
    const auto scope = static_cast<Scope>(scope_node.Choice(ScopeNames()));
    for (const auto& [name_node, initial] : entries.Entries()) {
      const std::string name =
          std::string(ToString(scope)) + "." + name_node.Text();
      if (!IsSettingName(name_node.Text())) {
        name_node.Fail("a setting is named by small letters, digits and _");
      }
      if (FindAttribute(draft.family, name) != nullptr) {
        name_node.Fail(name + " is known already");
      }
      const Attribute* attribute = AddSetting(
          name, scope,
          IsNumber(initial) ? AttributeKind::kNumber : AttributeKind::kText,
          draft);
      draft.family.defaults.push_back(
          ReadDefault(initial, *attribute, draft.family));
    }
  }
}

void ReadDefaults(const YamlNode& defaults, FamilyDraft& draft) {
  for (const auto& [name, value] : defaults.Entries()) {
    const Attribute* attribute = ReadAttribute(name, draft.family);
    draft.family.defaults.push_back(
        ReadDefault(value, *attribute, draft.family));
  }
}

void ReadPart(const YamlNode& root, FamilyDraft& draft) {
  const Oid outer_base = draft.base;
  if (const auto base = root.Find("base")) {
    draft.base = ReadOid(*base, {});
  }
  if (const auto types = root.Find("types")) {
    ReadTypes(*types, draft);
  }
  if (const auto defaults = root.Find("defaults")) {
    ReadDefaults(*defaults, draft);
  }
  if (const auto objects = root.Find("objects")) {
    for (const YamlNode& object : objects->Items()) {
      ReadObject(object, draft);
    }
  }
  draft.base = outer_base;
}

void ReadInclude(const YamlNode& entry, const IncludeSource& source,
                 FamilyDraft& draft) {
  const YamlNode name = entry.At("file");
  const YamlFile* file = source(name.Text());
  if (file == nullptr) {
    name.Fail("there is nothing to include by the name '" + name.Text() + "'");
  }
  YamlNode::Parameters parameters;
  for (const auto& [key, value] : entry.Entries()) {
    if (key.Text() != "file") {
      parameters[key.Text()] = value.Text();
    }
  }
  const YamlNode root(*file);
  root.AllowKeys({"base", "types", "settings", "defaults", "objects"});
  const YamlNode part = root.With(parameters);
  ReadSettings(part, draft);
  ReadPart(part, draft);
}

// No column may lie inside of another.
void CheckColumns(const FamilyDraft& draft) {
  const Oid* before = nullptr;
  for (const auto& [oid, node] : draft.column_nodes) {
    if (before != nullptr && oid.StartsWith(*before)) {
      node.Fail(oid.ToString() + " lies within the object " +
                before->ToString());
    }
    before = &oid;
  }
}

std::shared_ptr<const Family> ReadRoot(const YamlNode& root,
                                       const IncludeSource& include) {
  root.AllowKeys({"family", "vendor", "base", "features", "include", "types",
                  "settings", "defaults", "objects"});
  // Attributes and columns are pointed to, so that a family stays where it is.
  auto draft = std::make_shared<FamilyDraft>();
  draft->family.name = root.At("family").Text();
  draft->family.vendor = root.At("vendor").Text();
  if (const auto features = root.Find("features")) {
    for (const YamlNode& feature : features->Items()) {
      draft->family.features.push_back(feature.Text());
    }
  }
  // What is included may speak of them.
  ReadSettings(root, *draft);
  if (const auto includes = root.Find("include")) {
    for (const YamlNode& entry : includes->Items()) {
      ReadInclude(entry, include, *draft);
    }
  }
  ReadPart(root, *draft);
  CheckColumns(*draft);
  return std::make_shared<const Family>(std::move(draft->family));
}

}  // namespace

const Attribute* FindAttribute(const Family& family, std::string_view name) {
  const Attribute* attribute = FindAttribute(name);
  if (attribute != nullptr) {
    return attribute;
  }
  for (const Attribute& setting : family.settings) {
    if (setting.name == name) {
      return &setting;
    }
  }
  return nullptr;
}

Condition ReadCondition(const YamlNode& entry, const Family& family) {
  Condition condition;
  condition.when = ReadFeatures(entry, "when", family);
  condition.unless = ReadFeatures(entry, "unless", family);
  return condition;
}

Result<std::shared_ptr<const Family>> ReadFamily(const YamlFile& file,
                                                 const IncludeSource& include) {
  try {
    return ReadRoot(YamlNode(file), include);
  } catch (const YamlFailure& failure) {
    return failure.error;
  }
}

}  // namespace pdukit::fake_pdu
