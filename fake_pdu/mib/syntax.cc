#include "fake_pdu/mib/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>

namespace pdukit::fake_pdu {
namespace {

struct NamedSyntax {
  std::string_view name;
  BaseSyntax base;
};

// The base types of SMIv2 and SMIv1, and textual conventions (RFC 2579).
constexpr std::array kNames = {
    NamedSyntax{"INTEGER", BaseSyntax::kInteger32},
    NamedSyntax{"Integer32", BaseSyntax::kInteger32},
    NamedSyntax{"Unsigned32", BaseSyntax::kGauge32},
    NamedSyntax{"Gauge32", BaseSyntax::kGauge32},
    NamedSyntax{"Gauge", BaseSyntax::kGauge32},
    NamedSyntax{"Counter32", BaseSyntax::kCounter32},
    NamedSyntax{"Counter", BaseSyntax::kCounter32},
    NamedSyntax{"Counter64", BaseSyntax::kCounter64},
    NamedSyntax{"TimeTicks", BaseSyntax::kTimeTicks},
    NamedSyntax{"OCTET STRING", BaseSyntax::kOctetString},
    NamedSyntax{"DisplayString", BaseSyntax::kOctetString},
    NamedSyntax{"SnmpAdminString", BaseSyntax::kOctetString},
    NamedSyntax{"MacAddress", BaseSyntax::kPhysAddress},
    NamedSyntax{"PhysAddress", BaseSyntax::kPhysAddress},
    NamedSyntax{"DateAndTime", BaseSyntax::kOctetString},
    NamedSyntax{"BITS", BaseSyntax::kBits},
    NamedSyntax{"OBJECT IDENTIFIER", BaseSyntax::kObjectIdentifier},
    NamedSyntax{"RowPointer", BaseSyntax::kObjectIdentifier},
    NamedSyntax{"IpAddress", BaseSyntax::kIpAddress},
    NamedSyntax{"TruthValue", BaseSyntax::kInteger32},
};

std::string_view Trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  return text;
}

std::optional<std::int64_t> ParseNumber(std::string_view text) {
  text = Trim(text);
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

// "0..20", "5" or several of them between bars.
bool ParseRanges(std::string_view text, std::vector<Syntax::Range>& ranges) {
  while (true) {
    const std::size_t bar = text.find('|');
    const std::string_view one = text.substr(0, bar);
    const std::size_t dots = one.find("..");
    const auto low = ParseNumber(one.substr(0, dots));
    const auto high = dots == std::string_view::npos
                          ? low
                          : ParseNumber(one.substr(dots + 2));
    if (!low || !high || *low > *high) {
      return false;
    }
    ranges.emplace_back(*low, *high);
    if (bar == std::string_view::npos) {
      return true;
    }
    text.remove_prefix(bar + 1);
  }
}

Error BadSyntax(std::string_view text) {
  std::string names;
  for (const NamedSyntax& named : kNames) {
    names += names.empty() ? "" : ", ";
    names += named.name;
  }
  return {ErrorKind::kInvalidArgument,
          "'" + std::string(text) + "' is no syntax",
          "allowed: " + names +
              ", each also with a range as in Integer32(-1|1..60) or "
              "DisplayString(SIZE(0..20))"};
}

bool IsIn(const std::vector<Syntax::Range>& ranges, std::int64_t number) {
  return ranges.empty() ||
         std::any_of(ranges.begin(), ranges.end(),
                     [&](const Syntax::Range& range) {
                       return range.first <= number && number <= range.second;
                     });
}

ValueType TypeOf(BaseSyntax base) {
  switch (base) {
    case BaseSyntax::kInteger32:
      return ValueType::kInteger32;
    case BaseSyntax::kGauge32:
      return ValueType::kGauge32;
    case BaseSyntax::kCounter32:
      return ValueType::kCounter32;
    case BaseSyntax::kCounter64:
      return ValueType::kCounter64;
    case BaseSyntax::kTimeTicks:
      return ValueType::kTimeTicks;
    case BaseSyntax::kOctetString:
    case BaseSyntax::kPhysAddress:
    case BaseSyntax::kBits:
      return ValueType::kOctetString;
    case BaseSyntax::kObjectIdentifier:
      return ValueType::kObjectIdentifier;
    case BaseSyntax::kIpAddress:
      return ValueType::kIpAddress;
  }
  return ValueType::kNull;
}

// How many octets hold all labelled bits (RFC 2578 section 7.1.4).
std::size_t BitsLength(const Syntax& syntax) {
  std::int64_t highest = -1;
  for (const Syntax::Label& label : syntax.labels) {
    highest = std::max(highest, label.second);
  }
  const std::int64_t least =
      syntax.ranges.empty() ? 0 : syntax.ranges.front().first;
  return static_cast<std::size_t>(std::max((highest + 8) / 8, least));
}

bool HasOnlyLabelledBits(const Syntax& syntax, const std::string& octets) {
  for (std::size_t bit = 0; bit < octets.size() * 8; ++bit) {
    const bool is_set = (octets[bit / 8] & (0x80 >> (bit % 8))) != 0;
    if (is_set && std::none_of(syntax.labels.begin(), syntax.labels.end(),
                               [&](const Syntax::Label& label) {
                                 return label.second ==
                                        static_cast<std::int64_t>(bit);
                               })) {
      return false;
    }
  }
  return true;
}

// The octets of 00:C0:B7:01:02:03; none if it is something else.
std::string ParseAddress(const std::string& text) {
  std::string octets;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    unsigned octet = 0;
    const char* const end = text.data() + std::min(at + 2, text.size());
    const auto [rest, error] =
        std::from_chars(text.data() + at, end, octet, 16);
    if (error != std::errc() || rest != end ||
        (at + 2 < text.size() && text[at + 2] != ':')) {
      return "";
    }
    octets += static_cast<char>(octet);
  }
  return octets;
}

std::uint64_t WrapRound(double number, double modulus) {
  return static_cast<std::uint64_t>(std::fmod(std::max(0.0, number), modulus));
}

}  // namespace

