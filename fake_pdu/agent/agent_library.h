#ifndef PDUKIT_FAKE_PDU_AGENT_AGENT_LIBRARY_H_
#define PDUKIT_FAKE_PDU_AGENT_AGENT_LIBRARY_H_

#include "snmp/runtime.h"

namespace pdukit::fake_pdu {

// Starts libnetsnmpagent, once per process, with HandleObjects behind every
// object name below 1.3. It opens no port of its own.
void StartAgentLibrary(const NetSnmpRuntime::Lock& lock);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_AGENT_LIBRARY_H_
