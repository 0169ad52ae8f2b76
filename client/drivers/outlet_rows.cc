#include "client/drivers/outlet_rows.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "client/drivers/object_roles.h"
#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

using Rows = std::optional<std::vector<OutletRow>>;

// No unit comes near it, chained or not.
constexpr std::int64_t kMaxOutlets = 10000;

// What a walk says of an outlet, before it has a number.
struct Found {
  OutletRow row;
  std::string unit;
  std::int64_t position = 0;
};

Result<std::map<Oid, Value>> ReadCells(SnmpSession& session,
                                       const Column& column,
                                       const std::vector<Found>& found) {
  std::map<Oid, Value> by_index;
  if (column.empty()) {
    return by_index;
  }
  std::vector<Oid> oids;
  for (const Found& one : found) {
    oids.push_back(column.At(one.row.index));
  }
  Result<Cells> cells = Cells::Get(session, oids);
  if (!cells.ok()) {
    return cells.error();
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (const Value* value = cells->Find(oids[i]);
        value != nullptr && !value->is_exception()) {
      by_index.emplace(found[i].row.index, *value);
    }
  }
  return by_index;
}

// How many leading arcs, without the last, all indexes have in common.
std::size_t CommonArcs(const std::vector<Found>& found) {
  const Oid& first = found.front().row.index;
  std::size_t common = first.size() - 1;
  for (const Found& one : found) {
    const Oid& index = one.row.index;
    std::size_t same = 0;
    while (same < common && same + 1 < index.size() &&
           index[same] == first[same]) {
      ++same;
    }
    common = same;
  }
  return common;
}

Result<std::vector<Found>> WalkRows(SnmpSession& session,
                                    const Family& family) {
  Result<std::vector<Varbind>> cells = Walk(session, family.outlet_walk);
  if (!cells.ok()) {
    return cells.error();
  }
  if (cells->size() > kMaxOutlets) {
    return Error{ErrorKind::kProtocol,
                 "the device has more than " + std::to_string(kMaxOutlets) +
                     " rows below " + family.outlet_walk.ToString(),
                 "", session.host()};
  }
  const auto arcs = static_cast<std::size_t>(family.index_arcs);
  std::vector<Found> found;
  for (const Varbind& cell : *cells) {
    if (cell.oid.size() >= family.outlet_walk.size() + arcs) {
      Found one;
      one.row.index =
          Part(cell.oid, family.outlet_walk.size(), cell.oid.size());
      found.push_back(std::move(one));
    }
  }
  return found;
}

// The unit and position of each, by the columns for them or by the index.
Result<void> Place(SnmpSession& session, const Family& family,
                   std::vector<Found>& found) {
  Result<std::map<Oid, Value>> units = ReadCells(session, family.unit, found);
  if (!units.ok()) {
    return units.error();
  }
  Result<std::map<Oid, Value>> positions =
      ReadCells(session, family.position, found);
  if (!positions.ok()) {
    return positions.error();
  }
  const std::size_t common = CommonArcs(found);
  for (Found& one : found) {
    const Oid& index = one.row.index;
    one.row.common_arcs = common;
    one.unit = Part(index, common, index.size() - 1).ToString();
    one.position =
        std::int64_t{index[index.size() - 1]} + 1 - family.first_index;
    if (const auto unit = units->find(index); unit != units->end()) {
      one.unit = unit->second.ToString();
    }
    if (const auto position = positions->find(index);
        position != positions->end()) {
      one.position = ToNumber(position->second).value_or(one.position);
    }
  }
  return {};
}

Result<void> ReadLabels(SnmpSession& session, const Family& family,
                        std::vector<Found>& found) {
  Result<std::map<Oid, Value>> labels = ReadCells(session, family.label, found);
  if (!labels.ok()) {
    return labels.error();
  }
  for (Found& one : found) {
    if (const auto label = labels->find(one.row.index);
        label != labels->end()) {
      const std::string* text = label->second.AsOctets();
      one.row.label = text != nullptr ? *text : label->second.ToString();
    }
  }
  return {};
}

// All different, and none below 1.
bool AreNumbers(const std::vector<std::optional<std::int64_t>>& numbers) {
  const std::set<std::optional<std::int64_t>> distinct(numbers.begin(),
                                                       numbers.end());
  return distinct.size() == numbers.size() &&
         std::all_of(numbers.begin(), numbers.end(), [](const auto& number) {
           return number.value_or(0) > 0 && *number <= kMaxOutlets;
         });
}

