#ifndef PDUKIT_SNMP_VALUE_H_
#define PDUKIT_SNMP_VALUE_H_

// What a variable holds: a value of one of the types of SMIv2 (RFC 2578), or
// one of the three exceptions that stand for "there is none" (RFC 3416).
//
//   Value::Integer32(1)               Value::OctetString("Outlet 3")
//   value.type() == ValueType::kGauge32
//   value.AsInt64()                   // nullopt unless it is a number

#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>

#include "snmp/oid.h"

namespace pdukit {

// The numbers are the BER tags (RFC 3416 section 3, RFC 2578 section 7).
// Unsigned32 is Gauge32 and BITS an OCTET STRING: on the wire they are one.
enum class ValueType : std::uint8_t {
  kInteger32 = 0x02,
  kOctetString = 0x04,
  kNull = 0x05,
  kObjectIdentifier = 0x06,
  kIpAddress = 0x40,
  kCounter32 = 0x41,
  kGauge32 = 0x42,
  kTimeTicks = 0x43,
  kOpaque = 0x44,
  kCounter64 = 0x46,
  kNoSuchObject = 0x80,
  kNoSuchInstance = 0x81,
  kEndOfMibView = 0x82,
};

// The name as in the RFCs: "Integer32", "OCTET STRING", "noSuchObject", ...
const char* ToString(ValueType type);
std::ostream& operator<<(std::ostream& out, ValueType type);

// A value type. Cannot hold a number that its type cannot.
class Value {
 public:
  // Null, as in the varbinds of a GET.
  Value() = default;

  static Value Null() { return {}; }
  static Value Integer32(std::int32_t number);
  static Value OctetString(std::string octets);
  static Value ObjectIdentifier(Oid oid);
  static Value IpAddress(std::array<std::uint8_t, 4> address);
  static Value Counter32(std::uint32_t number);
  static Value Gauge32(std::uint32_t number);
  // Hundredths of a second.
  static Value TimeTicks(std::uint32_t number);
  static Value Opaque(std::string octets);
  static Value Counter64(std::uint64_t number);
  static Value NoSuchObject();
  static Value NoSuchInstance();
  static Value EndOfMibView();

  ValueType type() const { return type_; }

  // noSuchObject, noSuchInstance or endOfMibView.
  bool is_exception() const;

  // The number of any of the numeric types; nullopt for others and for a
  // Counter64 above the range.
  std::optional<std::int64_t> AsInt64() const;

  // The number of any of the unsigned types and of an Integer32 that is not
  // negative.
  std::optional<std::uint64_t> AsUint64() const;

  // The octets of an OCTET STRING, Opaque or IpAddress; else null.
  const std::string* AsOctets() const;

  // The OID of an OBJECT IDENTIFIER; else null.
  const Oid* AsOid() const;

  // The value alone, for people: 3, Outlet 3, 0x00C0B7 (octets that are not
  // printable), 1.3.6.1, 127.0.0.1, noSuchObject.
  std::string ToString() const;

  friend bool operator==(const Value& a, const Value& b) {
    return a.type_ == b.type_ && a.content_ == b.content_;
  }
  friend bool operator!=(const Value& a, const Value& b) { return !(a == b); }

 private:
  using Content = std::variant<std::monostate, std::int64_t, std::uint64_t,
                               std::string, Oid>;

  // Of one of the types in Content.
  template <typename T>
  Value(ValueType type, T content)
      : type_(type), content_(std::in_place_type<T>, std::move(content)) {}

  ValueType type_ = ValueType::kNull;
  Content content_;
};

// With its type: "Gauge32: 3", "OCTET STRING: Outlet 3".
std::ostream& operator<<(std::ostream& out, const Value& value);

}  // namespace pdukit

#endif  // PDUKIT_SNMP_VALUE_H_
