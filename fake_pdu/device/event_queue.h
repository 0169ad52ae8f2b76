#ifndef PDUKIT_FAKE_PDU_DEVICE_EVENT_QUEUE_H_
#define PDUKIT_FAKE_PDU_DEVICE_EVENT_QUEUE_H_

#include <deque>
#include <mutex>
#include <vector>

#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

// Events on their way to the observers. Thread-safe.
class EventQueue {
 public:
  // An observer must be removed before it goes; it may still be running in
  // another thread when Remove returns.
  void Add(DeviceObserver* observer);
  void Remove(DeviceObserver* observer);

  // Keeps the events for Deliver; forgets them if nobody observes.
  void Push(const std::vector<OutletEvent>& events);

  // Tells the observers, with no lock held. If another thread is at it, or an
  // observer calls this, that one goes on with what is new, so that all see
  // one order.
  void Deliver();

 private:
  std::mutex events_mutex_;
  std::deque<OutletEvent> events_;
  std::vector<DeviceObserver*> observers_;
  bool is_delivering_ = false;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_EVENT_QUEUE_H_
