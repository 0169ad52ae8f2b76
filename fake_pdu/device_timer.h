#ifndef PDUKIT_FAKE_PDU_DEVICE_TIMER_H_
#define PDUKIT_FAKE_PDU_DEVICE_TIMER_H_

#include <map>
#include <mutex>
#include <optional>

#include "base/clock.h"
#include "base/timer_queue.h"
#include "fake_pdu/device/device.h"

namespace pdukit::fake_pdu {

// Wakes a device when something is due, so that its observer hears of it in
// time and not only when somebody asks. Thread-safe.
class DeviceTimer {
 public:
  // Both must outlive it, as must `clock`, whose own timers wake the device if
  // it has any; `timers` run in real time.
  DeviceTimer(Device& device, Clock& clock, TimerQueue& timers);
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
    TimerQueue* timers = nullptr;
    TimerQueue::TimerId timer = 0;
  };

  void OnDue(std::optional<Clock::TimePoint> due);
  void WakeAt(Clock::TimePoint due, TimerQueue& timers);
  void Wake(int number);

  Device& device_;
  // Where a wake-up waits that is due at once, and one that is due later.
  TimerQueue& soon_;
  TimerQueue& later_;
  std::mutex wakeups_mutex_;
  bool stopped_ = false;
  int last_number_ = 0;
  // Until they are over, so that the destructor can wait for them.
  std::map<int, Wakeup> wakeups_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_TIMER_H_
