#ifndef PDUKIT_FAKE_PDU_MIB_ATTRIBUTE_VALUES_H_
#define PDUKIT_FAKE_PDU_MIB_ATTRIBUTE_VALUES_H_

#include <cmath>
#include <cstdint>
#include <string>
#include <variant>

#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

// The number in a value, 0 if there is none.
inline double AsNumber(const AttributeValue& value) {
  if (const auto* number = std::get_if<double>(&value)) {
    return *number;
  }
  const auto* number = std::get_if<std::int64_t>(&value);
  return number == nullptr ? 0 : static_cast<double>(*number);
}

// Likewise, rounded.
inline std::int64_t AsInteger(const AttributeValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    return *number;
  }
  return std::llround(AsNumber(value));
}

// The text in a value, empty if there is none.
inline const std::string& AsText(const AttributeValue& value) {
  static const std::string kEmpty;
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? kEmpty : *text;
}

inline AttributeValue Number(std::int64_t number) { return number; }

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_ATTRIBUTE_VALUES_H_
