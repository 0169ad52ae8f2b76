#include "fake_pdu/mib/object_table.h"

#include <algorithm>
#include <utility>

namespace pdukit::fake_pdu {

void ObjectTable::AddCell(const Oid& oid, const Column* column,
                          const Binding* binding, int row) {
  Cell cell;
  cell.ids_begin = static_cast<std::uint32_t>(ids_.size());
  cell.ids_size = static_cast<std::uint16_t>(oid.size());
  cell.row = static_cast<std::uint16_t>(row);
  cell.column = column;
  cell.binding = binding;
  ids_.insert(ids_.end(), oid.ids().begin(), oid.ids().end());
  cells_.push_back(cell);
}

const Binding* ObjectTable::Keep(Binding binding) {
  bindings_.push_back(std::move(binding));
  return &bindings_.back();
}

Column* ObjectTable::Keep(Column column) {
  own_columns_.push_back(std::move(column));
  return &own_columns_.back();
}

const Column* ObjectTable::FindNested() const {
  for (std::size_t at = 1; at < columns_.size(); ++at) {
    if (columns_[at]->oid.StartsWith(columns_[at - 1]->oid)) {
      return columns_[at];
    }
  }
  return nullptr;
}

const ObjectTable::Cell* ObjectTable::Finish() {
  const auto begin = [&](const Cell& cell) {
    return ids_.begin() + cell.ids_begin;
  };
  const auto end = [&](const Cell& cell) {
    return begin(cell) + cell.ids_size;
  };
  std::sort(cells_.begin(), cells_.end(), [&](const Cell& a, const Cell& b) {
    return std::lexicographical_compare(begin(a), end(a), begin(b), end(b));
  });
  std::sort(columns_.begin(), columns_.end(),
            [](const Column* a, const Column* b) { return a->oid < b->oid; });
  const auto twice = std::adjacent_find(
      cells_.begin(), cells_.end(), [&](const Cell& a, const Cell& b) {
        return std::equal(begin(a), end(a), begin(b), end(b));
      });
  return twice == cells_.end() ? nullptr : &*twice;
}

const ObjectTable::Cell* ObjectTable::Find(const Oid& oid) const {
  const std::size_t at = LowerBound(oid);
  return at < cells_.size() && Compare(cells_[at], oid) == 0 ? &cells_[at]
                                                             : nullptr;
}

const ObjectTable::Cell* ObjectTable::Next(const Oid& oid) const {
  std::size_t at = LowerBound(oid);
  if (at < cells_.size() && Compare(cells_[at], oid) == 0) {
    ++at;
  }
  return at < cells_.size() ? &cells_[at] : nullptr;
}

Oid ObjectTable::OidOf(const Cell& cell) const {
  const auto begin = ids_.begin() + cell.ids_begin;
  return Oid(std::vector<std::uint32_t>(begin, begin + cell.ids_size));
}

const Column* ObjectTable::ColumnOf(const Oid& oid) const {
  const auto behind = std::upper_bound(
      columns_.begin(), columns_.end(), oid,
      [](const Oid& a, const Column* b) { return a < b->oid; });
  if (behind == columns_.begin()) {
    return nullptr;
  }
  const Column* column = *(behind - 1);
  return oid.StartsWith(column->oid) ? column : nullptr;
}

int ObjectTable::Compare(const Cell& cell, const Oid& oid) const {
  const std::uint32_t* ids = ids_.data() + cell.ids_begin;
  const std::size_t shared = std::min<std::size_t>(cell.ids_size, oid.size());
  for (std::size_t at = 0; at < shared; ++at) {
    if (ids[at] != oid[at]) {
      return ids[at] < oid[at] ? -1 : 1;
    }
  }
  return static_cast<int>(cell.ids_size) - static_cast<int>(oid.size());
}

std::size_t ObjectTable::LowerBound(const Oid& oid) const {
  const auto found =
      std::lower_bound(cells_.begin(), cells_.end(), oid,
                       [this](const Cell& cell, const Oid& name) {
                         return Compare(cell, name) < 0;
                       });
  return static_cast<std::size_t>(found - cells_.begin());
}

}  // namespace pdukit::fake_pdu
