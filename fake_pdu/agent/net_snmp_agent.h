#ifndef PDUKIT_FAKE_PDU_AGENT_NET_SNMP_AGENT_H_
#define PDUKIT_FAKE_PDU_AGENT_NET_SNMP_AGENT_H_

// libnetsnmpagent, on top of libnetsnmp. Private, for the same reasons.

#include "snmp/net_snmp.h"

// clang-format off
#include <net-snmp/agent/net-snmp-agent-includes.h>
// clang-format on

// The sessions that Net-SNMP finds a response's session in. Exported, but not
// declared by the installed headers.
extern "C" session_list* Sessions;  // NOLINT(readability-identifier-naming)

#endif  // PDUKIT_FAKE_PDU_AGENT_NET_SNMP_AGENT_H_
