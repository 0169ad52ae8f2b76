#include "client/drivers/outlet_meters.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "client/drivers/meter.h"
#include "client/drivers/meter_row.h"
#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

bool AreEqual(const Value& a, const Value& b) {
  const std::optional<std::int64_t> number = ToNumber(a);
  return number.has_value() ? number == ToNumber(b) : a == b;
}

// The rows that hold the value in the column; with null, all of its rows.
Result<std::set<Oid>> RowsWith(SnmpSession& session, const Oid& column,
                               const Value* value) {
  Result<std::vector<Varbind>> cells = Walk(session, column);
  if (!cells.ok()) {
    return cells.error();
  }
  std::set<Oid> rows;
  for (const Varbind& cell : *cells) {
    if (value == nullptr || AreEqual(cell.value, *value)) {
      rows.insert(Part(cell.oid, column.size(), cell.oid.size()));
    }
  }
  return rows;
}

Result<std::set<Oid>> RowsWithAll(SnmpSession& session,
                                  const std::map<Oid, Value>& keys) {
  std::set<Oid> rows;
  for (const auto& [column, value] : keys) {
    Result<std::set<Oid>> some = RowsWith(session, column, &value);
    if (!some.ok() || some->empty()) {
      return some;
    }
    if (rows.empty()) {
      rows = *std::move(some);
    } else {
      std::erase_if(rows, [&](const Oid& row) { return !some->contains(row); });
    }
    if (rows.empty()) {
      break;
    }
  }
  return rows;
}

Result<std::set<Oid>> FindByKeys(SnmpSession& session, const MeterTable& table,
                                 const OutletRow& outlet) {
  std::vector<Oid> oids;
  for (const auto& [column, object] : table.of_outlet.keys) {
    oids.push_back(object.At(outlet.index));
  }
  Result<Cells> cells = Cells::Get(session, oids);
  if (!cells.ok()) {
    return cells.error();
  }
  std::map<Oid, Value> keys;
  for (const auto& [column, object] : table.of_outlet.keys) {
    const Value* value = cells->Find(object.At(outlet.index));
    if (value == nullptr || value->is_exception() || ToNumber(*value) == 0) {
      return std::set<Oid>();
    }
    keys.emplace(column, *value);
  }
  return RowsWithAll(session, keys);
}

Result<std::set<Oid>> FindByLastArc(SnmpSession& session,
                                    const Column& last_arc,
                                    const OutletRow& outlet) {
  const Oid oid = last_arc.At(outlet.index);
  Result<Cells> cells = Cells::Get(session, {oid});
  if (!cells.ok()) {
    return cells.error();
  }
  const std::int64_t arc = cells->Number(oid).value_or(0);
  return arc <= 0 ? std::set<Oid>()
                  : std::set<Oid>{Part(outlet.index, 0, outlet.index.size() - 1)
                                      .Child(static_cast<std::uint32_t>(arc))};
}

// The rows that may be the outlet's.
Result<std::set<Oid>> FindCandidates(SnmpSession& session,
                                     const MeterTable& table,
                                     const OutletRow& outlet) {
  const RowOfOutlet& of_outlet = table.of_outlet;
  if (of_outlet.from_index != nullptr) {
    return std::set<Oid>{of_outlet.from_index(outlet.index)};
  }
  if (!of_outlet.last_arc.empty()) {
    return FindByLastArc(session, of_outlet.last_arc, outlet);
  }
  if (of_outlet.only_row_of.empty()) {
    return FindByKeys(session, table, outlet);
  }
  Result<std::set<Oid>> rows =
      RowsWith(session, of_outlet.only_row_of, nullptr);
  return !rows.ok() || rows->size() == 1 ? rows : std::set<Oid>();
}

// The device's answers, as those of the row or index that they were asked for.
RowCells CellsOf(const Cells& cells, const Oid& index) {
  return [&cells, index](const Oid& column) {
    const Value* value = cells.Find(column.Child(index));
    return value == nullptr || value->is_exception() ? nullptr : value;
  };
}

// What the columns hold in that row; empty columns are left out.
Result<Cells> GetCells(SnmpSession& session, const std::vector<Oid>& columns,
                       const std::vector<Oid>& indexes) {
  std::vector<Oid> oids;
  for (const Oid& index : indexes) {
    for (const Oid& column : columns) {
      if (!column.empty()) {
        oids.push_back(column.Child(index));
      }
    }
  }
  return Cells::Get(session, oids);
}

