#ifndef PDUKIT_FAKE_PDU_MIB_OUTLET_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_OUTLET_ATTRIBUTES_H_

#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// State, place and configuration of an outlet.
std::vector<Attribute> OutletAttributes();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_OUTLET_ATTRIBUTES_H_
