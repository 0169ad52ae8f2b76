#ifndef PDUKIT_FAKE_PDU_CONTRACT_SWITCH_LOG_H_
#define PDUKIT_FAKE_PDU_CONTRACT_SWITCH_LOG_H_

#include <condition_variable>
#include <map>
#include <mutex>
#include <vector>

#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {

// How the outlets of a PDU were switched, by other than a hand. Thread-safe.
class SwitchLog : public DeviceObserver {
 public:
  // To be called once, before anything is switched.
  void Begin(const FakePdu& pdu);

  void OnOutletEvent(const OutletEvent& event) override;

  // So far, in order. Events come late: waits for those that led to the states
  // which the outlets have now.
  std::vector<OutletEvent> Switches(const FakePdu& pdu);

 private:
  std::mutex events_mutex_;
  std::condition_variable heard_;
  std::vector<OutletEvent> switches_;
  // As of what was heard.
  std::map<int, OutletState> states_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_SWITCH_LOG_H_
