#include "client/drivers/countdown.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

using Writes = std::vector<Varbind>;

constexpr std::int32_t kNow = 0;
constexpr std::int32_t kNever = -1;
constexpr std::int64_t kLongest = 99999;

Varbind Write(const Oid& column, const OutletRow& outlet,
              std::int32_t seconds) {
  return {column.Child(outlet.index), Value::Integer32(seconds)};
}

Result<Writes> Delayed(SnmpSession& session, const OutletRow& outlet,
                       const Oid& column, const Oid& delay) {
  const Oid oid = delay.Child(outlet.index);
  Result<Cells> cells = Cells::Get(session, {oid});
  if (!cells.ok()) {
    return cells.error();
  }
  const std::int64_t seconds = cells->Number(oid).value_or(kNever);
  if (seconds < 0 || seconds > kLongest) {
    return Error{ErrorKind::kUnsupported,
                 "the outlet has no delay for this set",
                 "set one on the device", session.host()};
  }
  return Writes{Write(column, outlet, static_cast<std::int32_t>(seconds))};
}

Result<Writes> MakeWrites(SnmpSession& session, const OutletRow& outlet,
                          OutletCommand command, const Countdown& columns) {
  switch (command) {
    case OutletCommand::kOn:
      return Writes{Write(columns.on, outlet, kNow)};
    case OutletCommand::kOff:
      return Writes{Write(columns.off, outlet, kNow)};
    case OutletCommand::kReboot:
      return Writes{Write(columns.reboot, outlet, kNow)};
    case OutletCommand::kDelayedOn:
      return Delayed(session, outlet, columns.on, columns.on_delay);
    case OutletCommand::kDelayedOff:
      return Delayed(session, outlet, columns.off, columns.off_delay);
    default:  // Cancel.
      break;
  }
  return Writes{Write(columns.off, outlet, kNever),
                Write(columns.on, outlet, kNever),
                Write(columns.reboot, outlet, kNever)};
}

}  // namespace

void UseCountdowns(Family& family, const Countdown& columns) {
  family.commands = {
      {OutletCommand::kOn, kNow},         {OutletCommand::kOff, kNow},
      {OutletCommand::kReboot, kNow},     {OutletCommand::kDelayedOn, kNow},
      {OutletCommand::kDelayedOff, kNow}, {OutletCommand::kCancel, kNever},
  };
  family.make_command = [columns](SnmpSession& session, const OutletRow& outlet,
                                  OutletCommand command) {
    return MakeWrites(session, outlet, command, columns);
  };
}

}  // namespace pdukit::client
