#include "client/drivers/outlet_table.h"

#include <cstddef>
#include <map>
#include <utility>

#include "client/drivers/object_roles.h"
#include "client/drivers/outlet_rows.h"
#include "client/drivers/outlet_values.h"
#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

using ColumnCells = std::map<Oid, Value>;  // By the outlet's index.

Result<ColumnCells> WalkColumn(SnmpSession& session, const Oid& base) {
  Result<std::vector<Varbind>> rows = Walk(session, base);
  if (!rows.ok()) {
    return rows.error();
  }
  ColumnCells cells;
  for (const Varbind& row : *rows) {
    const std::vector<std::uint32_t>& ids = row.oid.ids();
    cells.emplace(
        Oid(std::vector<std::uint32_t>(
            ids.begin() + static_cast<std::ptrdiff_t>(base.size()), ids.end())),
        row.value);
  }
  return cells;
}

Result<ColumnCells> ReadColumn(SnmpSession& session, const Column& column,
                               const std::vector<OutletRow>& rows) {
  if (column.empty()) {
    return ColumnCells{};
  }
  if (column.is_plain()) {
    return WalkColumn(session, column.base());
  }
  std::vector<Oid> oids;
  for (const OutletRow& row : rows) {
    oids.push_back(column.At(row.index));
  }
  Result<Cells> read = Cells::Get(session, oids);
  if (!read.ok()) {
    return read.error();
  }
  ColumnCells cells;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    cells.emplace(rows[i].index, *read->Find(oids[i]));
  }
  return cells;
}

const Value* FindCell(const ColumnCells& cells, const OutletRow& outlet) {
  const auto cell = cells.find(outlet.index);
  return cell == cells.end() || cell->second.is_exception() ? nullptr
                                                            : &cell->second;
}

struct Columns {
  ColumnCells state;
  ColumnCells pending;
  ColumnCells name;
  ColumnCells label;
  ColumnCells switchable;
};

Result<Columns> ReadColumns(SnmpSession& session, const Family& family,
                            const std::vector<OutletRow>& rows) {
  Columns columns;
  const std::pair<const Column*, ColumnCells*> wanted[] = {
      {&family.state, &columns.state},
      {&family.pending, &columns.pending},
      {&family.name_column, &columns.name},
      {&family.label, &columns.label},
      {&family.switchable, &columns.switchable},
  };
  for (const auto& [column, cells] : wanted) {
    Result<ColumnCells> read = ReadColumn(session, *column, rows);
    if (!read.ok()) {
      return read.error();
    }
    *cells = *std::move(read);
  }
  return columns;
}

std::string Text(const Value* value) {
  const std::string* text = value == nullptr ? nullptr : value->AsOctets();
  return text == nullptr ? "" : *text;
}

std::string LabelOf(const OutletRow& outlet, const Value* cell) {
  if (!outlet.label.empty()) {
    return outlet.label;
  }
  const std::string text = Text(cell);
  return text.empty() ? std::to_string(outlet.number) : text;
}

OutletInfo MakeInfo(const Family& family, const Columns& columns,
                    const OutletRow& outlet) {
  OutletInfo info;
  info.number = outlet.number;
  info.label = LabelOf(outlet, FindCell(columns.label, outlet));
  const Value* name = FindCell(columns.name, outlet);
  info.name = name != nullptr && family.decode_name ? family.decode_name(*name)
                                                    : Text(name);
  const Value* state = FindCell(columns.state, outlet);
  if (state != nullptr) {
    info.state =
        Decode(family, outlet, *state, FindCell(columns.pending, outlet));
  }
  info.switchable = CanSwitch(family) &&
                    (state != nullptr || !family.only_switched_have_state);
  if (const Value* switchable = FindCell(columns.switchable, outlet)) {
    info.switchable = info.switchable && IsSwitchable(family, *switchable);
  }
  return info;
}

// With a better reason, and what the device said all the same.
Error With(ErrorKind kind, const std::string& message, const std::string& hint,
           Error error) {
  error.kind = kind;
  error.message = message;
  error.hint = hint;
  return error;
}

