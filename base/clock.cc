#include "base/clock.h"

#include <thread>
#include <utility>

namespace pdukit {
namespace {

constexpr auto kManualStart = std::chrono::hours(1000);
// 2024-01-01T00:00:00Z.
constexpr auto kManualWallStart = std::chrono::seconds(1704067200);

class SystemClock : public Clock {
 public:
  TimePoint Now() const override { return std::chrono::steady_clock::now(); }
  WallTime WallNow() const override { return std::chrono::system_clock::now(); }
  void SleepFor(Duration duration) override {
    std::this_thread::sleep_for(duration);
  }
  int AddListener(std::function<void()> /*listener*/) override { return 0; }
  void RemoveListener(int /*id*/) override {}
};

}  // namespace

Clock& Clock::Real() {
  static SystemClock& clock = *new SystemClock;
  return clock;
}

Clock::TimePoint ManualClock::Now() const {
  std::lock_guard lock(time_mutex_);
  return TimePoint(kManualStart + since_start_);
}

Clock::WallTime ManualClock::WallNow() const {
  std::lock_guard lock(time_mutex_);
  return WallTime(kManualWallStart + since_start_);
}

void ManualClock::Advance(Duration duration) {
  if (duration <= Duration::zero()) {
    return;
  }
  {
    std::lock_guard lock(time_mutex_);
    since_start_ += duration;
  }
  std::lock_guard lock(listeners_mutex_);
  for (const auto& [id, listener] : listeners_) {
    listener();
  }
}

int ManualClock::AddListener(std::function<void()> listener) {
  std::lock_guard lock(listeners_mutex_);
  listeners_.emplace(next_listener_, std::move(listener));
  return next_listener_++;
}

void ManualClock::RemoveListener(int id) {
  std::lock_guard lock(listeners_mutex_);
  listeners_.erase(id);
}

}  // namespace pdukit
