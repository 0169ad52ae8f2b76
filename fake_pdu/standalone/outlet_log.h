#ifndef PDUKIT_FAKE_PDU_STANDALONE_OUTLET_LOG_H_
#define PDUKIT_FAKE_PDU_STANDALONE_OUTLET_LOG_H_

#include <ostream>
#include <string>
#include <utility>

#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {

// Writes a line for each thing that happens to the outlets of one PDU.
class OutletLog : public DeviceObserver {
 public:
  // `out` must outlive the log.
  OutletLog(std::string pdu, std::ostream& out)
      : pdu_(std::move(pdu)), out_(out) {}

  void OnOutletEvent(const OutletEvent& event) override;

 private:
  std::string pdu_;
  std::ostream& out_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_STANDALONE_OUTLET_LOG_H_
