#ifndef PDUKIT_FAKE_PDU_MIB_PART_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_PART_ATTRIBUTES_H_

#include <vector>

#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// How many rows of `of` belong to this row of `scope`.
int CountIn(const DeviceSpec& spec, Scope scope, int row, Scope of);

// Banks, phases, inlets and sensors; and what every scope has: name, label,
// and where it stands among its like.
std::vector<Attribute> PartAttributes();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_PART_ATTRIBUTES_H_
