#ifndef PDUKIT_FAKE_PDU_CAPTURE_SNMPREC_WRITER_H_
#define PDUKIT_FAKE_PDU_CAPTURE_SNMPREC_WRITER_H_

#include <string>
#include <vector>

#include "snmp/varbind.h"

namespace pdukit::fake_pdu {

// The text of a capture, as Capture::Read takes it: a line OID|TAG|VALUE for
// each, with octets in hexadecimal where they are no printable ASCII.
// Exceptions are left out.
std::string ToSnmprec(const std::vector<Varbind>& varbinds);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_SNMPREC_WRITER_H_
