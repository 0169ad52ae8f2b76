#ifndef PDUKIT_FAKE_PDU_MIB_PART_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_PART_ATTRIBUTES_H_

#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// Banks, phases and inlets; and what every scope has: name, label, readings,
// thresholds.
std::vector<Attribute> PartAttributes();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_PART_ATTRIBUTES_H_
