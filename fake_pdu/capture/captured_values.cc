#include "fake_pdu/capture/captured_values.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>

namespace pdukit::fake_pdu {
namespace {

std::optional<double> NumberOf(const Value& value) {
  const std::optional<std::int64_t> number = value.AsInt64();
  if (number || value.AsOctets() == nullptr) {
    return number ? std::optional(static_cast<double>(*number)) : std::nullopt;
  }
  const std::string& text = *value.AsOctets();
  char* end = nullptr;
  const double parsed = std::strtod(text.c_str(), &end);
  return text.empty() || *end != '\0' || !std::isfinite(parsed)
             ? std::nullopt
             : std::optional(parsed);
}

}  // namespace

std::optional<double> ReadingOf(const Binding& binding, const Value& value) {
  if (binding.missing && *binding.missing == value) {
    return std::nullopt;
  }
  const std::optional<double> number = NumberOf(value);
  return number ? std::optional((*number - binding.add) / binding.scale)
                : std::nullopt;
}

std::optional<std::int64_t> WordOf(const Binding& binding, const Value& value) {
  const std::optional<std::int64_t> number = value.AsInt64();
  if (number) {
    const auto& numbers = binding.number_of_word;
    const auto found = std::find(numbers.begin(), numbers.end(), *number);
    return found == numbers.end()
               ? std::nullopt
               : std::optional<std::int64_t>(found - numbers.begin());
  }
  const auto& texts = binding.text_of_word;
  const auto found =
      value.AsOctets() == nullptr
          ? texts.end()
          : std::find(texts.begin(), texts.end(), *value.AsOctets());
  return found == texts.end()
             ? std::nullopt
             : std::optional<std::int64_t>(found - texts.begin());
}

std::optional<AttributeValue> SettingOf(const ObjectTable::Cell& cell,
                                        const Value& value) {
  const Binding& binding = *cell.binding;
  switch (binding.attribute->kind) {
    case AttributeKind::kText:
      return value.type() == ValueType::kOctetString &&
                     cell.column->syntax.base == BaseSyntax::kOctetString
                 ? std::optional<AttributeValue>(*value.AsOctets())
                 : std::nullopt;
    case AttributeKind::kWord: {
      const std::optional<std::int64_t> word = WordOf(binding, value);
      return word ? std::optional<AttributeValue>(*word) : std::nullopt;
    }
    case AttributeKind::kNumber: {
      const std::optional<double> number = ReadingOf(binding, value);
      return number ? std::optional<AttributeValue>(*number) : std::nullopt;
    }
    case AttributeKind::kFlags:
      break;
  }
  return std::nullopt;
}

std::optional<bool> IsOn(const Attribute& attribute, std::int64_t word) {
  while (word > 1) {
    const auto at = static_cast<std::size_t>(word);
    if (at >= attribute.fallback.size() || attribute.fallback[at] < 0) {
      return std::nullopt;
    }
    word = attribute.fallback[at];
  }
  return word == 1;
}

}  // namespace pdukit::fake_pdu
