#include "client/drivers/meter_row.h"

#include <algorithm>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

std::optional<std::int64_t> NumberIn(const RowCells& cells, const Oid& column) {
  const Value* value = cells(column);
  return value == nullptr ? std::nullopt : ToNumber(*value);
}

bool IsThere(const MeterTable& table, const RowCells& cells) {
  const std::optional<std::int64_t> number = NumberIn(cells, table.where);
  return number.has_value() &&
         std::find(table.where_values.begin(), table.where_values.end(),
                   *number) != table.where_values.end();
}

bool IsSame(const Value* one, const Value* other) {
  return one != nullptr && (other == nullptr || *one == *other);
}

// By `number` and `names`; empty if it has none.
std::string GivenName(const MeterTable& table, const RowCells& cells) {
  const Value* value = cells(table.number);
  if (value == nullptr) {
    return "";
  }
  const std::optional<std::int64_t> number = ToNumber(*value);
  if (!table.names.empty()) {
    const auto name = table.names.find(number.value_or(0));
    return name == table.names.end() ? "" : name->second;
  }
  return number == 0 ? "" : value->ToString();
}

}  // namespace

bool RowCounts(const MeterTable& table, const RowCells& cells) {
  return (table.where.empty() || IsThere(table, cells)) &&
         (table.present.empty() ||
          NumberIn(cells, table.present).value_or(0) != 0) &&
         (table.same.first.empty() ||
          IsSame(cells(table.same.first), cells(table.same.second)));
}

std::optional<std::string> NameOf(const MeterTable& table, const Oid& row,
                                  const RowCells& cells, bool lone) {
  if (!table.only_name.empty()) {
    return table.only_name;
  }
  if (table.number.empty()) {
    if (!lone) {
      return row.ToString();
    }
    return table.place == MeterPlace::kUnit
               ? ""
               : std::to_string(row[row.size() - 1]);
  }
  const std::string name = GivenName(table, cells);
  if (name.empty()) {
    return std::nullopt;
  }
  return lone || table.place == MeterPlace::kUnit
             ? name
             : UnitOf(table, row, cells) + "." + name;
}

std::string UnitOf(const MeterTable& table, const Oid& row,
                   const RowCells& cells) {
  if (const Value* unit = cells(table.unit)) {
    return unit->ToString();
  }
  return row.empty() ? "" : Part(row, 0, row.size() - 1).ToString();
}

bool IsWithin(const Oid& row, std::int64_t row_count) {
  return row.empty() || row[row.size() - 1] <= row_count;
}

Oid IndexOf(const MeterTable::Quantity& quantity, const Oid& row) {
  return quantity.last_arc == 0 ? row : row.Child(quantity.last_arc);
}

std::optional<int> DigitsOf(const MeterTable& table,
                            const MeterTable::Quantity& quantity,
                            const RowCells& cells) {
  constexpr std::int64_t kUnavailable = -1;
  if (!table.state.empty() && NumberIn(cells, table.state) == kUnavailable) {
    return std::nullopt;
  }
  if (table.decimal_digits.empty()) {
    return quantity.digits;
  }
  const std::optional<std::int64_t> told =
      NumberIn(cells, table.decimal_digits);
  constexpr std::int64_t kMaxDigits = 12;
  if (!told.has_value() || *told < 0 || *told > kMaxDigits) {
    return std::nullopt;
  }
  return static_cast<int>(*told);
}

}  // namespace pdukit::client
