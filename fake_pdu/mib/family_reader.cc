#include "fake_pdu/mib/family_reader.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>

namespace pdukit::fake_pdu {
namespace {

std::vector<std::string> NamesInScope(const Family& family, Scope scope) {
  std::vector<std::string> names;
  const std::string prefix = std::string(ToString(scope)) + ".";
  for (const Attribute& attribute : Vocabulary()) {
    if (attribute.scope == scope) {
      names.push_back(attribute.name);
    }
  }
  for (const Attribute& setting : family.settings) {
    if (setting.scope == scope) {
      names.push_back(setting.name);
    }
  }
  return names;
}

// Every word that any attribute knows, in order.
const std::vector<std::string_view>& AllWords() {
  static const auto* const kWords = [] {
    auto* words = new std::vector<std::string_view>();
    for (const Attribute& attribute : Vocabulary()) {
      words->insert(words->end(), attribute.words.begin(),
                    attribute.words.end());
    }
    std::sort(words->begin(), words->end());
    words->erase(std::unique(words->begin(), words->end()), words->end());
    return words;
  }();
  return *kWords;
}

void RequireWord(const YamlNode& node) {
  const std::vector<std::string_view>& words = AllWords();
  if (!std::binary_search(words.begin(), words.end(), node.Text())) {
    node.Fail("'" + node.Text() + "' is no word of any attribute",
              {words.begin(), words.end()});
  }
}

// A word, or one of a command and the seconds until it happens: "toggle 10".
void RequireCommand(const YamlNode& node) {
  const std::string text = node.Text();
  const std::size_t space = text.find(' ');
  if (space == std::string::npos) {
    return RequireWord(node);
  }
  const std::string word = text.substr(0, space);
  const std::string seconds = text.substr(space + 1);
  const bool is_command =
      word == "on" || word == "off" || word == "toggle" || word == "reboot";
  if (!is_command || seconds.empty() || seconds.size() > 5 ||
      seconds.find_first_not_of("0123456789") != std::string::npos) {
    node.Fail("'" + text + "' is no command with seconds",
              {"on, off, toggle and reboot, as in toggle 10"});
  }
}

void RequireLabel(const YamlNode& node, const Syntax& syntax) {
  if (!syntax.labels.empty() && !syntax.NumberOf(node.Text())) {
    node.Fail("'" + node.Text() + "' is no label of this enumeration",
              syntax.LabelNames());
  }
}

void ReadWords(const YamlNode& entry, TypeSpec& type) {
  if (const auto words = entry.Find("words")) {
    type.label_of_word.clear();
    for (const auto& [word, label] : words->Entries()) {
      RequireWord(word);
      RequireLabel(label, type.syntax);
      type.label_of_word[word.Text()] = label.Text();
    }
  }
  if (const auto commands = entry.Find("commands")) {
    type.word_of_label.clear();
    for (const auto& [label, word] : commands->Entries()) {
      RequireLabel(label, type.syntax);
      RequireCommand(word);
      type.word_of_label[label.Text()] = word.Text();
    }
  }
}

void ReadLabels(const YamlNode& node, Syntax& syntax) {
  if (syntax.base != BaseSyntax::kInteger32 &&
      syntax.base != BaseSyntax::kBits) {
    node.Fail("only an INTEGER or BITS has labels");
  }
  syntax.labels.clear();
  std::set<std::int64_t> numbers;
  for (const auto& [label, number] : node.Entries()) {
    const std::int64_t value = syntax.base == BaseSyntax::kBits
                                   ? number.Integer(0, 511)
                                   : number.Integer(INT32_MIN, INT32_MAX);
    if (!numbers.insert(value).second) {
      number.Fail("two labels have the number " + std::to_string(value));
    }
    syntax.labels.emplace_back(label.Text(), value);
  }
  if (syntax.base == BaseSyntax::kBits && syntax.labels.size() > 64) {
    node.Fail("more than 64 bits");
  }
}

}  // namespace

Oid ReadOid(const YamlNode& node, const Oid& base) {
  const Result<Oid> oid = Oid::Parse(node.Text());
  if (!oid.ok() || oid->empty()) {
    node.Fail("'" + node.Text() + "' is no OID",
              {"numbers with dots between them"});
  }
  const Oid whole = oid->StartsWith({1, 3, 6, 1}) ? *oid : base.Child(*oid);
  if (whole.size() > Oid::kMaxSize - 8) {
    node.Fail("the OID is too long");
  }
  return whole;
}

const Attribute* ReadAttribute(const YamlNode& node, const Family& family) {
  const std::string name = node.Text();
  const Attribute* attribute = FindAttribute(family, name);
  if (attribute != nullptr) {
    return attribute;
  }
  const std::optional<Scope> scope = ParseScope(name.substr(0, name.find('.')));
  if (!scope) {
    node.Fail(
        "unknown attribute '" + name + "'",
        {"unit.*", "outlet.*", "bank.*", "phase.*", "inlet.*", "sensor.*"});
  }
  node.Fail("unknown attribute '" + name + "'", NamesInScope(family, *scope));
}

std::vector<TextPiece> ReadPieces(const YamlNode& node, const Family& family) {
  std::vector<TextPiece> pieces;
  const std::string text = node.Text();
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close =
        open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos) {
      break;
    }
    pieces.push_back({text.substr(at, open - at), nullptr});
    const std::string name = text.substr(open + 1, close - open - 1);
    const Attribute* attribute = FindAttribute(family, name);
    if (attribute == nullptr || attribute->read == nullptr) {
      node.Fail("unknown attribute '" + name + "' between braces");
    }
    pieces.push_back({"", attribute});
    at = close + 1;
  }
  pieces.push_back({text.substr(at), nullptr});
  return pieces;
}

