#ifndef PDUKIT_FAKE_PDU_AGENT_DELAYED_ACTIONS_H_
#define PDUKIT_FAKE_PDU_AGENT_DELAYED_ACTIONS_H_

#include <functional>
#include <map>
#include <mutex>

#include "base/clock.h"
#include "base/timer_queue.h"

namespace pdukit::fake_pdu {

// What happens later, unless it is stopped before. Thread-safe.
class DelayedActions {
 public:
  // Both must outlive it. `timers` run by `clock`.
  DelayedActions(const Clock& clock, TimerQueue& timers)
      : clock_(clock), timers_(timers) {}
  ~DelayedActions() { Stop(); }
  DelayedActions(const DelayedActions&) = delete;
  DelayedActions& operator=(const DelayedActions&) = delete;

  // Runs it once, with no lock held. It must not throw.
  void Run(Clock::Duration delay, std::function<void()> action);

  // No action is running and none ever will once this has returned. Hold no
  // lock that one takes.
  void Stop();

 private:
  void RunNow(int number, const std::function<void()>& action);

  const Clock& clock_;
  TimerQueue& timers_;
  std::mutex delayed_mutex_;
  bool stopped_ = false;
  int last_number_ = 0;
  // Until they are over.
  std::map<int, TimerQueue::TimerId> delayed_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_DELAYED_ACTIONS_H_
