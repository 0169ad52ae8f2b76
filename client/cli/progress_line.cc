#include "client/cli/progress_line.h"

#include <chrono>
#include <ostream>

#include <fmt/format.h>

namespace pdukit::client {
namespace {

// To the start of the line, and wipe it: ECMA-48 EL.
constexpr char kWipe[] = "\r\x1b[K";

}  // namespace

ProgressCallback ProgressLine(const Context& context) {
  if (!context.err_is_terminal) {
    return {};
  }
  return [&err = context.err](const Progress& progress) {
    const bool waits = progress.phase == ProgressPhase::kWaiting;
    err << kWipe
        << fmt::format(
               "{}, {}{:.1f} s", ToString(progress.phase),
               waits ? "" : "at most ",
               std::chrono::duration<double>(progress.remaining).count())
        << std::flush;
  };
}

void ShowProgressLine(const Context& context, const std::string& text) {
  if (context.err_is_terminal) {
    context.err << kWipe << text << std::flush;
  }
}

void ClearProgressLine(const Context& context) {
  if (context.err_is_terminal) {
    context.err << kWipe << std::flush;
  }
}

}  // namespace pdukit::client
