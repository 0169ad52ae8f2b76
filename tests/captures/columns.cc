#include "tests/captures/columns.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace pdukit {
namespace {

using Columns = std::map<Oid, std::vector<Oid>>;

Oid Prefix(const Oid& oid, std::size_t size) {
  const auto begin = oid.ids().begin();
  return Oid(std::vector<std::uint32_t>(
      begin, begin + static_cast<std::ptrdiff_t>(std::min(size, oid.size()))));
}

Oid Suffix(const Oid& oid, std::size_t from) {
  const auto begin = oid.ids().begin() + static_cast<std::ptrdiff_t>(from);
  return Oid(std::vector<std::uint32_t>(begin, oid.ids().end()));
}

// How many sub-identifiers all of them begin with, at most all but the last.
std::size_t CommonSize(std::span<const Oid> oids, std::size_t least) {
  std::size_t size = least;
  const Oid& first = oids.front();
  const Oid& last = oids.back();  // They are in order.
  while (size + 1 < first.size() && size + 1 < last.size() &&
         first[size] == last[size]) {
    ++size;
  }
  return size;
}

// Parts that differ in the sub-identifier number `depth`.
std::vector<std::span<const Oid>> Children(std::span<const Oid> oids,
                                           std::size_t depth) {
  std::vector<std::span<const Oid>> children;
  while (!oids.empty()) {
    std::size_t size = 1;
    while (size < oids.size() && oids[size][depth] == oids[0][depth]) {
      ++size;
    }
    children.push_back(oids.first(size));
    oids = oids.subspan(size);
  }
  return children;
}

bool HaveSameInstances(const std::vector<std::span<const Oid>>& columns,
                       std::size_t depth) {
  return std::all_of(
      columns.begin(), columns.end(), [&](std::span<const Oid> column) {
        return std::equal(column.begin(), column.end(), columns[0].begin(),
                          columns[0].end(), [&](const Oid& a, const Oid& b) {
                            return a.size() > depth + 1 &&
                                   Suffix(a, depth + 1) == Suffix(b, depth + 1);
                          });
      });
}

void Add(std::span<const Oid> instances, const Oid& column, Columns& columns) {
  std::vector<Oid>& known = columns[column];
  known.insert(known.end(), instances.begin(), instances.end());
}

void Split(std::span<const Oid> oids, std::size_t least, Columns& columns) {
  const std::size_t size = CommonSize(oids, least);
  const Oid common = Prefix(oids.front(), size);
  const bool are_rows =
      std::all_of(oids.begin(), oids.end(),
                  [&](const Oid& oid) { return oid.size() == size + 1; });
  if (are_rows) {
    Add(oids, common, columns);
    return;
  }
  const std::vector<std::span<const Oid>> children = Children(oids, size);
  const bool are_columns = children.size() > 1 && size > 0 &&
                           common[size - 1] == 1 &&
                           HaveSameInstances(children, size);
  for (const std::span<const Oid> child : children) {
    const Oid column = Prefix(child.front(), size + 1);
    if (are_columns || child.front().size() == size + 1) {
      Add(child, are_columns ? column : common, columns);
    } else {
      Split(child, size + 1, columns);
    }
  }
}

std::optional<Oid> ColumnBelow(const std::set<Oid>& entries, const Oid& oid) {
  for (std::size_t size = oid.size() - 1; size > 0; --size) {
    if (entries.count(Prefix(oid, size)) > 0) {
      return Prefix(oid, size + 1);
    }
  }
  return std::nullopt;
}

}  // namespace

std::map<Oid, std::vector<Oid>> GuessColumns(const std::vector<Oid>& instances,
                                             const std::set<Oid>& entries) {
  Columns columns;
  std::vector<Oid> unknown;
  for (const Oid& oid : instances) {
    const std::optional<Oid> column = ColumnBelow(entries, oid);
    if (column) {
      columns[*column].push_back(oid);
    } else if (oid[oid.size() - 1] == 0) {
      columns[Prefix(oid, oid.size() - 1)].push_back(oid);
    } else {
      unknown.push_back(oid);
    }
  }
  if (!unknown.empty()) {
    Split(unknown, 0, columns);
  }
  return columns;
}

}  // namespace pdukit
