#include "fake_pdu/contract/switch_log.h"

#include <chrono>
#include <utility>

namespace pdukit::fake_pdu {
namespace {

// The agent's thread delivers an event as soon as it has sent its answer.
constexpr std::chrono::seconds kLongEnough{5};

std::map<int, OutletState> StatesOf(const FakePdu& pdu) {
  std::map<int, OutletState> states;
  for (const int number : pdu.outlet_numbers()) {
    states[number] = pdu.outlet(number).state();
  }
  return states;
}

}  // namespace

void SwitchLog::Begin(const FakePdu& pdu) {
  std::map<int, OutletState> states = StatesOf(pdu);
  const std::lock_guard<std::mutex> lock(events_mutex_);
  states_ = std::move(states);
}

void SwitchLog::OnOutletEvent(const OutletEvent& event) {
  if (event.kind != OutletEvent::Kind::kSwitched) {
    return;
  }
  {
    const std::lock_guard<std::mutex> lock(events_mutex_);
    states_[event.outlet] = event.new_state;
    if (event.cause != OutletCause::kHand) {
      switches_.push_back(event);
    }
  }
  heard_.notify_all();
}

std::vector<OutletEvent> SwitchLog::Switches(const FakePdu& pdu) {
  // Asked without the lock: what asks may be told of events itself.
  const std::map<int, OutletState> states = StatesOf(pdu);
  std::unique_lock<std::mutex> lock(events_mutex_);
  heard_.wait_for(lock, kLongEnough, [&] { return states_ == states; });
  return switches_;
}

}  // namespace pdukit::fake_pdu