Default ReadDefault(const YamlNode& node, const Attribute& attribute,
                    const Family& family) {
  if (attribute.write == nullptr) {
    node.Fail(attribute.name + " cannot be set");
  }
  Default result;
  result.attribute = &attribute;
  switch (attribute.kind) {
    case AttributeKind::kText:
      result.pieces = ReadPieces(node, family);
      return result;
    case AttributeKind::kWord:
      result.value = static_cast<std::int64_t>(node.Choice(attribute.words));
      return result;
    case AttributeKind::kFlags: {
      std::int64_t mask = 0;
      for (const YamlNode& flag : node.Items()) {
        mask |= std::int64_t{1} << flag.Choice(attribute.words);
      }
      result.value = mask;
      return result;
    }
    case AttributeKind::kNumber:
      break;
  }
  const std::string text = node.Text();
  if (!text.empty() && text.back() == '%') {
    result.value = node.Percentage();
    result.is_percent = true;
    return result;
  }
  if (text.find('{') != std::string::npos) {
    result.pieces = ReadPieces(node, family);
    return result;
  }
  result.value = node.Real();
  return result;
}

TypeSpec ReadType(const YamlNode& entry, const FamilyDraft& draft) {
  TypeSpec type;
  const std::optional<YamlNode> syntax = entry.Find("syntax");
  if (!syntax && !entry.Find("enum")) {
    entry.Fail("the key 'syntax' is missing");
  }
  if (syntax) {
    const auto known = draft.types.find(syntax->Text());
    if (known != draft.types.end()) {
      type = known->second;
    } else {
      const Result<Syntax> parsed = ParseSyntax(syntax->Text());
      if (!parsed.ok()) {
        std::string types;
        for (const auto& named : draft.types) {
          types += ", " + named.first;
        }
        syntax->Fail(parsed.error().message + "; " + parsed.error().hint +
                     types);
      }
      type.syntax = *parsed;
    }
  }
  if (const auto labels = entry.Find("enum")) {
    ReadLabels(*labels, type.syntax);
  }
  ReadWords(entry, type);
  return type;
}

Value ReadConstant(const YamlNode& node, const Syntax& syntax) {
  if (syntax.base == BaseSyntax::kBits) {
    std::uint64_t mask = 0;
    for (const YamlNode& label : node.Items()) {
      mask |= std::uint64_t{1} << label.Choice(syntax.LabelNames());
    }
    return EncodeFlags(syntax, mask);
  }
  if (syntax.base == BaseSyntax::kObjectIdentifier) {
    return Value::ObjectIdentifier(ReadOid(node, {}));
  }
  if (!syntax.is_numeric()) {
    return EncodeText(syntax, node.Text());
  }
  if (const auto number = syntax.NumberOf(node.Text())) {
    return EncodeNumber(syntax, static_cast<double>(*number));
  }
  if (!syntax.labels.empty()) {
    node.Fail("'" + node.Text() + "' is no label of this enumeration",
              syntax.LabelNames());
  }
  const Value value = EncodeNumber(
      syntax, static_cast<double>(node.Integer(INT32_MIN, UINT32_MAX)));
  if (CheckValue(syntax, value) != ErrorStatus::kNoError ||
      value.AsInt64() != node.Integer()) {
    node.Fail("'" + node.Text() + "' is out of the syntax's range");
  }
  return value;
}

}  // namespace pdukit::fake_pdu