std::optional<std::int64_t> Syntax::NumberOf(std::string_view label) const {
  for (const Label& known : labels) {
    if (known.first == label) {
      return known.second;
    }
  }
  return std::nullopt;
}

std::vector<std::string> Syntax::LabelNames() const {
  std::vector<std::string> names;
  for (const Label& label : labels) {
    names.push_back(label.first);
  }
  return names;
}

Result<Syntax> ParseSyntax(std::string_view text) {
  std::string_view range;
  std::string_view name = Trim(text);
  if (const std::size_t open = name.find('('); open != std::string_view::npos) {
    if (name.back() != ')') {
      return BadSyntax(text);
    }
    range = Trim(name.substr(open + 1, name.size() - open - 2));
    name = Trim(name.substr(0, open));
    if (range.substr(0, 5) == "SIZE(" && range.back() == ')') {
      range = range.substr(5, range.size() - 6);
    }
  }
  const auto* const found = std::find_if(
      kNames.begin(), kNames.end(),
      [&](const NamedSyntax& named) { return named.name == name; });
  Syntax syntax;
  if (found == kNames.end() ||
      (!range.empty() && !ParseRanges(range, syntax.ranges))) {
    return BadSyntax(text);
  }
  syntax.base = found->base;
  // RFC 2579, RFC 3411.
  if ((name == "DisplayString" || name == "SnmpAdminString") &&
      syntax.ranges.empty()) {
    syntax.ranges.emplace_back(0, 255);
  }
  if (name == "TruthValue") {
    syntax.labels = {{"true", 1}, {"false", 2}};
  }
  return syntax;
}

