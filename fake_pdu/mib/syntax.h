#ifndef PDUKIT_FAKE_PDU_MIB_SYNTAX_H_
#define PDUKIT_FAKE_PDU_MIB_SYNTAX_H_

// The SYNTAX of an object, as a MIB writes it: "Integer32(-1|0..7200)",
// "DisplayString(SIZE(0..20))", "BITS", an enumeration.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "snmp/error_status.h"
#include "snmp/value.h"

namespace pdukit::fake_pdu {

enum class BaseSyntax : std::uint8_t {
  kInteger32,
  kGauge32,  // Also Unsigned32.
  kCounter32,
  kCounter64,
  kTimeTicks,
  kOctetString,
  kPhysAddress,  // Octets that the device knows as 00:C0:B7:01:02:03.
  kBits,
  kObjectIdentifier,
  kIpAddress,
  kDateAndTime,  // Of a number: seconds since 1970.
};

struct Syntax {
  using Range = std::pair<std::int64_t, std::int64_t>;
  using Label = std::pair<std::string, std::int64_t>;

  BaseSyntax base = BaseSyntax::kInteger32;
  // What a number, or the length of a string, may be; empty: anything.
  std::vector<Range> ranges{};
  // Of an enumeration or of bits.
  std::vector<Label> labels{};

  bool is_numeric() const { return base <= BaseSyntax::kTimeTicks; }
  std::optional<std::int64_t> NumberOf(std::string_view label) const;
  std::vector<std::string> LabelNames() const;
};

// Fails with kInvalidArgument and names what is allowed. Enumerations have
// their labels elsewhere, but for TruthValue.
Result<Syntax> ParseSyntax(std::string_view text);

// A number in this numeric syntax or DateAndTime. Counters and ticks wrap
// round, others stop at the end of their type.
Value EncodeNumber(const Syntax& syntax, double number);

// Octets in this syntax: a string, an IpAddress (four octets, or four numbers
// with dots), or dotted numbers as an OBJECT IDENTIFIER.
Value EncodeText(const Syntax& syntax, const std::string& text);

// BITS; bit n of `mask` stands for the nth label.
Value EncodeFlags(const Syntax& syntax, std::uint64_t mask);
// The reverse, of a value that CheckValue has passed.
std::uint64_t DecodeFlags(const Syntax& syntax, const std::string& octets);

// What RFC 3416 section 4.2.5 says of a value that is to be written; kNoError
// if it may be.
ErrorStatus CheckValue(const Syntax& syntax, const Value& value);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_SYNTAX_H_
