#ifndef PDUKIT_BASE_TIMER_QUEUE_H_
#define PDUKIT_BASE_TIMER_QUEUE_H_

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "base/clock.h"

namespace pdukit {

// Callbacks that are due at some time, run one after the other by whoever
// calls RunDue. Thread-safe.
class TimerQueue {
 public:
  using Callback = std::function<void()>;
  // Never 0.
  using TimerId = std::uint64_t;

  // `wake` is called, by the thread that calls Schedule and with no lock held,
  // when what it adds is due before everything else.
  explicit TimerQueue(Callback wake) : wake_(std::move(wake)) {}

  // Runs `callback` once, with no lock held, when `due` has come. It must not
  // throw.
  TimerId Schedule(Clock::TimePoint due, Callback callback);

  // The callback is not running and never will once this has returned, unless
  // called from the callback itself. Waits for one that runs: hold no lock
  // that it takes. Does nothing for an ID that has run or is 0.
  void Cancel(TimerId id);

  // When the next one is due; nullopt if there is none.
  std::optional<Clock::TimePoint> NextDue() const;

  // Runs what is due at `now`. By one thread at a time; a callback may call it.
  void RunDue(Clock::TimePoint now);

 private:
  using Key = std::pair<Clock::TimePoint, TimerId>;

  const Callback wake_;
  mutable std::mutex timers_mutex_;
  std::condition_variable finished_;
  std::map<Key, Callback> timers_;
  TimerId last_id_ = 0;
  TimerId running_id_ = 0;
  std::thread::id running_thread_;
};

}  // namespace pdukit

#endif  // PDUKIT_BASE_TIMER_QUEUE_H_
