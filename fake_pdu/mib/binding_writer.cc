// What a manager writes, and what becomes of it.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/binding.h"
#include "fake_pdu/mib/binding_rows.h"

namespace pdukit::fake_pdu {
namespace {

std::uint64_t WordMask(const Binding& binding, std::uint64_t labels) {
  std::uint64_t mask = 0;
  for (std::size_t word = 0; word < binding.number_of_word.size(); ++word) {
    if ((labels >> binding.number_of_word[word] & 1) != 0) {
      mask |= std::uint64_t{1} << word;
    }
  }
  return mask;
}

// The greatest allowed number that is not above this one.
std::optional<std::int64_t> NextAllowed(const Binding& binding,
                                        std::int64_t number) {
  std::optional<std::int64_t> next;
  for (const std::int64_t allowed : binding.allowed) {
    if (allowed == number || (binding.rounds_down && allowed < number &&
                              (!next || allowed > *next))) {
      next = allowed;
      if (allowed == number) {
        break;
      }
    }
  }
  return next;
}

std::int64_t NumberIn(const Value& value) {
  return value.AsInt64().value_or(0);
}

// The number that a text is; nullopt if it is none.
std::optional<double> ParseDecimal(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' || !std::isfinite(number)
             ? std::nullopt
             : std::optional<double>(number);
}

// Likewise, of one that may end in the binding's suffix.
std::optional<double> ParseReading(const Binding& binding, std::string text) {
  const std::size_t size = binding.suffix.size();
  if (size > 0 && text.size() > size &&
      text.compare(text.size() - size, size, binding.suffix) == 0) {
    text.resize(text.size() - size);
  }
  return ParseDecimal(text);
}

AttributeValue DecodeNumber(const Binding& binding, const Syntax& syntax,
                            const Value& value) {
  if (binding.none && value.AsInt64() == binding.none) {
    return {};
  }
  double number = 0;
  if (!syntax.is_numeric()) {
    number = ParseReading(binding, *value.AsOctets()).value_or(0);
  } else if (binding.allowed.empty()) {
    number = static_cast<double>(NumberIn(value));
  } else {
    number = static_cast<double>(*NextAllowed(binding, NumberIn(value)));
  }
  return (number - binding.add) / binding.scale;
}

// The attribute's value for what was written.
AttributeValue Decode(const Binding& binding, const Syntax& syntax,
                      const Value& value) {
  switch (binding.target->kind) {
    case AttributeKind::kText:
      return value.AsOid() != nullptr ? value.AsOid()->ToString()
                                      : *value.AsOctets();
    case AttributeKind::kFlags:
      return Number(static_cast<std::int64_t>(
          WordMask(binding, DecodeFlags(syntax, *value.AsOctets()))));
    case AttributeKind::kWord:
      return Number(syntax.is_numeric()
                        ? binding.word_of_number.at(NumberIn(value))
                        : binding.word_of_text.at(*value.AsOctets()));
    case AttributeKind::kNumber:
      break;
  }
  return DecodeNumber(binding, syntax, value);
}

std::vector<std::string> Split(const std::string& text,
                               const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (true) {
    const std::size_t end =
        separator.empty() ? std::string::npos : text.find(separator, at);
    parts.push_back(text.substr(at, end - at));
    if (end == std::string::npos) {
      return parts;
    }
    at = end + separator.size();
  }
}

// Only what differs from what is there is written, so that a manager may send
// back what it does not mean to change.
bool WritePacked(const Binding& binding, Edit& edit, int row,
                 const std::string& text) {
  const std::vector<int> rows =
      RowsWithin(binding, edit.state, binding.attribute->scope, row);
  const std::vector<std::string> parts = Split(text, binding.separator);
  const std::size_t count =
      std::max(rows.size(), static_cast<std::size_t>(binding.sample_count));
  if (parts.size() != count) {
    return false;
  }
  const Attribute& target = *binding.target;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (parts[at] == PackedPiece(binding, edit.state, rows[at])) {
      continue;
    }
    const auto word = binding.word_of_text.find(parts[at]);
    const auto number = ParseDecimal(parts[at]);
    AttributeValue value;
    if (target.kind == AttributeKind::kWord) {
      if (word == binding.word_of_text.end()) {
        return false;
      }
      value = Number(word->second);
    } else if (number) {
      value = (*number - binding.add) / binding.scale;
    } else {
      return false;
    }
    if (!target.write(edit, rows[at], target.parameter, value)) {
      return false;
    }
  }
  return true;
}

bool WriteEverywhere(const Binding& binding, Edit& edit, int row,
                     const AttributeValue& value) {
  const Attribute& target = *binding.target;
  const std::vector<int> rows =
      RowsWithin(binding, edit.state, target.scope, row);
  return std::all_of(rows.begin(), rows.end(), [&](int part) {
    return target.write(edit, part, target.parameter, value);
  });
}

// What the part is for this outlet.
std::int64_t AddressNumber(const IndexPart& part, const DeviceState& state,
                           int row) {
  if (part.attribute == nullptr) {
    return part.add + (part.is_running ? row + 1 : 0);
  }
  return part.add + part.times * AsInteger(ReadRelated(*part.attribute, state,
                                                       Scope::kOutlet, row));
}

// The row of the outlet at this place, or -1.
int RowAtPlace(const Binding& binding, const DeviceState& state,
               const std::string& place) {
  for (int row = 0; row < state.spec->RowCount(Scope::kOutlet); ++row) {
    std::string own;
    for (const IndexPart& part : binding.address) {
      own += own.empty() ? "" : ".";
      own += std::to_string(AddressNumber(part, state, row));
    }
    if (own == place) {
      return row;
    }
  }
  return -1;
}

bool WriteCommandList(const Binding& binding, Edit& edit,
                      const std::string& text) {
  const std::size_t blank = text.find(' ');
  const auto word = binding.word_of_text.find(text.substr(0, blank));
  if (blank == std::string::npos || word == binding.word_of_text.end()) {
    return false;
  }
  for (const std::string& place : Split(text.substr(blank + 1), ",")) {
    const int row = RowAtPlace(binding, edit.state, place);
    if (row < 0 || !binding.target->write(edit, row, binding.target->parameter,
                                          Number(word->second))) {
      return false;
    }
  }
  return true;
}

// Writes one piece of a template; false if the text does not fit.
bool WritePiece(const Attribute& attribute, const Binding& binding, Edit& edit,
                int row, const std::string& text) {
  AttributeValue value = text;
  if (attribute.kind == AttributeKind::kNumber) {
    const auto number = ParseDecimal(text);
    if (!number) {
      return false;
    }
    value = *number;
  } else if (attribute.kind == AttributeKind::kWord) {
    const auto found =
        std::find(attribute.words.begin(), attribute.words.end(), text);
    if (found == attribute.words.end()) {
      return false;
    }
    value = Number(found - attribute.words.begin());
  }
  const int related =
      RelatedRow(*edit.state.spec, binding.row_scope, row, attribute.scope);
  return related >= 0 &&
         attribute.write(edit, related, attribute.parameter, value);
}

// The reverse of Expand: each attribute takes what stands up to the text that
// follows it.
bool WriteTemplate(const Binding& binding, Edit& edit, int row,
                   std::string_view text) {
  for (std::size_t at = 0; at < binding.pieces.size(); ++at) {
    const TextPiece& piece = binding.pieces[at];
    if (piece.attribute == nullptr) {
      if (text.substr(0, piece.text.size()) != piece.text) {
        return false;
      }
      text.remove_prefix(piece.text.size());
      continue;
    }
    const bool is_last = at + 1 == binding.pieces.size() ||
                         (at + 2 == binding.pieces.size() &&
                          binding.pieces[at + 1].text.empty());
    const std::size_t end =
        is_last ? text.size() : text.find(binding.pieces[at + 1].text);
    if (end == std::string_view::npos ||
        !WritePiece(*piece.attribute, binding, edit, row,
                    std::string(text.substr(0, end)))) {
      return false;
    }
    text.remove_prefix(end);
  }
  return text.empty();
}

}  // namespace

