#ifndef PDUKIT_FAKE_PDU_MIB_OUTLET_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_OUTLET_ATTRIBUTES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// State, commands and configuration of an outlet.
std::vector<Attribute> OutletAttributes();

// The words of a command: "none", then those of OutletCommand in its order.
const std::vector<std::string>& CommandWords();

// Nullopt for "none".
std::optional<OutletCommand> CommandOfWord(std::int64_t word);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_OUTLET_ATTRIBUTES_H_