// Whether all rows of the table are of the outlet's unit, as far as the outlets
// tell.
bool IsLone(const MeterTable& table, const Oid& row, const OutletRow& outlet) {
  if (!table.of_outlet.only_row_of.empty()) {
    return true;
  }
  if (!table.unit.empty()) {
    return outlet.lone;
  }
  const std::size_t unit_arcs =
      table.place == MeterPlace::kUnit ? row.size() : row.size() - 1;
  return row == ScalarIndex({}) || unit_arcs <= outlet.common_arcs;
}

// The Measurement's source, of a row without a name by its index; nullopt if
// the row does not count.
Result<std::optional<std::string>> FindSource(SnmpSession& session,
                                              const MeterTable& table,
                                              const Oid& row,
                                              const OutletRow& outlet) {
  Result<Cells> cells = GetCells(session,
                                 {table.where, table.present, table.same.first,
                                  table.same.second, table.number, table.unit},
                                 {row});
  if (!cells.ok()) {
    return cells.error();
  }
  if (!table.row_count.empty()) {
    Result<Cells> count = Cells::Get(session, {table.row_count});
    if (!count.ok()) {
      return count.error();
    }
    if (!IsWithin(row, count->Number(table.row_count).value_or(0))) {
      return std::optional<std::string>();
    }
  }
  if (!RowCounts(table, CellsOf(*cells, row))) {
    return std::optional<std::string>();
  }
  if (!table.of_outlet.source.empty() || table.place == MeterPlace::kOutlet) {
    return std::optional(table.of_outlet.source);
  }
  const std::optional<std::string> name =
      NameOf(table, row, CellsOf(*cells, row), IsLone(table, row, outlet));
  return std::optional(
      PlaceReading{table.place, name.value_or(row.ToString())}.Name());
}

// One for each quantity of the row; their digits, which the device may have to
// tell, are asked for.
Result<std::vector<Meter>> MetersOf(SnmpSession& session,
                                    const MeterTable& table, const Oid& row,
                                    const std::string& source) {
  std::vector<Oid> indexes;
  for (const MeterTable::Quantity& quantity : table.quantities) {
    indexes.push_back(IndexOf(quantity, row));
  }
  Result<Cells> cells =
      GetCells(session, {table.decimal_digits, table.state}, indexes);
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<Meter> meters;
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    const MeterTable::Quantity& quantity = table.quantities[i];
    const std::optional<int> digits =
        DigitsOf(table, quantity, CellsOf(*cells, indexes[i]));
    if (digits.has_value()) {
      meters.push_back({quantity.field, table.place,
                        Column::Scalar(quantity.column.Child(indexes[i])),
                        *digits, source});
    }
  }
  return meters;
}

// Those of the outlet's row; none if the table has no row for it.
Result<std::vector<Meter>> OutletsMeters(SnmpSession& session,
                                         const MeterTable& table,
                                         const OutletRow& outlet) {
  Result<std::set<Oid>> rows = FindCandidates(session, table, outlet);
  if (!rows.ok()) {
    return rows.error();
  }
  for (const Oid& row : *rows) {
    Result<std::optional<std::string>> source =
        FindSource(session, table, row, outlet);
    if (!source.ok()) {
      return source.error();
    }
    if (source->has_value()) {
      return MetersOf(session, table, row, **source);
    }
  }
  return std::vector<Meter>();
}

// Adds what is still missing and the meters have.
Result<void> Fill(SnmpSession& session, const std::vector<Meter>& meters,
                  const std::vector<std::int64_t>& not_metered,
                  const OutletRow& outlet, PowerReading& reading) {
  Result<PowerReading> more = ReadMeters(session, meters, not_metered, outlet);
  if (!more.ok()) {
    return more.error();
  }
  for (const auto& quantity : kReadingFields) {
    if (!(reading.*quantity).has_value()) {
      reading.*quantity = (*more).*quantity;
    }
  }
  return {};
}

bool LacksAny(const PowerReading& reading, const MeterTable& table) {
  return std::any_of(table.quantities.begin(), table.quantities.end(),
                     [&reading](const MeterTable::Quantity& quantity) {
                       return !(reading.*quantity.field).has_value();
                     });
}

}  // namespace

Result<PowerReading> ReadOutletMeters(
    SnmpSession& session, const std::vector<MeterTable>& tables,
    const std::vector<std::int64_t>& not_metered, const OutletRow& outlet) {
  PowerReading reading;
  for (const MeterPlace place : MeterPlaces()) {
    for (const MeterTable& table : tables) {
      if (table.place != place || !LacksAny(reading, table)) {
        continue;
      }
      Result<std::vector<Meter>> meters = OutletsMeters(session, table, outlet);
      if (!meters.ok()) {
        return meters.error();
      }
      if (Result<void> filled =
              Fill(session, *meters, not_metered, outlet, reading);
          !filled.ok()) {
        return filled.error();
      }
    }
  }
  return reading;
}

}  // namespace pdukit::client
