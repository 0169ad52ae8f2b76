#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <system_error>

#include "fake_pdu/capture/capture_reader.h"

namespace pdukit::fake_pdu {
namespace {

template <typename T>
std::optional<T> ParseAll(std::string_view text) {
  T number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, status] = std::from_chars(text.data(), end, number);
  if (status != std::errc() || rest != end) {
    return std::nullopt;
  }
  return number;
}

std::optional<unsigned> HexDigit(char c) {
  unsigned digit = 0;
  const auto [rest, status] = std::from_chars(&c, &c + 1, digit, 16);
  return status == std::errc() ? std::optional(digit) : std::nullopt;
}

}  // namespace

Error MistakeAt(int line, const std::string& what, const std::string& hint) {
  return {ErrorKind::kParse, std::to_string(line) + ": " + what, hint};
}

std::optional<Value> ParseNumber(ValueType type, std::string_view text) {
  if (type == ValueType::kInteger32) {
    const auto number = ParseAll<std::int32_t>(text);
    return number ? std::optional(Value::Integer32(*number)) : std::nullopt;
  }
  const auto number = ParseAll<std::uint64_t>(text);
  if (!number) {
    return std::nullopt;
  }
  if (type == ValueType::kCounter64) {
    return Value::Counter64(*number);
  }
  if (*number > std::numeric_limits<std::uint32_t>::max()) {
    return std::nullopt;
  }
  const auto small = static_cast<std::uint32_t>(*number);
  switch (type) {
    case ValueType::kCounter32:
      return Value::Counter32(small);
    case ValueType::kGauge32:
      return Value::Gauge32(small);
    case ValueType::kTimeTicks:
      return Value::TimeTicks(small);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> ParseHex(std::string_view text) {
  std::string octets;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\n') {
      ++at;
      continue;
    }
    if (at + 1 == text.size()) {
      return std::nullopt;
    }
    const std::optional<unsigned> high = HexDigit(text[at]);
    const std::optional<unsigned> low = HexDigit(text[at + 1]);
    if (!high || !low) {
      return std::nullopt;
    }
    octets += static_cast<char>(*high << 4U | *low);
    at += 2;
  }
  return octets;
}

std::optional<Value> ParseIpAddress(std::string_view text) {
  std::string octets;
  while (true) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    const auto octet = ParseAll<std::uint8_t>(text.substr(0, dot));
    if (!octet) {
      return std::nullopt;
    }
    octets += static_cast<char>(*octet);
    if (dot == text.size()) {
      return IpAddressOf(octets);
    }
    text.remove_prefix(dot + 1);
  }
}

std::optional<Value> IpAddressOf(const std::string& octets) {
  std::array<std::uint8_t, 4> address{};
  if (octets.size() != address.size()) {
    return std::nullopt;
  }
  std::copy(octets.begin(), octets.end(), address.begin());
  return Value::IpAddress(address);
}

std::string_view Trim(std::string_view text) {
  constexpr char kBlanks[] = " \t\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace pdukit::fake_pdu
