#ifndef PDUKIT_SNMP_USM_MESSAGE_H_
#define PDUKIT_SNMP_USM_MESSAGE_H_

// What a message of version 3 says of its security. Not a public header.

#include <string>

#include "snmp/net_snmp.h"
#include "snmp/usm.h"

namespace pdukit {

// RFC 3411 section 5: SnmpEngineID.
bool IsEngineId(const std::string& octets);

bool IsAuthenticated(const snmp_secmod_incoming_params& message);

// The first three fields of a message's security parameters (RFC 3414 section
// 2.4).
struct SecurityParameters {
  std::string engine_id{};
  EngineTime time{};
};

// Empty if they cannot be read.
SecurityParameters ParseSecurityParameters(
    const snmp_secmod_incoming_params& message);

}  // namespace pdukit

#endif  // PDUKIT_SNMP_USM_MESSAGE_H_
