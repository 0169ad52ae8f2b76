#include "tests/captures/comparison.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "fake_pdu/capture/bits_text.h"
#include "fake_pdu/mib/syntax.h"
#include "tests/captures/columns.h"

namespace pdukit {
namespace {

using fake_pdu::BaseSyntax;
using fake_pdu::Capture;
using fake_pdu::CheckValue;
using fake_pdu::Column;
using fake_pdu::ObjectTable;
using fake_pdu::Syntax;

const Oid kEnterprises{1, 3, 6, 1, 4, 1};

std::string Allowed(const Syntax& syntax) {
  std::string text;
  for (const Syntax::Label& label : syntax.labels) {
    text += (text.empty() ? "" : ", ") + label.first + '(' +
            std::to_string(label.second) + ')';
  }
  for (const Syntax::Range& range : syntax.ranges) {
    text += (text.empty() ? "" : ", ") + std::to_string(range.first) + ".." +
            std::to_string(range.second);
  }
  return text;
}

void CheckValueOf(const Varbind& varbind, const Syntax& syntax,
                  ColumnComparison& column) {
  const bool is_bits = syntax.base == BaseSyntax::kBits;
  const ErrorStatus status = CheckValue(
      syntax, is_bits ? fake_pdu::BitsOf(varbind.value) : varbind.value);
  if (status == ErrorStatus::kWrongType) {
    column.wrong_types.push_back(varbind);
  } else if (status != ErrorStatus::kNoError) {
    column.wrong_values.push_back(varbind);
  }
}

std::size_t CountRows(const ObjectTable& objects, const Oid& column) {
  std::size_t count = 0;
  const ObjectTable::Cell* cell = objects.Next(column);
  while (cell != nullptr) {
    const Oid oid = objects.OidOf(*cell);
    if (!oid.StartsWith(column)) {
      break;
    }
    ++count;
    cell = objects.Next(oid);
  }
  return count;
}

// The entries of all tables that the model has a row of.
std::set<Oid> TableEntries(const ObjectTable& objects) {
  std::set<Oid> entries;
  const ObjectTable::Cell* cell = objects.Next(Oid());
  while (cell != nullptr) {
    const Oid oid = objects.OidOf(*cell);
    if (oid != cell->column->oid.Child(0)) {
      std::vector<std::uint32_t> ids = cell->column->oid.ids();
      ids.pop_back();
      entries.insert(Oid(std::move(ids)));
    }
    cell = objects.Next(oid);
  }
  return entries;
}

ColumnComparison CompareColumn(const Oid& oid,
                               const std::vector<Varbind>& captured,
                               const ObjectTable& objects) {
  ColumnComparison column;
  column.oid = oid;
  column.captured_rows = captured.size();
  const std::size_t rows = CountRows(objects, oid);
  column.is_served = rows > 0;
  for (const Varbind& varbind : captured) {
    const Column* known = objects.ColumnOf(varbind.oid);
    if (known != nullptr) {
      column.name = known->name;
      column.allowed = Allowed(known->syntax);
      CheckValueOf(varbind, known->syntax, column);
    }
    if (objects.Find(varbind.oid) == nullptr) {
      column.rows_missing.push_back(varbind.oid);
    }
  }
  column.rows_added = rows - (captured.size() - column.rows_missing.size());
  return column;
}

// What the capture has below the arc and not below one of `outside`.
std::vector<Varbind> Below(const Capture& capture, const Oid& arc,
                           const std::vector<Oid>& outside) {
  std::vector<Varbind> varbinds;
  std::copy_if(capture.varbinds().begin(), capture.varbinds().end(),
               std::back_inserter(varbinds), [&](const Varbind& varbind) {
                 return varbind.oid.StartsWith(arc) && varbind.oid != arc &&
                        std::none_of(outside.begin(), outside.end(),
                                     [&](const Oid& oid) {
                                       return varbind.oid.StartsWith(oid);
                                     });
               });
  return varbinds;
}

std::vector<ColumnComparison> CompareColumns(
    const Capture& capture, const std::vector<Varbind>& varbinds,
    const ObjectTable& objects, const std::set<Oid>& entries) {
  std::map<Oid, std::vector<Varbind>> columns;
  std::vector<Oid> unknown;
  for (const Varbind& varbind : varbinds) {
    const Column* known = objects.ColumnOf(varbind.oid);
    if (known != nullptr) {
      columns[known->oid].push_back(varbind);
    } else {
      unknown.push_back(varbind.oid);
    }
  }
  for (const auto& [column, instances] : GuessColumns(unknown, entries)) {
    for (const Oid& oid : instances) {
      columns[column].push_back({oid, *capture.Find(oid)});
    }
  }
  std::vector<ColumnComparison> comparisons;
  for (const auto& [oid, captured] : columns) {
    comparisons.push_back(CompareColumn(oid, captured, objects));
  }
  return comparisons;
}

}  // namespace

std::size_t ArcComparison::Served() const {
  return static_cast<std::size_t>(std::count_if(
      columns.begin(), columns.end(),
      [](const ColumnComparison& column) { return column.is_served; }));
}

std::vector<Oid> EnterpriseArcs(const Capture& capture) {
  std::vector<Oid> arcs;
  for (const Varbind& varbind : capture.varbinds()) {
    if (!varbind.oid.StartsWith(kEnterprises) ||
        varbind.oid.size() == kEnterprises.size()) {
      continue;
    }
    const Oid arc = kEnterprises.Child(varbind.oid[kEnterprises.size()]);
    if (arcs.empty() || arcs.back() != arc) {
      arcs.push_back(arc);
    }
  }
  return arcs;
}

std::vector<ArcComparison> Compare(const Capture& capture,
                                   const ObjectTable& objects,
                                   const std::vector<Oid>& arcs,
                                   const std::vector<Oid>& outside) {
  const std::set<Oid> entries = TableEntries(objects);
  std::vector<ArcComparison> comparisons;
  for (const Oid& arc : arcs) {
    ArcComparison comparison;
    comparison.arc = arc;
    comparison.columns =
        CompareColumns(capture, Below(capture, arc, outside), objects, entries);
    if (!comparison.columns.empty()) {
      comparisons.push_back(std::move(comparison));
    }
  }
  return comparisons;
}

}  // namespace pdukit
