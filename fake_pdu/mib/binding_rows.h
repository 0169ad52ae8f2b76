#ifndef PDUKIT_FAKE_PDU_MIB_BINDING_ROWS_H_
#define PDUKIT_FAKE_PDU_MIB_BINDING_ROWS_H_

// What reading a binding and writing to it have in common.

#include <string>
#include <vector>

#include "fake_pdu/mib/binding.h"

namespace pdukit::fake_pdu {

// The attribute where it belongs to this row; monostate if there is none.
AttributeValue ReadRelated(const Attribute& attribute, const DeviceState& state,
                           Scope scope, int row);

// The rows of `scope` that belong to this row of the table; all units.
std::vector<int> RowsWithin(const Binding& binding, const DeviceState& state,
                            Scope scope, int row);

// What stands for one of them.
std::string PackedPiece(const Binding& binding, const DeviceState& state,
                        int part_row);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_BINDING_ROWS_H_
