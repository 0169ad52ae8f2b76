#include "fake_pdu/mib/binding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <string_view>

#include "fake_pdu/device/meters.h"
#include "fake_pdu/device/relays.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/binding_rows.h"

namespace pdukit::fake_pdu {
namespace {

// As the device shows it.
AttributeValue ReadRow(const Attribute& attribute, const DeviceState& state,
                       int row) {
  return attribute.read(ShownState(state, attribute.scope, row), row,
                        attribute.parameter);
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

std::string TimeText(const std::string& format, double seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 100> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), format.c_str(), &parts);
  return {text.data(), size};
}

std::string DecimalText(double number, int decimals) {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return text.data();
}

// A number of the device as the object shows it.
Value EncodeReading(const Binding& binding, const Syntax& syntax,
                    double reading) {
  const double number = reading * binding.scale + binding.add;
  if (syntax.is_numeric() || syntax.base == BaseSyntax::kDateAndTime) {
    return EncodeNumber(syntax, number);
  }
  return EncodeText(syntax,
                    binding.time_format.empty()
                        ? DecimalText(number, binding.decimals) + binding.suffix
                        : TimeText(binding.time_format, number));
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
  return EncodeReading(binding, syntax, AsNumber(value));
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

Value ReadPacked(const Binding& binding, const DeviceState& state, int row) {
  std::vector<std::string> pieces;
  for (const int part :
       RowsWithin(binding, state, binding.attribute->scope, row)) {
    pieces.push_back(PackedPiece(binding, state, part));
  }
  while (static_cast<int>(pieces.size()) < binding.sample_count) {
    pieces.push_back(binding.absent ? *binding.absent->AsOctets() : "");
  }
  std::string packed;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    packed += (at == 0 ? "" : binding.separator) + pieces[at];
  }
  return Value::OctetString(packed);
}

Value ReadTotal(const Binding& binding, const Syntax& syntax,
                const DeviceState& state) {
  const Attribute& attribute = *binding.attribute;
  double sum = 0;
  for (int row = 0; row < state.spec->RowCount(attribute.scope); ++row) {
    sum += AsNumber(ReadRow(attribute, state, row));
  }
  return EncodeReading(binding, syntax, sum);
}

Value ReadSamples(const Binding& binding, const DeviceState& state, int row) {
  const AttributeValue value =
      ReadRelated(*binding.attribute, state, binding.row_scope, row);
  auto number = static_cast<std::uint64_t>(std::max<std::int64_t>(
      0, std::llround(AsNumber(value) * binding.scale + binding.add)));
  std::string sample;
  for (int octet = 0; octet < binding.sample_octets; ++octet) {
    sample += static_cast<char>(number & 0xff);
    number >>= 8;
  }
  std::string samples;
  for (int count = 0; count < binding.sample_count; ++count) {
    samples += sample;
  }
  return Value::OctetString(samples);
}

}  // namespace

AttributeValue ReadRelated(const Attribute& attribute, const DeviceState& state,
                           Scope scope, int row) {
  const int related = RelatedRow(*state.spec, scope, row, attribute.scope);
  return related < 0 ? AttributeValue() : ReadRow(attribute, state, related);
}

std::vector<int> RowsWithin(const Binding& binding, const DeviceState& state,
                            Scope scope, int row) {
  if (scope == Scope::kOutlet && binding.row_scope != Scope::kOutlet) {
    return OutletsOf(state, {binding.row_scope, row});
  }
  std::vector<int> rows;
  for (int part = 0; part < state.spec->RowCount(scope); ++part) {
    if (scope == Scope::kUnit ||
        RelatedRow(*state.spec, scope, part, binding.row_scope) == row) {
      rows.push_back(part);
    }
  }
  return rows;
}

std::string PackedPiece(const Binding& binding, const DeviceState& state,
                        int outlet_row) {
  const AttributeValue value = ReadRow(*binding.attribute, state, outlet_row);
  return binding.text_of_word.empty()
             ? DecimalText(AsNumber(value) * binding.scale + binding.add,
                           binding.decimals)
             : binding.text_of_word[static_cast<std::size_t>(AsInteger(value))];
}

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
      return ReadPacked(binding, state, row);
    case Binding::Source::kTotal:
      return ReadTotal(binding, syntax, state);
    case Binding::Source::kCommandList:
      return Value::OctetString("");
    case Binding::Source::kSamples:
      return ReadSamples(binding, state, row);
    case Binding::Source::kConstant:
    case Binding::Source::kPointer:
    case Binding::Source::kRow:
      break;
  }
  return binding.constant;
}

}  // namespace pdukit::fake_pdu
