#ifndef PDUKIT_FAKE_PDU_DEVICE_TIMER_H_
#define PDUKIT_FAKE_PDU_DEVICE_TIMER_H_

#include <map>
#include <mutex>

#include "base/clock.h"
#include "fake_pdu/agent/timer_queue.h"
#include "fake_pdu/device/device.h"

namespace pdukit::fake_pdu {

// Wakes a device when something is due, so that its observer hears of it in
// time and not only when somebody asks. A device on a clock of its own is woken
// by that clock. Thread-safe.
class DeviceTimer {
 public:
  // All must outlive it.
  DeviceTimer(Device& device, const Clock& clock, TimerQueue& timers);
  // The device is not woken any more once it has returned.
  ~DeviceTimer();

  DeviceTimer(const DeviceTimer&) = delete;
  DeviceTimer& operator=(const DeviceTimer&) = delete;

  // Soon, and without a lock of the caller's, the device does what is due and
  // delivers its events.
  void WakeSoon();

 private:
  struct Wakeup {
    Clock::TimePoint due{};
    bool begun = false;
    TimerQueue::TimerId timer = 0;
  };

  void WakeAt(Clock::TimePoint due);
  void Wake(int number);

  Device& device_;
  const bool real_time_;
  TimerQueue& timers_;
  std::mutex wakeups_mutex_;
  bool stopped_ = false;
  int last_number_ = 0;
  // Until they are over, so that the destructor can wait for them.
  std::map<int, Wakeup> wakeups_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_TIMER_H_
