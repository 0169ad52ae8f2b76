#ifndef PDUKIT_CLIENT_SESSION_NET_SNMP_VARBINDS_H_
#define PDUKIT_CLIENT_SESSION_NET_SNMP_VARBINDS_H_

// Varbinds in and out of Net-SNMP's PDUs.

#include <vector>

#include "snmp/net_snmp.h"
#include "snmp/varbind.h"

namespace pdukit::client {

// False if Net-SNMP cannot encode it.
bool AddVarbind(netsnmp_pdu& pdu, const Varbind& varbind);

std::vector<Varbind> TakeVarbinds(const netsnmp_pdu& pdu);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_NET_SNMP_VARBINDS_H_
