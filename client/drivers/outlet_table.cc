#include "client/drivers/outlet_table.h"

#include <map>
#include <utility>

namespace pdukit::client {
namespace {

// No unit comes near it, chained or not.
constexpr std::int64_t kMaxOutlets = 10000;

using ColumnCells = std::map<int, Value>;

// The column's cells by outlet; empty for an empty column.
Result<ColumnCells> ReadColumn(SnmpSession& session, const Column& column) {
  if (column.empty()) {
    return ColumnCells{};
  }
  Result<std::vector<Varbind>> rows = Walk(session, column);
  if (!rows.ok()) {
    return rows.error();
  }
  ColumnCells cells;
  for (const Varbind& row : *rows) {
    if (row.oid.size() == column.size() + 1 &&
        row.oid[column.size()] <= kMaxOutlets) {
      cells.emplace(static_cast<int>(row.oid[column.size()]), row.value);
    }
  }
  return cells;
}

const Value* FindCell(const ColumnCells& cells, int outlet) {
  const auto cell = cells.find(outlet);
  return cell == cells.end() ? nullptr : &cell->second;
}

std::string Text(const ColumnCells& cells, int outlet) {
  const Value* cell = FindCell(cells, outlet);
  const std::string* text = cell == nullptr ? nullptr : cell->AsOctets();
  return text == nullptr ? "" : *text;
}

PowerState Decode(const Family& family, const Value& state,
                  const Value* pending) {
  const std::optional<std::int64_t> number = state.AsInt64();
  const auto known = number ? family.states.find(*number) : family.states.end();
  if (known == family.states.end()) {
    return PowerState::kUnknown;
  }
  if (pending == nullptr || pending->AsInt64() != family.pending_value) {
    return known->second;
  }
  switch (known->second) {
    case PowerState::kOn:
      return PowerState::kPendingOff;
    case PowerState::kOff:
      return PowerState::kPendingOn;
    default:
      return known->second;
  }
}

bool IsRefusal(ErrorKind kind) {
  return kind == ErrorKind::kRefusedByDevice ||
         kind == ErrorKind::kAccessDenied;
}

struct Columns {
  ColumnCells state;
  ColumnCells pending;
  ColumnCells name;
  ColumnCells label;
  ColumnCells switchable;
};

Result<Columns> ReadColumns(SnmpSession& session, const Family& family) {
  Columns columns;
  const std::pair<const Column*, ColumnCells*> wanted[] = {
      {&family.state, &columns.state},
      {&family.pending, &columns.pending},
      {&family.name_column, &columns.name},
      {&family.label, &columns.label},
      {&family.switchable, &columns.switchable},
  };
  for (const auto& [column, cells] : wanted) {
    Result<ColumnCells> read = ReadColumn(session, *column);
    if (!read.ok()) {
      return read.error();
    }
    *cells = *std::move(read);
  }
  return columns;
}

OutletInfo MakeInfo(const Family& family, const Columns& columns, int outlet) {
  OutletInfo info;
  info.number = outlet;
  info.name = Text(columns.name, outlet);
  info.label = Text(columns.label, outlet);
  if (info.label.empty()) {
    info.label = std::to_string(outlet);
  }
  if (const Value* state = FindCell(columns.state, outlet)) {
    info.state = Decode(family, *state, FindCell(columns.pending, outlet));
  }
  if (const Value* switchable = FindCell(columns.switchable, outlet)) {
    info.switchable = switchable->AsInt64() == family.switchable_value;
  }
  return info;
}

}  // namespace

Error OutletTable::Missing(const Oid& oid) const {
  return Error{ErrorKind::kNoSuchObject,
               "the device does not serve " + oid.ToString() +
                   ", which devices of the family " + family_.name + " have",
               "is it of another family, or hidden from these credentials?",
               session_.host()};
}

// Nullopt for an empty OID and for an object that is not there.
Result<std::optional<int>> OutletTable::ReadCount(const Oid& oid) const {
  if (oid.empty()) {
    return std::optional<int>();
  }
  Result<std::vector<Varbind>> answer = session_.Get({oid});
  if (!answer.ok()) {
    return answer.error();
  }
  const Value& value = answer->front().value;
  if (value.is_exception()) {
    return std::optional<int>();
  }
  const std::int64_t count = value.AsInt64().value_or(-1);
  if (count < 0 || count > kMaxOutlets) {
    return Error{
        ErrorKind::kProtocol,
        "the device says that it has '" + value.ToString() + "' outlets", "",
        session_.host()};
  }
  return std::optional<int>(static_cast<int>(count));
}

Result<std::optional<int>> OutletTable::Count() const {
  Result<std::optional<int>> count = ReadCount(family_.outlet_count);
  if (!count.ok() && family_.lenient && IsRefusal(count.error().kind)) {
    return std::optional<int>();
  }
  if (count.ok() && !count->has_value() && !family_.lenient) {
    return Missing(family_.outlet_count);
  }
  return count;
}

Result<std::optional<PowerState>> OutletTable::State(int outlet) const {
  const auto row = static_cast<std::uint32_t>(outlet);
  std::vector<Oid> oids = {family_.state.Child(row)};
  if (!family_.pending.empty()) {
    oids.push_back(family_.pending.Child(row));
  }
  Result<std::vector<Varbind>> answer = session_.Get(oids);
  if (!answer.ok()) {
    if (family_.lenient && IsRefusal(answer.error().kind)) {
      return std::optional<PowerState>();
    }
    return answer.error();
  }
  const Value& state = answer->front().value;
  if (state.is_exception()) {
    if (family_.lenient) {
      return std::optional<PowerState>();
    }
    return Missing(oids.front());
  }
  const Value* pending = oids.size() > 1 ? &answer->back().value : nullptr;
  return std::optional<PowerState>(Decode(family_, state, pending));
}

Result<std::vector<OutletInfo>> OutletTable::List(
    std::optional<int> count) const {
  Result<Columns> columns = ReadColumns(session_, family_);
  if (!columns.ok()) {
    return columns.error();
  }
  Result<std::optional<int>> switched = ReadCount(family_.switched_count);
  if (!switched.ok()) {
    return switched.error();
  }
  std::vector<OutletInfo> outlets;
  if (count.has_value()) {
    for (int outlet = 1; outlet <= *count; ++outlet) {
      outlets.push_back(MakeInfo(family_, *columns, outlet));
    }
  } else {
    for (const auto& [outlet, cell] : columns->state) {
      outlets.push_back(MakeInfo(family_, *columns, outlet));
    }
  }
  for (OutletInfo& outlet : outlets) {
    if (switched->has_value() && outlet.number > **switched) {
      outlet.switchable = false;
    }
  }
  return outlets;
}

Result<void> OutletTable::Send(int outlet, OutletCommand command,
                               Resend resend) const {
  const auto value = family_.commands.find(command);
  if (value == family_.commands.end()) {
    return Error{ErrorKind::kUnsupported,
                 "devices of the family " + family_.name + " have no " +
                     ToString(command) + " command",
                 "", session_.host()};
  }
  const Oid oid = family_.command.Child(static_cast<std::uint32_t>(outlet));
  Result<void> sent =
      session_.Set({{oid, Value::Integer32(value->second)}}, resend);
  if (sent.ok() || !IsRefusal(sent.error().kind)) {
    return sent;
  }
  Result<bool> switchable = Switchable(outlet);
  if (switchable.ok() && !*switchable) {
    return Error{ErrorKind::kUnsupported,
                 "this outlet has no relay, it cannot be switched", "",
                 session_.host()};
  }
  return sent;
}

Result<bool> OutletTable::Switchable(int outlet) const {
  if (!family_.switchable.empty()) {
    Result<std::vector<Varbind>> answer = session_.Get(
        {family_.switchable.Child(static_cast<std::uint32_t>(outlet))});
    if (!answer.ok()) {
      return answer.error();
    }
    const Value& value = answer->front().value;
    return value.is_exception() || value.AsInt64() == family_.switchable_value;
  }
  Result<std::optional<int>> switched = ReadCount(family_.switched_count);
  if (!switched.ok()) {
    return switched.error();
  }
  return !switched->has_value() || outlet <= **switched;
}

}  // namespace pdukit::client
