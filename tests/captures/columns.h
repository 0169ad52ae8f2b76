#ifndef PDUKIT_TESTS_CAPTURES_COLUMNS_H_
#define PDUKIT_TESTS_CAPTURES_COLUMNS_H_

#include <map>
#include <set>
#include <vector>

#include "snmp/oid.h"

namespace pdukit {

// The columns and scalars that these instances, in ascending order, are of,
// as far as that can be told without a MIB. `entries` are those table entries
// that are known: what lies below one is of the column entry.N. Else an
// instance that ends with 0 is a scalar; below an arc 1 whose children all
// have the same instances, these children are columns; and what only differs
// in its last sub-identifier is one column.
std::map<Oid, std::vector<Oid>> GuessColumns(const std::vector<Oid>& instances,
                                             const std::set<Oid>& entries);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_CAPTURES_COLUMNS_H_
