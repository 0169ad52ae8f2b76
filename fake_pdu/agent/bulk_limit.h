#ifndef PDUKIT_FAKE_PDU_AGENT_BULK_LIMIT_H_
#define PDUKIT_FAKE_PDU_AGENT_BULK_LIMIT_H_

#include <cstddef>
#include <vector>

#include "fake_pdu/mib/object_view.h"
#include "snmp/varbind.h"

struct snmp_pdu;

namespace pdukit::fake_pdu {

// The octets of a varbind in BER.
std::size_t EncodedSize(const Varbind& varbind);

// How many repetitions (RFC 3416 section 4.2.3) of a GETBULK fit into `room`
// octets of varbinds, no more than asked for, and none after one in which
// every variable is at the end of the view. `oids` are those of the request,
// the first `non_repeaters` of which are answered once.
long RepetitionsThatFit(const ObjectView& view, const std::vector<Oid>& oids,
                        std::size_t non_repeaters, long max_repetitions,
                        std::size_t room);

// Lowers the max-repetitions of a GETBULK so that the response fits into its
// msgMaxSize: Net-SNMP cuts off too long a one under v2c, but fails under v3.
// Under v2c it is only done to many variables, so that nobody has a million
// read.
void LimitBulk(const ObjectView& view, snmp_pdu& request);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_BULK_LIMIT_H_