Value EncodeNumber(const Syntax& syntax, double number) {
  constexpr double kModulus32 = 4294967296.0;
  const double rounded = std::round(number);
  switch (syntax.base) {
    case BaseSyntax::kInteger32:
      return Value::Integer32(static_cast<std::int32_t>(std::clamp(
          rounded,
          static_cast<double>(std::numeric_limits<std::int32_t>::min()),
          static_cast<double>(std::numeric_limits<std::int32_t>::max()))));
    case BaseSyntax::kGauge32:
      return Value::Gauge32(
          static_cast<std::uint32_t>(std::clamp(rounded, 0.0, kModulus32 - 1)));
    case BaseSyntax::kCounter32:
      return Value::Counter32(
          static_cast<std::uint32_t>(WrapRound(rounded, kModulus32)));
    case BaseSyntax::kTimeTicks:
      return Value::TimeTicks(
          static_cast<std::uint32_t>(WrapRound(rounded, kModulus32)));
    case BaseSyntax::kCounter64:
      return Value::Counter64(WrapRound(rounded, 18446744073709551616.0));
    default:
      return Value::Null();
  }
}

Value EncodeText(const Syntax& syntax, const std::string& text) {
  if (syntax.base == BaseSyntax::kObjectIdentifier) {
    const Result<Oid> oid = Oid::Parse(text);
    // The null OID of RFC 2578 section 7.1.3 stands for nothing.
    return Value::ObjectIdentifier(oid.ok() ? *oid : Oid{0, 0});
  }
  if (syntax.base == BaseSyntax::kIpAddress) {
    std::array<std::uint8_t, 4> address{};
    std::copy_n(text.begin(), std::min(text.size(), address.size()),
                address.begin());
    return Value::IpAddress(address);
  }
  return Value::OctetString(
      syntax.base == BaseSyntax::kPhysAddress ? ParseAddress(text) : text);
}

Value EncodeFlags(const Syntax& syntax, std::uint64_t mask) {
  std::string octets(BitsLength(syntax), '\0');
  for (std::size_t index = 0; index < syntax.labels.size(); ++index) {
    if ((mask >> index & 1) != 0) {
      const auto bit = static_cast<std::size_t>(syntax.labels[index].second);
      octets[bit / 8] = static_cast<char>(
          static_cast<unsigned char>(octets[bit / 8]) | (0x80U >> (bit % 8)));
    }
  }
  return Value::OctetString(octets);
}

std::uint64_t DecodeFlags(const Syntax& syntax, const std::string& octets) {
  std::uint64_t mask = 0;
  for (std::size_t index = 0; index < syntax.labels.size(); ++index) {
    const auto bit = static_cast<std::size_t>(syntax.labels[index].second);
    if (bit / 8 < octets.size() &&
        (octets[bit / 8] & (0x80 >> (bit % 8))) != 0) {
      mask |= std::uint64_t{1} << index;
    }
  }
  return mask;
}

ErrorStatus CheckValue(const Syntax& syntax, const Value& value) {
  if (value.type() != TypeOf(syntax.base)) {
    return ErrorStatus::kWrongType;
  }
  if (syntax.base == BaseSyntax::kBits) {
    if (value.AsOctets()->size() > BitsLength(syntax)) {
      return ErrorStatus::kWrongLength;
    }
    return HasOnlyLabelledBits(syntax, *value.AsOctets())
               ? ErrorStatus::kNoError
               : ErrorStatus::kWrongValue;
  }
  if (syntax.base == BaseSyntax::kOctetString) {
    return IsIn(syntax.ranges,
                static_cast<std::int64_t>(value.AsOctets()->size()))
               ? ErrorStatus::kNoError
               : ErrorStatus::kWrongLength;
  }
  const std::optional<std::int64_t> number = value.AsInt64();
  if (!syntax.is_numeric() || !number) {
    return ErrorStatus::kNoError;
  }
  if (!syntax.labels.empty() &&
      std::none_of(syntax.labels.begin(), syntax.labels.end(),
                   [&](const Syntax::Label& label) {
                     return label.second == *number;
                   })) {
    return ErrorStatus::kWrongValue;
  }
  return IsIn(syntax.ranges, *number) ? ErrorStatus::kNoError
                                      : ErrorStatus::kWrongValue;
}

}  // namespace pdukit::fake_pdu
