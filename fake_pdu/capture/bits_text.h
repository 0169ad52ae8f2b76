#ifndef PDUKIT_FAKE_PDU_CAPTURE_BITS_TEXT_H_
#define PDUKIT_FAKE_PDU_CAPTURE_BITS_TEXT_H_

#include "snmp/value.h"

namespace pdukit::fake_pdu {

// What a captured object of the type BITS holds. LibreNMS's captures have what
// snmpget prints, "9F 04 0 3 4 5 6 7 13", in the place of the two octets; all
// else is as it was captured.
Value BitsOf(const Value& captured);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_BITS_TEXT_H_
