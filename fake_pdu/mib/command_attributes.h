#ifndef PDUKIT_FAKE_PDU_MIB_COMMAND_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_COMMAND_ATTRIBUTES_H_

#include <cstdint>
#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// What can be told to an outlet, and to all outlets of a unit, an inlet or a
// bank: as a word, or as the seconds after which it shall happen.
std::vector<Attribute> CommandAttributes();

// What is written to outlet.command to do the word after so many seconds.
std::int64_t CommandAfter(std::int64_t word, std::int64_t seconds);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_COMMAND_ATTRIBUTES_H_
