#ifndef PDUKIT_FAKE_PDU_MIB_QUANTITY_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_QUANTITY_ATTRIBUTES_H_

#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// What every scope measures, and against which thresholds.
std::vector<Attribute> QuantityAttributes();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_QUANTITY_ATTRIBUTES_H_
