#ifndef PDUKIT_FAKE_PDU_STANDALONE_FAULT_SPEC_H_
#define PDUKIT_FAKE_PDU_STANDALONE_FAULT_SPEC_H_

#include <string>

#include "base/result.h"
#include "fake_pdu/agent/fault.h"

namespace pdukit::fake_pdu {

// A fault as the flag writes it: what happens, then for which requests and how
// often, as words in any order.
//
//   drop-response set outlet=3 once
//   delay-response=1.5 get object=sPDUOutletCtl times=2 after=1
//   refuse=genErr@1 version=2c from=private probability=0.5 seed=7
//
// Fails with kInvalidArgument and a sentence that names the word and what is
// allowed there.
Result<Fault> ParseFaultSpec(const std::string& text);

// The words for what can happen, with the form of what stands behind them:
// "delay-response=SECONDS".
std::string FaultWords();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_STANDALONE_FAULT_SPEC_H_
