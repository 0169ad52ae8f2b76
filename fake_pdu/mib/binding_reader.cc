#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/binding_words.h"
#include "fake_pdu/mib/family_reader.h"

namespace pdukit::fake_pdu {
namespace {

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
      (attribute->scope != Scope::kOutlet &&
       attribute->scope != Scope::kUnit) ||
      attribute->kind == AttributeKind::kText) {
    pack.Fail(
        "only words and numbers of outlets or units can be packed, in a "
        "string");
  }
  if (const auto count = entry.Find("count")) {
    binding.sample_count = static_cast<int>(count->Integer(1, 1000));
  }
  binding.source = Binding::Source::kPacked;
  binding.attribute = attribute;
  if (attribute->kind == AttributeKind::kWord) {
    MapWords(pack, type, *attribute, binding);
  }
  if (const auto separator = entry.Find("separator")) {
    binding.separator = separator->Text();
  }
}

void ReadTotal(const YamlNode& total, const TypeSpec& type, FamilyDraft& draft,
               Binding& binding) {
  binding.source = Binding::Source::kTotal;
  binding.attribute = ReadAttribute(total, draft.family);
  if (binding.attribute->kind != AttributeKind::kNumber) {
    total.Fail("only numbers can be added up");
  }
  CheckKind(total, type.syntax, *binding.attribute);
}

void ReadSamples(const YamlNode& entry, const YamlNode& samples,
                 const TypeSpec& type, FamilyDraft& draft, Binding& binding) {
  binding.source = Binding::Source::kSamples;
  binding.attribute = ReadAttribute(samples, draft.family);
  RequireRelated(samples, binding.row_scope, binding.attribute->scope);
  binding.sample_count = static_cast<int>(entry.At("count").Integer(1, 1000));
  binding.sample_octets = static_cast<int>(entry.At("octets").Integer(1, 8));
  if (binding.attribute->kind != AttributeKind::kNumber ||
      type.syntax.base != BaseSyntax::kOctetString) {
    samples.Fail("only numbers can be sampled, in a string");
  }
}

void ReadCommandList(const YamlNode& entry, const YamlNode& list,
                     FamilyDraft& draft, Binding& binding) {
  binding.source = Binding::Source::kCommandList;
  binding.attribute = ReadAttribute(list, draft.family);
  for (const YamlNode& part : entry.At("address").Items()) {
    binding.address.push_back(
        ReadIndexPart(part, part.Text(), Scope::kOutlet, draft.family));
  }
  if (binding.attribute->scope != Scope::kOutlet ||
      binding.attribute->kind != AttributeKind::kWord) {
    list.Fail("a list of commands is for outlets", {"outlet.command"});
  }
}

void ReadPointer(const YamlNode& pointer, Binding& binding) {
  binding.source = Binding::Source::kPointer;
  for (const auto& [scope, column] : pointer.Entries()) {
    const auto target = static_cast<Scope>(scope.Choice(ScopeNames()));
    RequireRelated(scope, binding.row_scope, target);
    binding.pointers.emplace_back(target, column.Text());
  }
}

void CheckTemplateWriting(const YamlNode& entry, const Binding& binding) {
  for (const TextPiece& piece : binding.pieces) {
    if (piece.attribute != nullptr && piece.attribute->write == nullptr) {
      entry.Fail(piece.attribute->name + " in the text cannot be written");
    }
  }
}

void ReadWriting(const YamlNode& entry, const TypeSpec& type,
                 FamilyDraft& draft, Binding& binding) {
  binding.is_writable = true;
  const std::optional<YamlNode> write = entry.Find("write");
  if (binding.source == Binding::Source::kTemplate && !write) {
    return CheckTemplateWriting(entry, binding);
  }
  binding.target =
      write ? ReadAttribute(*write, draft.family) : binding.attribute;
  const YamlNode& node = write ? *write : entry;
  if (binding.target == nullptr || binding.target->write == nullptr) {
    node.Fail(
        "this cannot be written; name an attribute that can with "
        "'write', or leave out 'access: rw'");
  }
  if (const auto everywhere = entry.Find("everywhere")) {
    binding.writes_everywhere = everywhere->Flag();
  }
  if (binding.source != Binding::Source::kPacked &&
      binding.source != Binding::Source::kCommandList &&
      !binding.writes_everywhere) {
    RequireRelated(node, binding.row_scope, binding.target->scope);
  }
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

// The sources but the one that needs no more than its own node.
void ReadSource(const YamlNode& entry, std::string_view source,
                const YamlNode& node, const TypeSpec& type, FamilyDraft& draft,
                Binding& binding) {
  if (source == "value") {
    ReadValue(entry,
              node.is_map() ? node.At(ToString(binding.row_scope)) : node, type,
              draft, binding);
  } else if (source == "const") {
    binding.constant = ReadConstant(node, type.syntax);
  } else if (source == "text") {
    binding.source = Binding::Source::kTemplate;
    binding.pieces = ReadPieces(node, draft.family);
  } else if (source == "stored") {
    ReadStored(entry, node, type, draft, binding);
  } else if (source == "pack") {
    ReadPacked(entry, node, type, draft, binding);
  } else if (source == "total") {
    ReadTotal(node, type, draft, binding);
  } else if (source == "command_list") {
    ReadCommandList(entry, node, draft, binding);
  } else if (source == "samples") {
    ReadSamples(entry, node, type, draft, binding);
  } else {
    ReadPointer(node, binding);
  }
}

// How the number is shown.
void ReadForm(const YamlNode& entry, const TypeSpec& type, Binding& binding) {
  if (const auto scale = entry.Find("scale")) {
    binding.scale = scale->Real();
    if (binding.scale == 0) {
      scale->Fail("a scale cannot be 0");
    }
  }
  if (const auto add = entry.Find("add")) {
    binding.add = add->Real();
  }
  if (const auto decimals = entry.Find("decimals")) {
    binding.decimals = static_cast<int>(decimals->Integer(0, 9));
  }
  if (const auto suffix = entry.Find("suffix")) {
    binding.suffix = suffix->Text();
  }
  if (const auto format = entry.Find("time_format")) {
    binding.time_format = format->Text();
  }
  if (const auto none = entry.Find("none")) {
    binding.missing = ReadConstant(*none, type.syntax);
    binding.none = binding.missing->AsInt64();
  }
  if (const auto absent = entry.Find("absent")) {
    binding.absent = ReadConstant(*absent, type.syntax);
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
  constexpr std::array<std::string_view, 9> kSources = {
      "value", "const",   "text",    "stored",      "pack",
      "total", "samples", "pointer", "command_list"};
  Binding binding;
  binding.row_scope = scope;
  int count = 0;
  for (const std::string_view source : kSources) {
    if (const std::optional<YamlNode> node = entry.Find(source)) {
      ++count;
      ReadSource(entry, source, *node, type, draft, binding);
    }
  }
  if (count != 1) {
    entry.Fail("one source of the value is needed",
               {kSources.begin(), kSources.end()});
  }
  ReadForm(entry, type, binding);
  if (const auto access = entry.Find("access");
      access && access->Choice({"ro", "rw"}) == 1) {
    ReadWriting(entry, type, draft, binding);
  }
  return binding;
}

}  // namespace pdukit::fake_pdu
