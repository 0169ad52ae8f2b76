#include "fake_pdu/mib/binding_words.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fake_pdu/mib/command_attributes.h"

namespace pdukit::fake_pdu {
namespace {

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

bool HasLabels(const Syntax& syntax) {
  return syntax.is_numeric() || syntax.base == BaseSyntax::kBits;
}

// The label for the word, or for the first one of those that may stand for it;
// nullopt if there is none.
std::optional<std::string> LabelFor(const TypeSpec& type,
                                    const Attribute& attribute,
                                    std::size_t word) {
  for (int at = static_cast<int>(word); at >= 0;
       at = static_cast<std::size_t>(at) < attribute.fallback.size()
                ? attribute.fallback[static_cast<std::size_t>(at)]
                : -1) {
    const std::string& name = attribute.words[static_cast<std::size_t>(at)];
    const std::string label = LabelOfWord(type, name);
    const bool is_known =
        HasLabels(type.syntax)
            ? type.syntax.NumberOf(label).has_value()
            : type.label_of_word.count(name) > 0 || attribute.fallback.empty();
    if (is_known) {
      return label;
    }
  }
  return std::nullopt;
}

}  // namespace

void MapWords(const YamlNode& node, const TypeSpec& type,
              const Attribute& attribute, Binding& binding) {
  const std::size_t count =
      std::min(attribute.words.size(), attribute.readable_words);
  for (std::size_t word = 0; word < count; ++word) {
    const std::optional<std::string> label = LabelFor(type, attribute, word);
    if (!label) {
      node.Fail("'" + attribute.words[word] + "' of " + attribute.name +
                    " has no label here; say which with 'words'",
                type.syntax.LabelNames());
    }
    if (type.syntax.base == BaseSyntax::kBits) {
      binding.number_of_word.push_back(PositionOf(type.syntax, *label));
    } else if (HasLabels(type.syntax)) {
      binding.number_of_word.push_back(*type.syntax.NumberOf(*label));
    } else {
      binding.text_of_word.push_back(*label);
    }
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
       syntax.base != BaseSyntax::kOctetString &&
       syntax.base != BaseSyntax::kDateAndTime)) {
    node.Fail(attribute.name + " cannot be shown in this syntax");
  }
}

void MapCommands(const YamlNode& node, const TypeSpec& type, Binding& binding) {
  const std::vector<std::string>& words = binding.target->words;
  const auto add = [&](const std::string& label, const std::string& command) {
    const std::string word = command.substr(0, command.find(' '));
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) {
      node.Fail("'" + word + "' is no word of " + binding.target->name, words);
    }
    const std::int64_t written =
        word == command ? found - words.begin()
                        : CommandAfter(found - words.begin(),
                                       std::stoll(command.substr(word.size())));
    if (const auto number = type.syntax.NumberOf(label)) {
      binding.word_of_number[*number] = written;
    } else if (!HasLabels(type.syntax)) {
      binding.word_of_text[label] = written;
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

}  // namespace pdukit::fake_pdu