// Where nothing says which outlets there are: every row that has a state.
std::vector<OutletRow> RowsOf(const Family& family, const ColumnCells& states) {
  constexpr std::uint32_t kMaxOutlets = 10000;
  const Oid& prefix = family.index_prefix;
  std::vector<OutletRow> rows;
  for (const auto& [index, value] : states) {
    if (index.StartsWith(prefix) && index.size() == prefix.size() + 1 &&
        index[prefix.size()] <= kMaxOutlets) {
      OutletRow row;
      row.number =
          static_cast<int>(index[prefix.size()]) + 1 - family.first_index;
      row.index = index;
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace

Result<std::optional<PowerState>> OutletTable::State(
    const OutletRow& outlet) const {
  std::vector<Oid> oids = {family_.state.At(outlet.index)};
  if (!family_.pending.empty()) {
    oids.push_back(family_.pending.At(outlet.index));
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
    return MissingObject(session_, family_, oids.front(), &state);
  }
  const Value* pending = oids.size() > 1 ? &answer->back().value : nullptr;
  return std::optional<PowerState>(Decode(family_, outlet, state, pending));
}

Result<std::optional<std::int64_t>> OutletTable::SwitchedCount() const {
  if (family_.switched_count.empty()) {
    return std::optional<std::int64_t>();
  }
  Result<Cells> cells = Cells::Get(session_, {family_.switched_count});
  if (!cells.ok()) {
    return cells.error();
  }
  return cells->Number(family_.switched_count);
}

Result<std::vector<OutletInfo>> OutletTable::List(
    const std::optional<std::vector<OutletRow>>& rows) const {
  Result<Columns> columns =
      ReadColumns(session_, family_, rows.value_or(std::vector<OutletRow>()));
  if (!columns.ok()) {
    return columns.error();
  }
  Result<std::optional<std::int64_t>> switched = SwitchedCount();
  if (!switched.ok()) {
    return switched.error();
  }
  std::vector<OutletInfo> outlets;
  for (const OutletRow& row : rows ? *rows : RowsOf(family_, columns->state)) {
    outlets.push_back(MakeInfo(family_, *columns, row));
    if (outlets.back().number > switched->value_or(row.number)) {
      outlets.back().switchable = false;
    }
  }
  return outlets;
}

Result<std::vector<Varbind>> OutletTable::Writes(const OutletRow& outlet,
                                                 OutletCommand command) const {
  if (family_.make_command) {
    return family_.make_command(session_, outlet, command);
  }
  const auto own = family_.command_columns.find(command);
  const std::vector<Column> columns = own == family_.command_columns.end()
                                          ? std::vector{family_.command}
                                          : own->second;
  const Value value =
      MakeValue(family_.command_type, family_.commands.at(command));
  std::vector<Varbind> writes;
  for (const Column& column : columns) {
    writes.push_back({column.At(outlet.index), value});
  }
  return writes;
}

Result<void> OutletTable::Send(const OutletRow& outlet, OutletCommand command,
                               Resend resend) const {
  if (family_.commands.count(command) == 0) {
    return Error{ErrorKind::kUnsupported,
                 CanSwitch(family_)
                     ? "devices of the family " + family_.name + " have no " +
                           ToString(command) + " command"
                     : "the device only meters, its outlets cannot be switched",
                 "", session_.host()};
  }
  Result<std::vector<Varbind>> writes = Writes(outlet, command);
  if (!writes.ok()) {
    return writes.error();
  }
  if (!family_.unlock.empty()) {
    Result<void> unlocked =
        session_.Set({{family_.unlock.At(outlet.index),
                       MakeValue(family_.command_type, family_.unlock_value)}},
                     Resend::kAllowed);
    if (!unlocked.ok()) {
      return unlocked;
    }
  }
  return session_.Set(*writes, resend);
}

Error OutletTable::Explain(const OutletRow& outlet, Error error) const {
  if (!IsRefusal(error.kind) && error.kind != ErrorKind::kVerificationFailed) {
    return error;
  }
  std::vector<Oid> oids;
  for (const Column* column :
       {&family_.state, &family_.switchable, &family_.lock}) {
    if (!column->empty()) {
      oids.push_back(column->At(outlet.index));
    }
  }
  Result<Cells> cells = Cells::Get(session_, oids);
  Result<std::optional<std::int64_t>> switched = SwitchedCount();
  if (!cells.ok() || !switched.ok()) {
    return error;
  }
  const auto find = [&](const Column& column) -> const Value* {
    const Value* value =
        column.empty() ? nullptr : cells->Find(column.At(outlet.index));
    return value == nullptr || value->is_exception() ? nullptr : value;
  };
  const Value* switchable = find(family_.switchable);
  if ((family_.only_switched_have_state && find(family_.state) == nullptr) ||
      (switchable != nullptr && !IsSwitchable(family_, *switchable)) ||
      switched->value_or(outlet.number) < outlet.number) {
    return With(ErrorKind::kUnsupported,
                "this outlet has no relay, it cannot be switched", "", error);
  }
  const Value* lock = find(family_.lock);
  if (lock != nullptr && IsLocked(family_, *lock)) {
    return With(ErrorKind::kRefusedByDevice,
                "this outlet is locked, the device does not switch it",
                family_.commands.count(OutletCommand::kUnlock) != 0
                    ? "unlock it first: power unlock"
                    : "unlock it on the device first",
                error);
  }
  return error;
}

}  // namespace pdukit::client
