#ifndef PDUKIT_TESTS_CAPTURES_PRIVATE_COLUMNS_H_
#define PDUKIT_TESTS_CAPTURES_PRIVATE_COLUMNS_H_

#include <vector>

#include "fake_pdu/models/model_catalog.h"
#include "snmp/oid.h"

namespace pdukit {

// The columns of all families whose texts say where a device stands or whose
// it is: what its users can write, and its serial number.
std::vector<Oid> PrivateColumns(const fake_pdu::ModelCatalog& catalog);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_PRIVATE_COLUMNS_H_
