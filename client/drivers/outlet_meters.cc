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

// A row that may be the outlet's, and what its place is called.
struct Candidate {
  Oid row{};
  std::string name{};
};
using Candidates = std::vector<Candidate>;

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
      const auto index =
          cell.oid.ids().begin() + static_cast<std::ptrdiff_t>(column.size());
      rows.emplace(std::vector<std::uint32_t>(index, cell.oid.ids().end()));
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

Result<Candidates> FindByKeys(SnmpSession& session, const MeterTable& table,
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
      return Candidates();
    }
    keys.emplace(column, *value);
  }
  Result<std::set<Oid>> rows = RowsWithAll(session, keys);
  if (!rows.ok()) {
    return rows.error();
  }
  const auto named = keys.find(table.number);
  Candidates candidates;
  for (const Oid& row : *rows) {
    candidates.push_back(
        {row, named == keys.end() ? row.ToString() : named->second.ToString()});
  }
  return candidates;
}

Result<Candidates> FindCandidates(SnmpSession& session, const MeterTable& table,
                                  const OutletRow& outlet) {
  if (table.of_outlet.from_index != nullptr) {
    const Oid row = table.of_outlet.from_index(outlet.index);
    return Candidates{{row, row.ToString()}};
  }
  if (table.of_outlet.only_row_of.empty()) {
    return FindByKeys(session, table, outlet);
  }
  Result<std::set<Oid>> rows =
      RowsWith(session, table.of_outlet.only_row_of, nullptr);
  if (!rows.ok()) {
    return rows.error();
  }
  return rows->size() == 1
             ? Candidates{{*rows->begin(), rows->begin()->ToString()}}
             : Candidates();
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

Result<bool> Counts(SnmpSession& session, const MeterTable& table,
                    const Oid& row) {
  Result<Cells> cells = GetCells(
      session,
      {table.where, table.present, table.same.first, table.same.second}, {row});
  if (!cells.ok()) {
    return cells.error();
  }
  if (table.row_count.empty()) {
    return RowCounts(table, CellsOf(*cells, row));
  }
  Result<Cells> count = Cells::Get(session, {table.row_count});
  if (!count.ok()) {
    return count.error();
  }
  return IsWithin(row, count->Number(table.row_count).value_or(0)) &&
         RowCounts(table, CellsOf(*cells, row));
}

std::string Source(const MeterTable& table, const Candidate& candidate) {
  if (!table.of_outlet.source.empty() || table.place == MeterPlace::kOutlet) {
    return table.of_outlet.source;
  }
  const std::string place = ToString(table.place);
  return table.place == MeterPlace::kUnit ? place
                                          : place + " " + candidate.name;
}

// One for each quantity of the row; their digits, which the device may have to
// tell, are asked for.
Result<std::vector<Meter>> MetersOf(SnmpSession& session,
                                    const MeterTable& table,
                                    const Candidate& candidate) {
  std::vector<Oid> indexes;
  for (const MeterTable::Quantity& quantity : table.quantities) {
    indexes.push_back(IndexOf(quantity, candidate.row));
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
                        *digits, Column(), Source(table, candidate)});
    }
  }
  return meters;
}

// Those of the outlet's row; none if the table has no row for it.
Result<std::vector<Meter>> OutletsMeters(SnmpSession& session,
                                         const MeterTable& table,
                                         const OutletRow& outlet) {
  Result<Candidates> candidates = FindCandidates(session, table, outlet);
  if (!candidates.ok()) {
    return candidates.error();
  }
  for (const Candidate& candidate : *candidates) {
    Result<bool> counts = Counts(session, table, candidate.row);
    if (!counts.ok()) {
      return counts.error();
    }
    if (*counts) {
      return MetersOf(session, table, candidate);
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
