#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/family_reader.h"

namespace pdukit::fake_pdu {
namespace {

// Whether every row of `from` can have a row of `to`.
bool AreRelated(Scope from, Scope to) {
  if (from == to || to == Scope::kUnit) {
    return true;
  }
  switch (from) {
    case Scope::kOutlet:
      return true;
    case Scope::kBank:
      return to == Scope::kPhase || to == Scope::kInlet;
    case Scope::kPhase:
      return to == Scope::kInlet;
    default:
      return false;
  }
}

void RequireRelated(const YamlNode& node, Scope from, Scope to) {
  if (!AreRelated(from, to)) {
    node.Fail(std::string("a row of ") + ToString(from) +
              " belongs to no single " + ToString(to));
  }
}

// The label for a word of the device.
std::string LabelOfWord(const TypeSpec& type, const std::string& word) {
  const auto found = type.label_of_word.find(word);
  return found == type.label_of_word.end() ? word : found->second;
}

std::int64_t PositionOf(const Syntax& syntax, const std::string& label) {
  for (std::size_t at = 0; at < syntax.labels.size(); ++at) {
    if (syntax.labels[at].first == label) {
      return static_cast<std::int64_t>(at);
    }
  }
  return -1;
}

// What each word of the attribute is in this syntax.
void MapWords(const YamlNode& node, const TypeSpec& type,
              const Attribute& attribute, Binding& binding) {
  const bool is_bits = type.syntax.base == BaseSyntax::kBits;
  for (const std::string& word : attribute.words) {
    const std::string label = LabelOfWord(type, word);
    if (!type.syntax.is_numeric() && !is_bits) {
      binding.text_of_word.push_back(label);
      continue;
    }
    const auto number = type.syntax.NumberOf(label);
    if (!number) {
      node.Fail("'" + word + "' of " + attribute.name +
                    " has no label here; say which with 'words'",
                type.syntax.LabelNames());
    }
    binding.number_of_word.push_back(is_bits ? PositionOf(type.syntax, label)
                                             : *number);
  }
}

void CheckKind(const YamlNode& node, const Syntax& syntax,
               const Attribute& attribute) {
  const bool is_number = attribute.kind == AttributeKind::kNumber;
  const bool is_text = attribute.kind == AttributeKind::kText;
  const bool is_flags = attribute.kind == AttributeKind::kFlags;
  if (is_flags != (syntax.base == BaseSyntax::kBits) ||
      (is_text && syntax.is_numeric()) ||
      (is_number && !syntax.is_numeric() &&
       syntax.base != BaseSyntax::kOctetString)) {
    node.Fail(attribute.name + " cannot be shown in this syntax");
  }
}

void ReadValue(const YamlNode& entry, const YamlNode& value,
               const TypeSpec& type, FamilyDraft& draft, Binding& binding) {
  const std::string text = value.Text();
  if (!text.empty() &&
      text.find_first_not_of("-0123456789") == std::string::npos) {
    binding.constant = ReadConstant(value, type.syntax);
    return;
  }
  if (text == "row") {
    if (!type.syntax.is_numeric()) {
      value.Fail("the number of a row cannot be shown in this syntax");
    }
    binding.source = Binding::Source::kRow;
    return;
  }
  const Attribute* attribute = ReadAttribute(value, draft.family);
  RequireRelated(value, binding.row_scope, attribute->scope);
  CheckKind(value, type.syntax, *attribute);
  binding.source = Binding::Source::kAttribute;
  binding.attribute = attribute;
  if (attribute->kind == AttributeKind::kWord ||
      attribute->kind == AttributeKind::kFlags) {
    MapWords(value, type, *attribute, binding);
  }
  if (const auto missing = entry.Find("missing")) {
    binding.missing = ReadConstant(*missing, type.syntax);
  }
}

AttributeKind KindFor(const Syntax& syntax) {
  if (syntax.base == BaseSyntax::kBits) {
    return AttributeKind::kFlags;
  }
  return syntax.is_numeric() ? AttributeKind::kNumber : AttributeKind::kText;
}

// An attribute of its own for what this column keeps.
void ReadStored(const YamlNode& entry, const YamlNode& initial,
                const TypeSpec& type, FamilyDraft& draft, Binding& binding) {
  const AttributeKind kind = KindFor(type.syntax);
  const std::string name = std::string(ToString(binding.row_scope)) + "." +
                           entry.At("name").Text() + "#" +
                           std::to_string(draft.family.settings.size());
  const Attribute* attribute = AddSetting(name, binding.row_scope, kind, draft);
  Default initially;
  initially.attribute = attribute;
  if (kind == AttributeKind::kText) {
    initially.pieces = ReadPieces(initial, draft.family);
  } else {
    const Value constant = ReadConstant(initial, type.syntax);
    initially.value = kind == AttributeKind::kFlags
                          ? Number(static_cast<std::int64_t>(
                                DecodeFlags(type.syntax, *constant.AsOctets())))
                          : Number(*constant.AsInt64());
    for (std::size_t at = 0; at < type.syntax.labels.size(); ++at) {
      binding.number_of_word.push_back(static_cast<std::int64_t>(at));
    }
  }
  draft.family.defaults.push_back(std::move(initially));
  binding.source = Binding::Source::kAttribute;
  binding.attribute = attribute;
}

void ReadPacked(const YamlNode& entry, const YamlNode& pack,
                const TypeSpec& type, FamilyDraft& draft, Binding& binding) {
  const Attribute* attribute = ReadAttribute(pack, draft.family);
  if (type.syntax.base != BaseSyntax::kOctetString ||
      attribute->scope != Scope::kOutlet ||
      attribute->kind == AttributeKind::kText) {
    pack.Fail("only words and numbers of outlets can be packed, in a string");
  }
  binding.source = Binding::Source::kPacked;
  binding.attribute = attribute;
  MapWords(pack, type, *attribute, binding);
  if (const auto separator = entry.Find("separator")) {
    binding.separator = separator->Text();
  }
}

void ReadPointer(const YamlNode& pointer, Binding& binding) {
  binding.source = Binding::Source::kPointer;
  for (const auto& [scope, column] : pointer.Entries()) {
    const std::vector<std::string> scopes = {"unit", "outlet", "bank", "phase",
                                             "inlet"};
    const auto target = static_cast<Scope>(scope.Choice(scopes));
    RequireRelated(scope, binding.row_scope, target);
    binding.pointers.emplace_back(target, column.Text());
  }
}

// Which word of the target each label writes.
void MapCommands(const YamlNode& node, const TypeSpec& type, Binding& binding) {
  const std::vector<std::string>& words = binding.target->words;
  const auto add = [&](const std::string& label, const std::string& word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) {
      node.Fail("'" + word + "' is no word of " + binding.target->name, words);
    }
    if (const auto number = type.syntax.NumberOf(label)) {
      binding.word_of_number[*number] = found - words.begin();
    } else {
      binding.word_of_text[label] = found - words.begin();
    }
  };
  for (const auto& [label, word] : type.word_of_label) {
    add(label, word);
  }
  if (type.word_of_label.empty()) {
    for (const std::string& word : words) {
      add(LabelOfWord(type, word), word);
    }
  }
}

void ReadWriting(const YamlNode& entry, const TypeSpec& type,
                 FamilyDraft& draft, Binding& binding) {
  const std::optional<YamlNode> write = entry.Find("write");
  binding.target =
      write ? ReadAttribute(*write, draft.family) : binding.attribute;
  const YamlNode& node = write ? *write : entry;
  if (binding.target == nullptr || binding.target->write == nullptr) {
    node.Fail(
        "this cannot be written; name an attribute that can with "
        "'write', or leave out 'access: rw'");
  }
  RequireRelated(node, binding.row_scope, binding.target->scope);
  CheckKind(node, type.syntax, *binding.target);
  if (binding.target->kind == AttributeKind::kWord) {
    MapCommands(node, type, binding);
  }
  if (const auto allowed = entry.Find("allowed")) {
    for (const YamlNode& number : allowed->Items()) {
      binding.allowed.push_back(number.Integer());
    }
  }
  if (const auto round = entry.Find("round")) {
    binding.rounds_down = round->Choice({"down"}) == 0;
  }
}

}  // namespace

