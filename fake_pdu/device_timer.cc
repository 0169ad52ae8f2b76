#include "fake_pdu/device_timer.h"

#include <algorithm>
#include <utility>

namespace pdukit::fake_pdu {

DeviceTimer::DeviceTimer(Device& device, Clock& clock, TimerQueue& timers)
    : device_(device),
      soon_(timers),
      later_(clock.timers() == nullptr ? timers : *clock.timers()) {
  device_.SetDueListener([this](auto due) { OnDue(due); });
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
    wakeup.timers->Cancel(wakeup.timer);
  }
}

void DeviceTimer::WakeSoon() { WakeAt(Clock::TimePoint::min(), soon_); }

void DeviceTimer::OnDue(std::optional<Clock::TimePoint> due) {
  WakeSoon();
  // A clock that is moved by hand may move before the other thread has run.
  if (&later_ != &soon_ && due) {
    WakeAt(*due, later_);
  }
}

void DeviceTimer::WakeAt(Clock::TimePoint due, TimerQueue& timers) {
  const std::lock_guard lock(wakeups_mutex_);
  const bool covered =
      std::any_of(wakeups_.begin(), wakeups_.end(), [&](const auto& entry) {
        return entry.second.timers == &timers && !entry.second.begun &&
               entry.second.due <= due;
      });
  if (stopped_ || covered) {
    return;
  }
  const int number = ++last_number_;
  wakeups_[number] = {due, false, &timers,
                      timers.Schedule(due, [this, number] { Wake(number); })};
}

void DeviceTimer::Wake(int number) {
  {
    const std::lock_guard lock(wakeups_mutex_);
    wakeups_[number].begun = true;
  }
  device_.Settle();
  const std::optional<Clock::TimePoint> next = device_.next_due();
  if (next) {
    WakeAt(*next, later_);
  }
  const std::lock_guard lock(wakeups_mutex_);
  wakeups_.erase(number);
}

}  // namespace pdukit::fake_pdu
