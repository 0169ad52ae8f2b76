#ifndef PDUKIT_FAKE_PDU_MIB_CONTACT_ATTRIBUTES_H_
#define PDUKIT_FAKE_PDU_MIB_CONTACT_ATTRIBUTES_H_

#include <vector>

#include "fake_pdu/mib/vocabulary.h"

namespace pdukit::fake_pdu {

// What a dry contact is, and what it should be.
std::vector<Attribute> ContactAttributes();

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_CONTACT_ATTRIBUTES_H_
