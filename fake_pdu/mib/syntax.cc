#include "fake_pdu/mib/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <limits>

namespace pdukit::fake_pdu {
namespace {

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
    case BaseSyntax::kDateAndTime:
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

// RFC 2579, DateAndTime: eight octets, without a time zone.
std::string DateAndTime(double seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  const int year = parts.tm_year + 1900;
  std::string octets;
  for (const int number :
       {year / 256, year % 256, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
        parts.tm_min, parts.tm_sec, 0}) {
    octets += static_cast<char>(number);
  }
  return octets;
}

// Four octets from four numbers with dots; none if it is something else.
std::string ParseIpAddress(const std::string& text) {
  std::array<unsigned, 4> numbers{};
  char rest = 0;
  if (std::sscanf(text.c_str(), "%3u.%3u.%3u.%3u%c", numbers.data(),
                  &numbers[1], &numbers[2], &numbers[3], &rest) != 4) {
    return "";
  }
  std::string octets;
  for (const unsigned number : numbers) {
    octets += static_cast<char>(number);
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
    case BaseSyntax::kDateAndTime:
      return Value::OctetString(DateAndTime(rounded));
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
    const std::string parsed = ParseIpAddress(text);
    const std::string& octets = parsed.empty() ? text : parsed;
    std::array<std::uint8_t, 4> address{};
    std::copy_n(octets.begin(), std::min(octets.size(), address.size()),
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
  if (syntax.base == BaseSyntax::kOctetString ||
      syntax.base == BaseSyntax::kDateAndTime) {
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