ErrorStatus CheckWrite(const Binding& binding, const Syntax& syntax,
                       const Value& value) {
  const ErrorStatus status = CheckValue(syntax, value);
  if (status != ErrorStatus::kNoError) {
    return status;
  }
  if (binding.source == Binding::Source::kPacked ||
      binding.source == Binding::Source::kCommandList ||
      binding.target == nullptr) {
    return ErrorStatus::kNoError;  // Whether it fits is seen when it is done.
  }
  const bool is_word = binding.target->kind == AttributeKind::kWord;
  if (is_word && syntax.is_numeric() &&
      binding.word_of_number.count(NumberIn(value)) == 0) {
    return ErrorStatus::kWrongValue;
  }
  if (is_word && !syntax.is_numeric() &&
      binding.word_of_text.count(*value.AsOctets()) == 0) {
    return ErrorStatus::kWrongValue;
  }
  if (binding.target->kind == AttributeKind::kNumber && !syntax.is_numeric() &&
      !ParseReading(binding, *value.AsOctets())) {
    return ErrorStatus::kWrongValue;
  }
  if (!binding.allowed.empty() && !NextAllowed(binding, NumberIn(value))) {
    return ErrorStatus::kWrongValue;
  }
  return ErrorStatus::kNoError;
}

bool WriteBinding(const Binding& binding, const Syntax& syntax, Edit& edit,
                  int row, const Value& value) {
  if (binding.source == Binding::Source::kPacked) {
    return WritePacked(binding, edit, row, *value.AsOctets());
  }
  if (binding.source == Binding::Source::kCommandList) {
    return WriteCommandList(binding, edit, *value.AsOctets());
  }
  if (binding.target == nullptr) {
    return WriteTemplate(binding, edit, row, *value.AsOctets());
  }
  const Attribute& target = *binding.target;
  if (binding.writes_everywhere) {
    return WriteEverywhere(binding, edit, row, Decode(binding, syntax, value));
  }
  const int related =
      RelatedRow(*edit.state.spec, binding.row_scope, row, target.scope);
  return related >= 0 && target.write(edit, related, target.parameter,
                                      Decode(binding, syntax, value));
}

}  // namespace pdukit::fake_pdu
