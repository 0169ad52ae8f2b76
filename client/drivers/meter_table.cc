#include "client/drivers/meter_table.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <set>
#include <utility>

#include "client/drivers/meter.h"
#include "client/drivers/meter_row.h"
#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

using ColumnCells = std::map<Oid, Value>;  // By what stands behind the column.

// Each column of a device is walked once.
class Columns {
 public:
  explicit Columns(SnmpSession& session) : session_(session) {}

  Result<void> Load(const Oid& column) {
    if (column.empty() || loaded_.contains(column)) {
      return {};
    }
    Result<std::vector<Varbind>> cells = Walk(session_, column);
    if (!cells.ok()) {
      return cells.error();
    }
    ColumnCells& map = loaded_[column];
    for (const Varbind& cell : *cells) {
      map.emplace(Part(cell.oid, column.size(), cell.oid.size()), cell.value);
    }
    return {};
  }

  const ColumnCells& All(const Oid& column) const { return loaded_.at(column); }

  // Null if there is no such cell.
  const Value* Find(const Oid& column, const Oid& row) const {
    const auto map = loaded_.find(column);
    if (map == loaded_.end()) {
      return nullptr;
    }
    const auto cell = map->second.find(row);
    return cell == map->second.end() ? nullptr : &cell->second;
  }

  RowCells Row(const Oid& row) const {
    return [this, row](const Oid& column) { return Find(column, row); };
  }

 private:
  SnmpSession& session_;
  std::map<Oid, ColumnCells> loaded_;
};

Result<void> LoadAll(Columns& columns, const MeterTable& table) {
  std::vector<Oid> wanted = {
      table.number,     table.unit,        table.where,          table.present,
      table.same.first, table.same.second, table.decimal_digits, table.state};
  for (const MeterTable::Quantity& quantity : table.quantities) {
    wanted.push_back(quantity.column);
  }
  for (const Oid& column : wanted) {
    if (Result<void> loaded = columns.Load(column); !loaded.ok()) {
      return loaded;
    }
  }
  return {};
}

// The rows of one table, and what they are called.
class Rows {
 public:
  Rows(const Columns& columns, const MeterTable& table,
       const std::vector<OutletRow>& outlets)
      : columns_(columns), table_(table), outlets_(outlets) {
    for (const MeterTable::Quantity& quantity : table.quantities) {
      for (const auto& [index, value] : columns.All(quantity.column)) {
        if (const std::optional<Oid> row = RowOf(quantity, index)) {
          rows_.insert(*row);
          units_.insert(UnitOf(table_, *row, columns_.Row(*row)));
        }
      }
    }
  }

  static std::optional<Oid> RowOf(const MeterTable::Quantity& quantity,
                                  const Oid& index) {
    if (quantity.last_arc == 0) {
      return index;
    }
    if (index.size() < 2 || index[index.size() - 1] != quantity.last_arc) {
      return std::nullopt;
    }
    return Part(index, 0, index.size() - 1);
  }

  // Nullopt if the row does not count.
  std::optional<std::string> Name(const Oid& row) const {
    if (!RowCounts(table_, columns_.Row(row))) {
      return std::nullopt;
    }
    if (table_.place == MeterPlace::kOutlet && table_.number.empty()) {
      for (const OutletRow& outlet : outlets_) {
        if (outlet.index == row) {
          return outlet.label.empty() ? std::to_string(outlet.number)
                                      : outlet.label;
        }
      }
    }
    const bool lone = table_.place == MeterPlace::kUnit ? rows_.size() == 1
                                                        : units_.size() == 1;
    return NameOf(table_, row, columns_.Row(row), lone);
  }

  const std::set<Oid>& all() const { return rows_; }

 private:
  const Columns& columns_;
  const MeterTable& table_;
  const std::vector<OutletRow>& outlets_;
  std::set<Oid> rows_;
  std::set<std::string> units_;
};

std::optional<double> ValueAt(const Columns& columns, const MeterTable& table,
                              const MeterTable::Quantity& quantity,
                              const Oid& index,
                              const std::vector<std::int64_t>& not_metered) {
  const std::optional<int> digits =
      DigitsOf(table, quantity, columns.Row(index));
  const Value* value = columns.Find(quantity.column, index);
  return value == nullptr || !digits.has_value()
             ? std::nullopt
             : MeteredValue(*value, *digits, quantity.field, not_metered);
}

std::vector<PlaceReading> ReadTable(
    const Columns& columns, const MeterTable& table, std::int64_t row_count,
    const std::vector<std::int64_t>& not_metered,
    const std::vector<OutletRow>& outlets) {
  const Rows rows(columns, table, outlets);
  std::vector<PlaceReading> places;
  for (const Oid& row : rows.all()) {
    const std::optional<std::string> name = rows.Name(row);
    if (!name.has_value() || !IsWithin(row, row_count)) {
      continue;
    }
    PlaceReading place{table.place, *name};
    for (const MeterTable::Quantity& quantity : table.quantities) {
      const Oid index = IndexOf(quantity, row);
      std::optional<Measurement>& field = place.reading.*quantity.field;
      const std::optional<double> value =
          ValueAt(columns, table, quantity, index, not_metered);
      if (value.has_value() && !field.has_value()) {
        field = Measurement{*value, place.Name(),
                            quantity.column.Child(index).ToString()};
      }
    }
    if (!place.reading.empty()) {
      places.push_back(std::move(place));
    }
  }
  return places;
}

// A place may have its quantities in several tables.
void Merge(const PlaceReading& place, std::vector<PlaceReading>& places) {
  const auto known = std::find_if(
      places.begin(), places.end(), [&place](const PlaceReading& other) {
        return other.place == place.place && other.number == place.number;
      });
  if (known == places.end()) {
    places.push_back(place);
    return;
  }
  for (const auto& quantity : kReadingFields) {
    if (!(known->reading.*quantity).has_value()) {
      known->reading.*quantity = place.reading.*quantity;
    }
  }
}

}  // namespace

Oid SameIndex(const Oid& index) { return index; }
Oid UnitIndex(const Oid& index) { return {index[0]}; }
Oid ScalarIndex(const Oid& /*index*/) { return {0}; }

MeterTable MetersOfOutlets(std::vector<MeterTable::Quantity> quantities) {
  MeterTable outlets;
  outlets.place = MeterPlace::kOutlet;
  outlets.quantities = std::move(quantities);
  outlets.of_outlet.from_index = SameIndex;
  return outlets;
}

Result<std::vector<PlaceReading>> ReadMeterTables(
    SnmpSession& session, const std::vector<MeterTable>& tables,
    std::optional<MeterPlace> of, const std::vector<std::int64_t>& not_metered,
    const std::vector<OutletRow>& outlets) {
  Columns columns(session);
  std::vector<PlaceReading> places;
  for (const MeterTable& table : tables) {
    if (of.has_value() && table.place != *of) {
      continue;
    }
    if (Result<void> loaded = LoadAll(columns, table); !loaded.ok()) {
      return loaded.error();
    }
    std::int64_t row_count = std::numeric_limits<std::uint32_t>::max();
    if (!table.row_count.empty()) {
      Result<Cells> cells = Cells::Get(session, {table.row_count});
      if (!cells.ok()) {
        return cells.error();
      }
      row_count = cells->Number(table.row_count).value_or(0);
    }
    for (const PlaceReading& place :
         ReadTable(columns, table, row_count, not_metered, outlets)) {
      Merge(place, places);
    }
  }
  return places;
}

}  // namespace pdukit::client
