#include "client/lock.h"

#include <algorithm>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "client/drivers/object_roles.h"
#include "client/drivers/outlet_table.h"
#include "client/drivers/outlet_values.h"
#include "client/drivers/readings.h"
#include "client/verification.h"

namespace pdukit::client {
namespace {

Result<bool> ReadLock(SnmpSession& session, const Family& family,
                      const OutletRow& outlet) {
  const Oid oid = family.lock.At(outlet.index);
  Result<Cells> cells = Cells::Get(session, {oid});
  if (!cells.ok()) {
    return cells.error();
  }
  const Value& value = *cells->Find(oid);
  return value.is_exception()
             ? Result<bool>(MissingObject(session, family, oid, &value))
             : IsLocked(family, value);
}

// What holds after a look at the lock that did not show what was wanted.
Error NotShown(const Unit& unit, OutletCommand command,
               const Result<bool>& locked) {
  if (!locked.ok()) {
    return locked.error();
  }
  return {ErrorKind::kVerificationFailed,
          fmt::format("the device acknowledged the command {}, but the outlet "
                      "still shows {}",
                      ToString(command), *locked ? "locked" : "unlocked"),
          "", unit.session->host()};
}

Result<void> AwaitLock(const Unit& unit, const OutletRow& outlet,
                       OutletCommand command) {
  const Clock::TimePoint end = unit.clock->Now() + unit.deadline;
  const std::unique_ptr<SnmpSession> session = unit.session->Until(end);
  while (true) {
    const Result<bool> locked = ReadLock(*session, unit.family, outlet);
    if (locked.ok() && *locked == (command == OutletCommand::kLock)) {
      return {};
    }
    const Error failure = NotShown(unit, command, locked);
    const bool may_pass = locked.ok() || IsPassing(failure.kind);
    const Clock::Duration left = end - unit.clock->Now();
    if (!may_pass || left <= Clock::Duration::zero()) {
      return failure;
    }
    if (unit.cancelled && unit.cancelled()) {
      return Error{ErrorKind::kCancelled,
                   fmt::format("cancelled after the command {} was sent",
                               ToString(command)),
                   "", unit.session->host()};
    }
    unit.clock->SleepFor(std::min<Clock::Duration>(unit.poll_interval, left));
  }
}

}  // namespace

Result<void> SetLock(const Unit& unit, const OutletRow& outlet,
                     OutletCommand command) {
  if (unit.family.commands.count(command) != 0) {
    const Result<bool> locked = ReadLock(*unit.session, unit.family, outlet);
    if (!locked.ok()) {
      return locked.error();
    }
    if (*locked == (command == OutletCommand::kLock)) {
      return {};
    }
  }
  Result<void> sent = OutletTable(*unit.session, unit.family)
                          .Send(outlet, command, Resend::kAllowed);
  return sent.ok() ? AwaitLock(unit, outlet, command) : sent;
}

}  // namespace pdukit::client
