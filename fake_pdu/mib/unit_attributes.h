#ifndef PDUKIT_FAKE_PDU_MIB_UNIT_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_UNIT_ATTRIBUTES_H_

#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// The nameplate, the configuration and the commands of the unit.
std::vector<Attribute> UnitAttributes();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_UNIT_ATTRIBUTES_H_
