#include "client/cli/verb_options.h"

#include <fmt/format.h>

#include "client/cli/usage.h"

namespace pdukit::client {
namespace {

Result<void> TakeTimes(const Flags& flags, CommandLine& line) {
  if (flags.wait.has_value() && line.verb != Verb::kCycle) {
    return UsageError("--wait goes with cycle only");
  }
  if (flags.native && line.verb != Verb::kCycle) {
    return UsageError("--native goes with cycle only");
  }
  if (flags.native && flags.wait.has_value()) {
    return UsageError(
        "--native and --wait exclude each other: with --native the device "
        "waits as long as is set there");
  }
  if (flags.count.has_value() && line.verb != Verb::kRead) {
    return UsageError("--count goes with read only");
  }
  if (flags.interval.has_value() && line.verb != Verb::kRead) {
    return UsageError("--interval goes with read only");
  }
  line.wait = flags.wait ? ToMilliseconds(*flags.wait) : line.wait;
  line.native = flags.native;
  line.count = flags.count.value_or(line.count);
  line.interval =
      flags.interval ? ToMilliseconds(*flags.interval) : line.interval;
  return {};
}

Result<void> TakeOf(const Flags& flags, CommandLine& line) {
  if (!flags.of.has_value()) {
    return {};
  }
  if (line.verb != Verb::kRead) {
    return UsageError("--of goes with read only");
  }
  if (flags.outlet.has_value()) {
    return UsageError("--of and --outlet exclude each other",
                      "--of reads the whole PDU");
  }
  line.of = CommandLine::Of{FindMeterPlace(*flags.of)};
  return {};
}

Result<void> CheckFormat(const Flags& flags, const CommandLine& line) {
  if (line.format == Format::kText || line.format == Format::kJson) {
    return {};
  }
  if (line.verb != Verb::kRead) {
    return UsageError(
        fmt::format("--format {} goes with read only", *flags.format));
  }
  if (line.format == Format::kPrometheus && line.count != 1) {
    return UsageError("--format prometheus is of one reading, not of --count");
  }
  return {};
}

}  // namespace

Result<void> TakeVerbOptions(const Flags& flags, CommandLine& line) {
  Result<void> taken = TakeTimes(flags, line);
  if (taken.ok()) {
    taken = TakeOf(flags, line);
  }
  return taken.ok() ? CheckFormat(flags, line) : taken;
}

}  // namespace pdukit::client
