#ifndef PDUKIT_FAKE_PDU_CONTRACT_JUNIT_H_
#define PDUKIT_FAKE_PDU_CONTRACT_JUNIT_H_

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "fake_pdu/contract/contract.h"

namespace pdukit::fake_pdu {

// As it stands in an XML attribute or text. What XML 1.0 cannot hold, most
// control characters and octets that are no UTF-8, becomes U+FFFD.
std::string XmlText(std::string_view text);

// A test suite of this name, as CI servers read it: a failure has the finding
// as its message and the journal as its text.
void WriteJunit(const std::string& suite,
                const std::vector<CaseResult>& results, std::ostream& out);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_JUNIT_H_
