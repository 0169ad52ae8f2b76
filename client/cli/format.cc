#include "client/cli/format.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/cli/usage.h"

namespace pdukit::client {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 4> kFormats{{
    {"text", Format::kText},
    {"json", Format::kJson},
    {"csv", Format::kCsv},
    {"prometheus", Format::kPrometheus},
}};

}  // namespace

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormats) {
    names.emplace_back(name);
  }
  return names;
}

Result<Format> TakeFormat(const Flags& flags) {
  if (!flags.format.has_value()) {
    return flags.json ? Format::kJson : Format::kText;
  }
  for (const auto& [name, format] : kFormats) {
    if (name != *flags.format) {
      continue;
    }
    if (flags.json && format != Format::kJson) {
      return UsageError(
          fmt::format("--json and --format {} exclude each other", name));
    }
    return format;
  }
  return UsageError(
      fmt::format("there is no format '{}'", *flags.format),
      fmt::format("it is one of {}", fmt::join(FormatNames(), ", ")));
}

bool AskForJson(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--json" || arguments[i] == "--format=json" ||
        (arguments[i] == "json" && i > 0 && arguments[i - 1] == "--format")) {
      return true;
    }
  }
  return false;
}

}  // namespace pdukit::client