const Attribute* AddSetting(const std::string& name, Scope scope,
                            AttributeKind kind, FamilyDraft& draft) {
  const auto id =
      static_cast<SettingId>(kFamilyBase + draft.family.settings.size());
  draft.family.settings.push_back(SettingAttribute(name, scope, kind, id));
  return &draft.family.settings.back();
}

Binding ReadBindingSpec(const YamlNode& entry, const TypeSpec& type,
                        Scope scope, FamilyDraft& draft) {
  const std::vector<std::string> sources = {"value",  "const", "text",
                                            "stored", "pack",  "pointer"};
  Binding binding;
  binding.row_scope = scope;
  int count = 0;
  for (const std::string& source : sources) {
    std::optional<YamlNode> node = entry.Find(source);
    if (!node) {
      continue;
    }
    ++count;
    if (source == "value") {
      ReadValue(entry, node->is_map() ? node->At(ToString(scope)) : *node, type,
                draft, binding);
    } else if (source == "const") {
      binding.constant = ReadConstant(*node, type.syntax);
    } else if (source == "text") {
      binding.source = Binding::Source::kTemplate;
      binding.pieces = ReadPieces(*node, draft.family);
    } else if (source == "stored") {
      ReadStored(entry, *node, type, draft, binding);
    } else if (source == "pack") {
      ReadPacked(entry, *node, type, draft, binding);
    } else {
      ReadPointer(*node, binding);
    }
  }
  if (count != 1) {
    entry.Fail("one source of the value is needed", sources);
  }
  if (const auto scale = entry.Find("scale")) {
    binding.scale = scale->Real();
    if (binding.scale == 0) {
      scale->Fail("a scale cannot be 0");
    }
  }
  if (const auto add = entry.Find("add")) {
    binding.add = add->Real();
  }
  if (const auto access = entry.Find("access");
      access && access->Choice({"ro", "rw"}) == 1) {
    ReadWriting(entry, type, draft, binding);
  }
  return binding;
}

}  // namespace pdukit::fake_pdu
