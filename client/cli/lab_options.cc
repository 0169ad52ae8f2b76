#include "client/cli/lab_options.h"

#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "client/cli/direct_options.h"
#include "client/cli/usage.h"

namespace pdukit::client {
namespace {

constexpr double kMostSeconds = 3600;

// "500ms", "2s", "2".
std::optional<std::chrono::milliseconds> ParseTime(const std::string& text) {
  char* end = nullptr;
  double seconds = std::strtod(text.c_str(), &end);
  const std::string unit = end;
  if (end == text.c_str() || (unit != "ms" && unit != "s" && !unit.empty())) {
    return std::nullopt;
  }
  seconds /= unit == "ms" ? 1000 : 1;
  if (!std::isfinite(seconds) || seconds < 0 || seconds > kMostSeconds) {
    return std::nullopt;
  }
  return ToMilliseconds(seconds);
}

}  // namespace

Result<std::string> FindLabFile(const Flags& flags,
                                const std::string& default_lab) {
  const bool other = flags.host.has_value() || flags.config.has_value();
  if (flags.lab.file.has_value() && other) {
    return UsageError("--lab excludes --host and --config");
  }
  std::string file = flags.lab.file.value_or(other ? "" : default_lab);
  const char* option = FirstLabOption(flags.lab);
  if (file.empty() && option != nullptr) {
    return UsageError(fmt::format("{} goes with --lab only", option));
  }
  return file;
}

Result<LabOptions> TakeLabOptions(const Flags& flags, const std::string& file,
                                  std::vector<std::string> patterns) {
  if (const char* option = FirstDirectOption(flags); option != nullptr) {
    return UsageError(fmt::format("{} goes with --host only", option));
  }
  if (flags.lab.all && !patterns.empty()) {
    return UsageError(fmt::format(
        "--all and machines, here '{}', exclude each other", patterns[0]));
  }
  LabOptions options;
  options.file = file;
  options.patterns = std::move(patterns);
  options.all = flags.lab.all;
  options.on_pdus = flags.lab.on_pdus;
  options.max_per_pdu = flags.lab.max_per_pdu.value_or(options.max_per_pdu);
  options.max_total = flags.lab.max_total.value_or(options.max_total);
  if (flags.lab.stagger.has_value()) {
    const auto time = ParseTime(*flags.lab.stagger);
    if (!time.has_value()) {
      return UsageError(
          fmt::format("--stagger: '{}' is no time such as 500ms "
                      "or 2s, up to an hour",
                      *flags.lab.stagger));
    }
    options.stagger = *time;
  }
  return options;
}

}  // namespace pdukit::client
