#ifndef PDUKIT_FAKE_PDU_AGENT_ENGINE_ID_H_
#define PDUKIT_FAKE_PDU_AGENT_ENGINE_ID_H_

#include <cstdint>
#include <string>

namespace pdukit::fake_pdu {

// The 17 octets of an snmpEngineID (RFC 3411 section 5) that no other engine
// has: of the enterprise, in the format "octets", 12 of them random.
std::string MakeEngineId(std::uint32_t enterprise);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_ENGINE_ID_H_
