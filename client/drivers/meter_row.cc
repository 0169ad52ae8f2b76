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

}  // namespace

bool RowCounts(const MeterTable& table, const RowCells& cells) {
  return (table.where.empty() || IsThere(table, cells)) &&
         (table.present.empty() ||
          NumberIn(cells, table.present).value_or(0) != 0) &&
         (table.same.first.empty() ||
          IsSame(cells(table.same.first), cells(table.same.second)));
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
