#include "fake_pdu/mib/object_table.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace pdukit::fake_pdu {
namespace {

using Cells = std::vector<ObjectTable::Cell>;

// The cells in the order of the columns, which are all of theirs.
Cells ByColumn(const Cells& cells, const std::vector<const Column*>& columns) {
  std::unordered_map<const Column*, Cells> cells_of;
  for (const ObjectTable::Cell& cell : cells) {
    cells_of[cell.column].push_back(cell);
  }
  Cells sorted;
  sorted.reserve(cells.size());
  for (const Column* column : columns) {
    const Cells& own = cells_of[column];
    sorted.insert(sorted.end(), own.begin(), own.end());
  }
  return sorted;
}

}  // namespace

ObjectTable::Cell ObjectTable::MakeCell(const Column* column, const Oid& index,
                                        const Binding* binding, int row) {
  Cell cell;
  cell.ids_begin = static_cast<std::uint32_t>(ids_.size());
  cell.ids_size = static_cast<std::uint16_t>(column->oid.size() + index.size());
  cell.row = static_cast<std::uint16_t>(row);
  cell.column = column;
  cell.binding = binding;
  for (const Oid* part : {&column->oid, &index}) {
    ids_.insert(ids_.end(), part->ids().begin(), part->ids().end());
  }
  return cell;
}

void ObjectTable::AddCell(const Column* column, const Oid& index,
                          const Binding* binding, int row) {
  cells_.push_back(MakeCell(column, index, binding, row));
}

void ObjectTable::AddUnlisted(const Column* column, const Oid& index,
                              const Binding* binding, int row) {
  const Cell cell = MakeCell(column, index, binding, row);
  unlisted_.emplace(OidOf(cell), cell);
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
  std::sort(columns_.begin(), columns_.end(),
            [](const Column* a, const Column* b) { return a->oid < b->oid; });
  cells_ = ByColumn(cells_, columns_);
  const auto begin = [&](const Cell& cell) {
    return ids_.begin() + cell.ids_begin;
  };
  const auto end = [&](const Cell& cell) {
    return begin(cell) + cell.ids_size;
  };
  const auto is_before = [&](const Cell& a, const Cell& b) {
    return std::lexicographical_compare(begin(a), end(a), begin(b), end(b));
  };
  // Mostly the rows of a column came in their order.
  if (!std::is_sorted(cells_.begin(), cells_.end(), is_before)) {
    std::sort(cells_.begin(), cells_.end(), is_before);
  }
  const auto twice = std::adjacent_find(
      cells_.begin(), cells_.end(), [&](const Cell& a, const Cell& b) {
        return std::equal(begin(a), end(a), begin(b), end(b));
      });
  return twice == cells_.end() ? nullptr : &*twice;
}

const ObjectTable::Cell* ObjectTable::Find(const Oid& oid) const {
  const std::size_t at = Search(oid);
  if (at < cells_.size() && IsAt(cells_[at], oid)) {
    last_found_.Set(at);
    return &cells_[at];
  }
  const auto unlisted = unlisted_.find(oid);
  return unlisted == unlisted_.end() ? nullptr : &unlisted->second;
}

const ObjectTable::Cell* ObjectTable::Next(const Oid& oid) const {
  std::size_t at = Search(oid);
  if (at < cells_.size() && IsAt(cells_[at], oid)) {
    ++at;
  }
  last_found_.Set(at);
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

std::size_t ObjectTable::Shared(const Cell& cell, const Oid& oid,
                                std::size_t at_least) const {
  const std::uint32_t* ids = ids_.data() + cell.ids_begin;
  const std::uint32_t* wanted = oid.ids().data();
  const std::size_t most = std::min<std::size_t>(cell.ids_size, oid.size());
  std::size_t shared = at_least;
  while (shared < most && ids[shared] == wanted[shared]) {
    ++shared;
  }
  return shared;
}

bool ObjectTable::IsAt(const Cell& cell, const Oid& oid) const {
  return cell.ids_size == oid.size() &&
         std::equal(oid.ids().begin(), oid.ids().end(),
                    ids_.begin() + cell.ids_begin);
}

std::size_t ObjectTable::Search(const Oid& oid) const {
  const std::size_t last = last_found_.Get();
  return last < cells_.size() && IsAt(cells_[last], oid) ? last
                                                         : LowerBound(oid);
}

// A binary search in which a comparison begins behind what the cells on both
// sides have in common with `oid`: the names of a device differ late.
std::size_t ObjectTable::LowerBound(const Oid& oid) const {
  std::size_t begin = 0;
  std::size_t end = cells_.size();
  std::size_t shared_before = 0;
  std::size_t shared_behind = 0;
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const Cell& cell = cells_[middle];
    const std::size_t shared =
        Shared(cell, oid, std::min(shared_before, shared_behind));
    const bool is_before =
        shared == cell.ids_size
            ? shared < oid.size()
            : shared < oid.size() &&
                  ids_[cell.ids_begin + shared] < oid[shared];
    if (is_before) {
      begin = middle + 1;
      shared_before = shared;
    } else {
      end = middle;
      shared_behind = shared;
    }
  }
  return begin;
}

}  // namespace pdukit::fake_pdu
