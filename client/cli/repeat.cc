#include "client/cli/repeat.h"

#include <algorithm>

namespace pdukit::client {

Result<void> Repeat(const CommandLine& line, const Context& context,
                    const std::function<Result<void>()>& once) {
  const bool endless = line.count == 0;
  if (endless && !context.pause({})) {
    return {};
  }
  Clock::TimePoint due = context.clock.Now();
  for (int done = 1;; ++done) {
    if (Result<void> result = once(); !result.ok()) {
      return result;
    }
    if (!endless && done >= line.count) {
      return {};
    }
    // From start to start, so that the time of a reading does not add up.
    due = std::max(due + line.interval, context.clock.Now());
    const Clock::Duration left = due - context.clock.Now();
    if (!endless) {
      context.clock.SleepFor(left);
    } else if (!context.pause(left)) {
      return {};
    }
  }
}

}  // namespace pdukit::client
