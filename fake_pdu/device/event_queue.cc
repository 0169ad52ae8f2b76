#include "fake_pdu/device/event_queue.h"

#include <algorithm>
#include <utility>

namespace pdukit::fake_pdu {

void EventQueue::Add(DeviceObserver* observer) {
  const std::lock_guard<std::mutex> lock(events_mutex_);
  observers_.push_back(observer);
}

void EventQueue::Remove(DeviceObserver* observer) {
  const std::lock_guard<std::mutex> lock(events_mutex_);
  observers_.erase(std::remove(observers_.begin(), observers_.end(), observer),
                   observers_.end());
}

void EventQueue::Push(const std::vector<OutletEvent>& events) {
  if (events.empty()) {
    return;
  }
  const std::lock_guard<std::mutex> lock(events_mutex_);
  if (!observers_.empty()) {
    events_.insert(events_.end(), events.begin(), events.end());
  }
}

void EventQueue::Deliver() {
  std::unique_lock<std::mutex> lock(events_mutex_);
  if (is_delivering_) {
    return;
  }
  is_delivering_ = true;
  while (!events_.empty()) {
    const OutletEvent event = std::move(events_.front());
    events_.pop_front();
    const std::vector<DeviceObserver*> observers = observers_;
    lock.unlock();
    for (DeviceObserver* observer : observers) {
      observer->OnOutletEvent(event);
    }
    lock.lock();
  }
  is_delivering_ = false;
}

}  // namespace pdukit::fake_pdu
