#include "fake_pdu/agent/delayed_actions.h"

#include <utility>

namespace pdukit::fake_pdu {

void DelayedActions::Run(Clock::Duration delay, std::function<void()> action) {
  const std::lock_guard<std::mutex> lock(delayed_mutex_);
  if (stopped_) {
    return;
  }
  const int number = ++last_number_;
  delayed_[number] = timers_.Schedule(
      clock_.Now() + delay,
      [this, number, action = std::move(action)] { RunNow(number, action); });
}

void DelayedActions::RunNow(int number, const std::function<void()>& action) {
  action();
  const std::lock_guard<std::mutex> lock(delayed_mutex_);
  delayed_.erase(number);
}

void DelayedActions::Stop() {
  std::map<int, TimerQueue::TimerId> delayed;
  {
    const std::lock_guard<std::mutex> lock(delayed_mutex_);
    stopped_ = true;
    delayed = delayed_;
  }
  for (const auto& [number, timer] : delayed) {
    timers_.Cancel(timer);
  }
}

}  // namespace pdukit::fake_pdu
