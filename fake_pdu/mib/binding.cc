#include "fake_pdu/mib/binding.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "fake_pdu/device/meters.h"
#include "fake_pdu/mib/attribute_values.h"

namespace pdukit::fake_pdu {
namespace {

// The attribute where it belongs to this row; monostate if there is none.
AttributeValue ReadRelated(const Attribute& attribute, const DeviceState& state,
                           Scope scope, int row) {
  const int related = RelatedRow(*state.spec, scope, row, attribute.scope);
  return related < 0 ? AttributeValue()
                     : attribute.read(state, related, attribute.parameter);
}

std::string TextOf(const Attribute& attribute, const AttributeValue& value) {
  if (attribute.kind == AttributeKind::kText) {
    return AsText(value);
  }
  const std::int64_t number = AsInteger(value);
  return attribute.kind == AttributeKind::kWord
             ? attribute.words[static_cast<std::size_t>(number)]
             : std::to_string(number);
}

std::uint64_t LabelMask(const Binding& binding, std::uint64_t words) {
  std::uint64_t mask = 0;
  for (std::size_t word = 0; word < binding.number_of_word.size(); ++word) {
    if ((words >> word & 1) != 0) {
      mask |= std::uint64_t{1} << binding.number_of_word[word];
    }
  }
  return mask;
}

std::uint64_t WordMask(const Binding& binding, std::uint64_t labels) {
  std::uint64_t mask = 0;
  for (std::size_t word = 0; word < binding.number_of_word.size(); ++word) {
    if ((labels >> binding.number_of_word[word] & 1) != 0) {
      mask |= std::uint64_t{1} << word;
    }
  }
  return mask;
}

Value Encode(const Binding& binding, const Syntax& syntax,
             const AttributeValue& value) {
  switch (binding.attribute->kind) {
    case AttributeKind::kText:
      return EncodeText(syntax, AsText(value));
    case AttributeKind::kFlags:
      return EncodeFlags(
          syntax,
          LabelMask(binding, static_cast<std::uint64_t>(AsInteger(value))));
    case AttributeKind::kWord: {
      const auto word = static_cast<std::size_t>(AsInteger(value));
      return syntax.is_numeric()
                 ? EncodeNumber(syntax, static_cast<double>(
                                            binding.number_of_word[word]))
                 : EncodeText(syntax, binding.text_of_word[word]);
    }
    case AttributeKind::kNumber:
      break;
  }
  const double number = AsNumber(value) * binding.scale + binding.add;
  return syntax.is_numeric()
             ? EncodeNumber(syntax, number)
             : EncodeText(syntax, std::to_string(std::llround(number)));
}

Value ReadAttribute(const Binding& binding, const Syntax& syntax,
                    const DeviceState& state, int row) {
  AttributeValue value;
  if (!binding.attribute->is_metered ||
      IsMetered(*state.spec, binding.attribute->scope)) {
    value = ReadRelated(*binding.attribute, state, binding.row_scope, row);
  }
  if (std::holds_alternative<std::monostate>(value) && binding.missing) {
    return *binding.missing;
  }
  return Encode(binding, syntax, value);
}

Value ReadPacked(const Binding& binding, const DeviceState& state) {
  std::string packed;
  for (int row = 0; row < state.spec->RowCount(Scope::kOutlet); ++row) {
    if (row > 0) {
      packed += binding.separator;
    }
    const AttributeValue value =
        binding.attribute->read(state, row, binding.attribute->parameter);
    packed +=
        binding.text_of_word.empty()
            ? std::to_string(
                  std::llround(AsNumber(value) * binding.scale + binding.add))
            : binding.text_of_word[static_cast<std::size_t>(AsInteger(value))];
  }
  return Value::OctetString(packed);
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
  std::int64_t number = NumberIn(value);
  if (!binding.allowed.empty()) {
    number = *NextAllowed(binding, number);
  }
  return (static_cast<double>(number) - binding.add) / binding.scale;
}

}  // namespace

std::string Expand(const std::vector<TextPiece>& pieces,
                   const DeviceState& state, Scope scope, int row) {
  std::string text;
  for (const TextPiece& piece : pieces) {
    text += piece.attribute == nullptr
                ? piece.text
                : TextOf(*piece.attribute,
                         ReadRelated(*piece.attribute, state, scope, row));
  }
  return text;
}

Value ReadBinding(const Binding& binding, const Syntax& syntax,
                  const DeviceState& state, int row) {
  switch (binding.source) {
    case Binding::Source::kAttribute:
      return ReadAttribute(binding, syntax, state, row);
    case Binding::Source::kTemplate:
      return EncodeText(syntax,
                        Expand(binding.pieces, state, binding.row_scope, row));
    case Binding::Source::kPacked:
      return ReadPacked(binding, state);
    case Binding::Source::kConstant:
    case Binding::Source::kPointer:
    case Binding::Source::kRow:
      break;
  }
  return binding.constant;
}

ErrorStatus CheckWrite(const Binding& binding, const Syntax& syntax,
                       const Value& value) {
  const ErrorStatus status = CheckValue(syntax, value);
  if (status != ErrorStatus::kNoError) {
    return status;
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
  if (!binding.allowed.empty() && !NextAllowed(binding, NumberIn(value))) {
    return ErrorStatus::kWrongValue;
  }
  return ErrorStatus::kNoError;
}

bool WriteBinding(const Binding& binding, const Syntax& syntax, Edit& edit,
                  int row, const Value& value) {
  const Attribute& target = *binding.target;
  const int related =
      RelatedRow(*edit.state.spec, binding.row_scope, row, target.scope);
  return related >= 0 && target.write(edit, related, target.parameter,
                                      Decode(binding, syntax, value));
}

}  // namespace pdukit::fake_pdu
