#ifndef PDUKIT_CLIENT_DRIVERS_METER_TABLE_H_
#define PDUKIT_CLIENT_DRIVERS_METER_TABLE_H_

// The meters of all outlets, banks, phases or inlets of a PDU, as data: tables
// with a row for each.
//
//   MeterTable banks;
//   banks.place = MeterPlace::kBank;
//   banks.quantities = {{&PowerReading::current, Bank(5), 1}};
//   banks.number = Bank(3);
//   banks.of_outlet.keys = {{Bank(3), Outlet(6)}};

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "client/drivers/column.h"
#include "client/drivers/outlet_row.h"
#include "client/place_reading.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"
#include "snmp/oid.h"

namespace pdukit::client {

// Which row of a table says something of one outlet. Empty: none does, or the
// device does not tell which.
struct RowOfOutlet {
  // Makes the row from the outlet's index.
  Column::Instance from_index = nullptr;
  // The outlet's object that holds the row's last arc, 0 if it has no row; what
  // stands before it is the outlet's unit, its index but the last arc.
  Column last_arc{};
  // Columns of the table, and the outlet's objects that hold the same as the
  // outlet's row: the number of its bank. 0 is none.
  std::vector<std::pair<Oid, Column>> keys{};
  // A column: the only row that it has, if it is the only one.
  Oid only_row_of{};
  // The Measurement's source. Empty: "outlet 3" by the outlet's number; else
  // what the PlaceReading of the row is called.
  std::string source{};
};

struct MeterTable {
  struct Quantity {
    std::optional<Measurement> PowerReading::*field = nullptr;
    // What stands behind it is the row: the same for all quantities. A scalar,
    // without its 0, is a table of one row.
    Oid column{};
    int digits = 0;  // As Meter::digits.
    // Of a column that holds several quantities: the last arc of those of this
    // one, which is no part of the row. 0: there is none.
    std::uint32_t last_arc = 0;
  };

  MeterPlace place = MeterPlace::kUnit;
  // Of those with the same field the first that has a value counts.
  std::vector<Quantity> quantities{};

  // Columns with the same rows.

  // What the row's place is called; a row that has no name, or 0, does not
  // count. With `names`, the name is that of the number, and other rows do not
  // count. Empty: the outlet that has this row as its index, else the row.
  Oid number{};
  std::map<std::int64_t, std::string> names{};
  std::string only_name{};  // Instead, of a table of scalars.
  // The unit of a cascade. Empty: the arcs before the last one.
  Oid unit{};
  // A row counts only if this holds one of the values.
  Oid where{};
  std::vector<std::int64_t> where_values{};
  // A row counts only if this is there and not 0.
  Oid present{};
  // A row counts only if the second holds what the first does, or nothing.
  std::pair<Oid, Oid> same{};

  // Columns with the same rows as `column`, last_arc and all: how many decimal
  // digits, instead of `digits`, without which a row has no value; a state, -1
  // where there is no value.
  Oid decimal_digits{};
  Oid state{};

  // A scalar's instance: how many of the rows mean anything, from row 1 on.
  Oid row_count{};

  RowOfOutlet of_outlet{};
};

// For RowOfOutlet::from_index: the outlet's index as it is; its first arc, the
// unit; the only row of scalars.
Oid SameIndex(const Oid& index);
Oid UnitIndex(const Oid& index);
Oid ScalarIndex(const Oid& index);

// What the outlets meter themselves: their rows have the outlets' indexes.
MeterTable MetersOfOutlets(std::vector<MeterTable::Quantity> quantities);

// Those of the tables of `of`, or of all. In the order of the tables, and of
// the rows in each. Places without a value are left out. Values mean nothing if
// they are no number or one of `not_metered`. Fails as SnmpSession does.
Result<std::vector<PlaceReading>> ReadMeterTables(
    SnmpSession& session, const std::vector<MeterTable>& tables,
    std::optional<MeterPlace> of, const std::vector<std::int64_t>& not_metered,
    const std::vector<OutletRow>& outlets);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_METER_TABLE_H_
