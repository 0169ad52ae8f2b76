#include "base/clock.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "base/timer_queue.h"

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
  TimerQueue* timers() override { return nullptr; }
  int AddWorker(const std::string& /*address*/,
                std::function<void()> /*finish*/) override {
    return 0;
  }
  void RemoveWorker(int /*id*/) override {}
  bool FinishWork(const std::string& /*address*/) override { return false; }
};

}  // namespace

Clock& Clock::Real() {
  static SystemClock& clock = *new SystemClock;
  return clock;
}

ManualClock::ManualClock() : timers_(std::make_unique<TimerQueue>([] {})) {}
ManualClock::~ManualClock() = default;

Clock::TimePoint ManualClock::Now() const {
  std::lock_guard lock(time_mutex_);
  return TimePoint(kManualStart + since_start_);
}

Clock::WallTime ManualClock::WallNow() const {
  std::lock_guard lock(time_mutex_);
  return WallTime(kManualWallStart + since_start_);
}

void ManualClock::MoveTo(Duration since_start) {
  std::lock_guard lock(time_mutex_);
  since_start_ = std::max(since_start_, since_start);
}

void ManualClock::Advance(Duration duration) {
  if (duration <= Duration::zero()) {
    return;
  }
  std::lock_guard lock(listeners_mutex_);
  const TimePoint end = Now() + duration;
  const auto since_start = [](TimePoint time) {
    return time.time_since_epoch() - kManualStart;
  };
  for (std::optional<TimePoint> due = timers_->NextDue(); due && *due <= end;
       due = timers_->NextDue()) {
    MoveTo(since_start(*due));
    timers_->RunDue(Now());
  }
  MoveTo(since_start(end));
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

int ManualClock::AddWorker(const std::string& address,
                           std::function<void()> finish) {
  std::lock_guard lock(workers_mutex_);
  workers_.emplace(next_worker_, Worker{address, std::move(finish)});
  return next_worker_++;
}

void ManualClock::RemoveWorker(int id) {
  std::lock_guard lock(workers_mutex_);
  workers_.erase(id);
}

bool ManualClock::FinishWork(const std::string& address) {
  std::lock_guard lock(workers_mutex_);
  bool answers = false;
  for (const auto& [id, worker] : workers_) {
    worker.finish();
    answers = answers || worker.address == address;
  }
  return answers;
}

}  // namespace pdukit
