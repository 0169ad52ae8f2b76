#include "snmp/value.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace pdukit {
namespace {

bool IsPrintable(const std::string& octets) {
  return std::all_of(octets.begin(), octets.end(), [](char c) {
    const auto octet = static_cast<unsigned char>(c);
    return (octet >= 0x20 && octet < 0x7F) || c == '\n' || c == '\r' ||
           c == '\t';
  });
}

std::string Hex(const std::string& octets) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text = "0x";
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    text += kDigits[octet >> 4U];
    text += kDigits[octet & 0xFU];
  }
  return text;
}

std::string DottedQuad(const std::string& octets) {
  std::string text;
  for (const char c : octets) {
    if (!text.empty()) {
      text += '.';
    }
    text += std::to_string(static_cast<unsigned char>(c));
  }
  return text;
}

}  // namespace

const char* ToString(ValueType type) {
  switch (type) {
    case ValueType::kInteger32:
      return "Integer32";
    case ValueType::kOctetString:
      return "OCTET STRING";
    case ValueType::kNull:
      return "NULL";
    case ValueType::kObjectIdentifier:
      return "OBJECT IDENTIFIER";
    case ValueType::kIpAddress:
      return "IpAddress";
    case ValueType::kCounter32:
      return "Counter32";
    case ValueType::kGauge32:
      return "Gauge32";
    case ValueType::kTimeTicks:
      return "TimeTicks";
    case ValueType::kOpaque:
      return "Opaque";
    case ValueType::kCounter64:
      return "Counter64";
    case ValueType::kNoSuchObject:
      return "noSuchObject";
    case ValueType::kNoSuchInstance:
      return "noSuchInstance";
    case ValueType::kEndOfMibView:
      return "endOfMibView";
  }
  return "unknown type";
}

std::ostream& operator<<(std::ostream& out, ValueType type) {
  return out << ToString(type);
}

Value Value::Integer32(std::int32_t number) {
  return {ValueType::kInteger32, std::int64_t{number}};
}

Value Value::OctetString(std::string octets) {
  return {ValueType::kOctetString, std::move(octets)};
}

Value Value::ObjectIdentifier(Oid oid) {
  return {ValueType::kObjectIdentifier, std::move(oid)};
}

Value Value::IpAddress(std::array<std::uint8_t, 4> address) {
  return {ValueType::kIpAddress, std::string(address.begin(), address.end())};
}

Value Value::Counter32(std::uint32_t number) {
  return {ValueType::kCounter32, std::uint64_t{number}};
}

Value Value::Gauge32(std::uint32_t number) {
  return {ValueType::kGauge32, std::uint64_t{number}};
}

Value Value::TimeTicks(std::uint32_t number) {
  return {ValueType::kTimeTicks, std::uint64_t{number}};
}

Value Value::Opaque(std::string octets) {
  return {ValueType::kOpaque, std::move(octets)};
}

Value Value::Counter64(std::uint64_t number) {
  return {ValueType::kCounter64, number};
}

Value Value::NoSuchObject() {
  Value value;
  value.type_ = ValueType::kNoSuchObject;
  return value;
}

Value Value::NoSuchInstance() {
  Value value;
  value.type_ = ValueType::kNoSuchInstance;
  return value;
}

Value Value::EndOfMibView() {
  Value value;
  value.type_ = ValueType::kEndOfMibView;
  return value;
}

bool Value::is_exception() const {
  return type_ == ValueType::kNoSuchObject ||
         type_ == ValueType::kNoSuchInstance ||
         type_ == ValueType::kEndOfMibView;
}

std::optional<std::int64_t> Value::AsInt64() const {
  if (const auto* number = std::get_if<std::int64_t>(&content_)) {
    return *number;
  }
  const auto* number = std::get_if<std::uint64_t>(&content_);
  constexpr auto kMax =
      static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (number == nullptr || *number > kMax) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*number);
}

std::optional<std::uint64_t> Value::AsUint64() const {
  if (const auto* number = std::get_if<std::uint64_t>(&content_)) {
    return *number;
  }
  const auto* number = std::get_if<std::int64_t>(&content_);
  if (number == nullptr || *number < 0) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(*number);
}

const std::string* Value::AsOctets() const {
  return std::get_if<std::string>(&content_);
}

const Oid* Value::AsOid() const { return std::get_if<Oid>(&content_); }

std::string Value::ToString() const {
  if (const std::string* octets = AsOctets()) {
    if (type_ == ValueType::kIpAddress) {
      return DottedQuad(*octets);
    }
    return IsPrintable(*octets) ? *octets : Hex(*octets);
  }
  if (const Oid* oid = AsOid()) {
    return oid->ToString();
  }
  if (const auto* number = std::get_if<std::int64_t>(&content_)) {
    return std::to_string(*number);
  }
  if (const auto* number = std::get_if<std::uint64_t>(&content_)) {
    return std::to_string(*number);
  }
  return pdukit::ToString(type_);
}

std::ostream& operator<<(std::ostream& out, const Value& value) {
  if (value.is_exception() || value.type() == ValueType::kNull) {
    return out << value.type();
  }
  return out << value.type() << ": " << value.ToString();
}

}  // namespace pdukit
