#ifndef PDUKIT_FAKE_PDU_CONTRACT_CASES_H_
#define PDUKIT_FAKE_PDU_CONTRACT_CASES_H_

#include <vector>

#include "fake_pdu/contract/contract.h"

namespace pdukit::fake_pdu {

// The cases of a PDU in order.
std::vector<ContractCase> SwitchingCases();
// Whom and what the driver must not switch.
std::vector<ContractCase> RefusalCases();
// What goes wrong on the way.
std::vector<ContractCase> WireCases();
// What goes wrong in the device.
std::vector<ContractCase> DeviceCases();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_CASES_H_
