#ifndef PDUKIT_CLIENT_DRIVERS_METER_ROW_H_
#define PDUKIT_CLIENT_DRIVERS_METER_ROW_H_

// What a row of a MeterTable means, however its cells were read.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "client/drivers/meter_table.h"
#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit::client {

// The row's cell in a column; null if the device has none.
using RowCells = std::function<const Value*(const Oid& column)>;

// By `where`, `present` and `same`.
bool RowCounts(const MeterTable& table, const RowCells& cells);

// The number of the row's PlaceReading. Nullopt: the row has no name, and does
// not count. `lone`: the table has one unit's rows alone, so that they are
// called by what tells them apart on it.
std::optional<std::string> NameOf(const MeterTable& table, const Oid& row,
                                  const RowCells& cells, bool lone);

// Which unit of a cascade the row is of.
std::string UnitOf(const MeterTable& table, const Oid& row,
                   const RowCells& cells);

// By the number that row_count holds.
bool IsWithin(const Oid& row, std::int64_t row_count);

// What stands behind the quantity's column, with the last arc if it has one.
Oid IndexOf(const MeterTable::Quantity& quantity, const Oid& row);

// By `state` and decimal_digits, of the cells with that index. Nullopt: the
// quantity has no value there.
std::optional<int> DigitsOf(const MeterTable& table,
                            const MeterTable::Quantity& quantity,
                            const RowCells& cells);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_METER_ROW_H_
