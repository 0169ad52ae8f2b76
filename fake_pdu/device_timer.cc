#include "fake_pdu/device_timer.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pdukit::fake_pdu {

DeviceTimer::DeviceTimer(Device& device, const Clock& clock, TimerQueue& timers)
    : device_(device), real_time_(&clock == &Clock::Real()), timers_(timers) {
  device_.SetDueListener([this] { WakeSoon(); });
}

DeviceTimer::~DeviceTimer() {
  device_.SetDueListener(nullptr);
  std::map<int, Wakeup> wakeups;
  {
    const std::lock_guard lock(wakeups_mutex_);
    stopped_ = true;
    wakeups = wakeups_;
  }
  for (const auto& [number, wakeup] : wakeups) {
    timers_.Cancel(wakeup.timer);
  }
}

void DeviceTimer::WakeSoon() { WakeAt(Clock::TimePoint::min()); }

void DeviceTimer::WakeAt(Clock::TimePoint due) {
  const std::lock_guard lock(wakeups_mutex_);
  const bool covered =
      std::any_of(wakeups_.begin(), wakeups_.end(), [due](const auto& entry) {
        return !entry.second.begun && entry.second.due <= due;
      });
  if (stopped_ || covered) {
    return;
  }
  const int number = ++last_number_;
  wakeups_[number] = {due, false,
                      timers_.Schedule(due, [this, number] { Wake(number); })};
}

void DeviceTimer::Wake(int number) {
  {
    const std::lock_guard lock(wakeups_mutex_);
    wakeups_[number].begun = true;
  }
  device_.Settle();
  const std::optional<Clock::TimePoint> next = device_.next_due();
  if (real_time_ && next) {
    WakeAt(*next);
  }
  const std::lock_guard lock(wakeups_mutex_);
  wakeups_.erase(number);
}

}  // namespace pdukit::fake_pdu
