#include "client/progress.h"

#include <algorithm>

namespace pdukit::client {
namespace {

constexpr std::chrono::milliseconds kStep{100};

}  // namespace

const char* ToString(ProgressPhase phase) {
  switch (phase) {
    case ProgressPhase::kSwitchingOn:
      return "switching on";
    case ProgressPhase::kSwitchingOff:
      return "switching off";
    case ProgressPhase::kRebooting:
      return "rebooting";
    case ProgressPhase::kScheduling:
      return "scheduling";
    case ProgressPhase::kWaiting:
      return "waiting";
  }
  return "unknown";
}

bool WaitWithProgress(Clock& clock, std::chrono::milliseconds duration,
                      const ProgressCallback& on_progress,
                      const std::function<bool()>& cancelled) {
  if (!on_progress && !cancelled) {
    clock.SleepFor(duration);
    return true;
  }
  const auto report = [&](Clock::Duration left) {
    if (on_progress) {
      on_progress({ProgressPhase::kWaiting,
                   std::chrono::ceil<std::chrono::milliseconds>(left)});
    }
  };
  const Clock::TimePoint end = clock.Now() + duration;
  for (Clock::TimePoint now = clock.Now(); now < end; now = clock.Now()) {
    if (cancelled && cancelled()) {
      return false;
    }
    report(end - now);
    clock.SleepFor(std::min<Clock::Duration>(kStep, end - now));
  }
  report({});
  return true;
}

}  // namespace pdukit::client
