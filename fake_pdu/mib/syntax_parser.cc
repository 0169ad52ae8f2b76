#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fake_pdu/mib/syntax.h"

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
    NamedSyntax{"DateAndTime", BaseSyntax::kDateAndTime},
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

}  // namespace

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
  if (name == "DateAndTime" && syntax.ranges.empty()) {
    syntax.ranges = {{8, 8}, {11, 11}};
  }
  if (name == "TruthValue") {
    syntax.labels = {{"true", 1}, {"false", 2}};
  }
  return syntax;
}

}  // namespace pdukit::fake_pdu
