#include "base/timer_queue.h"

#include <algorithm>

namespace pdukit {

TimerQueue::TimerId TimerQueue::Schedule(Clock::TimePoint due,
                                         Callback callback) {
  TimerId id = 0;
  bool first = false;
  {
    const std::lock_guard<std::mutex> guard(timers_mutex_);
    id = ++last_id_;
    const auto added = timers_.emplace(Key(due, id), std::move(callback)).first;
    first = added == timers_.begin();
  }
  if (first) {
    wake_();
  }
  return id;
}

void TimerQueue::Cancel(TimerId id) {
  Callback cancelled;  // Destroyed without the lock
  std::unique_lock<std::mutex> guard(timers_mutex_);
  const auto found = std::find_if(
      timers_.begin(), timers_.end(),
      [id](const auto& timer) { return timer.first.second == id; });
  if (found != timers_.end()) {
    cancelled = std::move(found->second);
    timers_.erase(found);
  } else if (running_id_ == id &&
             running_thread_ != std::this_thread::get_id()) {
    finished_.wait(guard, [this, id] { return running_id_ != id; });
  }
}

std::optional<Clock::TimePoint> TimerQueue::NextDue() const {
  const std::lock_guard<std::mutex> guard(timers_mutex_);
  if (timers_.empty()) {
    return std::nullopt;
  }
  return timers_.begin()->first.first;
}

void TimerQueue::RunDue(Clock::TimePoint now) {
  std::unique_lock<std::mutex> guard(timers_mutex_);
  // What a callback schedules waits for the next call, or it could go on for
  // ever.
  const TimerId last = last_id_;
  auto next = timers_.begin();
  while (next != timers_.end() && next->first.first <= now) {
    if (next->first.second > last) {
      ++next;
      continue;
    }
    Callback callback = std::move(next->second);
    const TimerId caller = running_id_;
    running_id_ = next->first.second;
    running_thread_ = std::this_thread::get_id();
    timers_.erase(next);
    guard.unlock();
    callback();
    callback = nullptr;
    guard.lock();
    running_id_ = caller;
    finished_.notify_all();
    next = timers_.begin();
  }
}

}  // namespace pdukit
