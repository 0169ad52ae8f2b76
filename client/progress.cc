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

void WaitWithProgress(Clock& clock, std::chrono::milliseconds duration,
                      const ProgressCallback& on_progress) {
  if (!on_progress) {
    clock.SleepFor(duration);
    return;
  }
  const Clock::TimePoint end = clock.Now() + duration;
  for (Clock::TimePoint now = clock.Now(); now < end; now = clock.Now()) {
    on_progress({ProgressPhase::kWaiting,
                 std::chrono::ceil<std::chrono::milliseconds>(end - now)});
    clock.SleepFor(std::min<Clock::Duration>(kStep, end - now));
  }
  on_progress({ProgressPhase::kWaiting, std::chrono::milliseconds(0)});
}

}  // namespace pdukit::client
