#ifndef PDUKIT_FAKE_PDU_MIB_GROUP_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_GROUP_ATTRIBUTES_H_

#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// Which outlets are in which group.
std::vector<Attribute> GroupAttributes();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_GROUP_ATTRIBUTES_H_