// By label, else by position on a lone unit, else by order.
void Number(std::vector<Found>& found, bool lone) {
  std::vector<std::optional<std::int64_t>> by_label;
  std::vector<std::optional<std::int64_t>> by_position;
  for (const Found& one : found) {
    by_label.push_back(ToNumber(Value::OctetString(one.row.label)));
    by_position.emplace_back(one.position);
  }
  const bool labels = AreNumbers(by_label);
  const bool positions = lone && AreNumbers(by_position);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto running = static_cast<std::int64_t>(i) + 1;
    found[i].row.number = static_cast<int>(labels      ? *by_label[i]
                                           : positions ? *by_position[i]
                                                       : running);
  }
}

void Label(std::vector<Found>& found, bool lone) {
  std::set<std::string> labels;
  for (const Found& one : found) {
    labels.insert(one.row.label);
  }
  if (lone || labels.size() == found.size()) {
    return;
  }
  for (Found& one : found) {
    one.row.label =
        one.unit + "." +
        (one.row.label.empty() ? std::to_string(one.position) : one.row.label);
  }
}

Result<Rows> RowsByWalk(SnmpSession& session, const Family& family) {
  Result<std::vector<Found>> found = WalkRows(session, family);
  if (!found.ok()) {
    return found.error();
  }
  if (found->empty()) {
    return family.lenient
               ? Result<Rows>(Rows())
               : MissingObject(session, family, family.outlet_walk, nullptr);
  }
  if (Result<void> placed = Place(session, family, *found); !placed.ok()) {
    return placed.error();
  }
  if (Result<void> labels = ReadLabels(session, family, *found); !labels.ok()) {
    return labels.error();
  }
  const bool lone = std::all_of(
      found->begin(), found->end(),
      [&](const Found& one) { return one.unit == found->front().unit; });
  for (Found& one : *found) {
    one.row.lone = lone;
  }
  Number(*found, lone);
  Label(*found, lone);
  std::vector<OutletRow> rows;
  for (Found& one : *found) {
    rows.push_back(std::move(one.row));
  }
  std::sort(rows.begin(), rows.end(),
            [](const OutletRow& a, const OutletRow& b) {
              return a.number < b.number;
            });
  return Rows(std::move(rows));
}

Result<Rows> RowsByCount(SnmpSession& session, const Family& family) {
  Result<std::vector<Varbind>> answer = session.Get({family.outlet_count});
  if (!answer.ok()) {
    return answer.error();
  }
  const Value& value = answer->front().value;
  if (value.is_exception()) {
    if (!family.lenient && family.outlet_walk.empty()) {
      return MissingObject(session, family, family.outlet_count, &value);
    }
    return Rows();
  }
  const std::int64_t count = ToNumber(value).value_or(-1);
  if (count < 0 || count > kMaxOutlets) {
    return Error{
        ErrorKind::kProtocol,
        "the device says that it has '" + value.ToString() + "' outlets", "",
        session.host()};
  }
  std::vector<OutletRow> rows;
  for (int number = 1; number <= count; ++number) {
    rows.push_back(MakeRow(family, number));
  }
  return Rows(std::move(rows));
}

Result<Rows> FindAnyRows(SnmpSession& session, const Family& family) {
  if (family.find_rows) {
    Result<std::vector<OutletRow>> rows = family.find_rows(session);
    return rows.ok() ? Result<Rows>(Rows(*std::move(rows))) : rows.error();
  }
  if (!family.outlet_count.empty()) {
    Result<Rows> rows = RowsByCount(session, family);
    if (!rows.ok() || rows->has_value() || family.outlet_walk.empty()) {
      return rows;
    }
  }
  return family.outlet_walk.empty() ? Result<Rows>(Rows())
                                    : RowsByWalk(session, family);
}

}  // namespace

Result<Rows> FindRows(SnmpSession& session, const Family& family) {
  Result<Rows> rows = FindAnyRows(session, family);
  if (!rows.ok()) {
    return family.lenient && IsRefusal(rows.error().kind) ? Result<Rows>(Rows())
                                                          : rows;
  }
  if (!rows->has_value() && !family.lenient) {
    return MissingObject(session, family, family.outlet_count, nullptr);
  }
  return rows;
}

OutletRow MakeRow(const Family& family, int number) {
  OutletRow row;
  row.number = number;
  row.common_arcs = family.index_prefix.size();
  row.index = family.index_prefix.Child(
      static_cast<std::uint32_t>(number - 1 + family.first_index));
  return row;
}

bool IsRefusal(ErrorKind kind) {
  return kind == ErrorKind::kRefusedByDevice ||
         kind == ErrorKind::kAccessDenied;
}

}  // namespace pdukit::client
