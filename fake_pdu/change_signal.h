#ifndef PDUKIT_FAKE_PDU_CHANGE_SIGNAL_H_
#define PDUKIT_FAKE_PDU_CHANGE_SIGNAL_H_

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>

#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

// Wakes whoever waits for something to become true of a PDU. Thread-safe.
class ChangeSignal final : public DeviceObserver {
 public:
  // Something may have changed. Costs next to nothing while nobody waits.
  void Notify();
  void OnOutletEvent(const OutletEvent& /*event*/) override { Notify(); }

  // Asks `condition`, with no lock held, at once and after each change, until
  // it is true; false if it was not after `timeout`, in real time.
  bool WaitUntil(const std::function<bool()>& condition,
                 std::chrono::nanoseconds timeout);

 private:
  std::atomic<int> waiters_ = 0;
  std::mutex changes_mutex_;
  std::condition_variable changed_;
  std::uint64_t changes_ = 0;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CHANGE_SIGNAL_H_
