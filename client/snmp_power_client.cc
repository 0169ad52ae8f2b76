#include "client/snmp_power_client.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "client/convergence.h"
#include "client/drivers/object_roles.h"
#include "client/drivers/outlet_readings.h"
#include "client/drivers/outlet_table.h"
#include "client/lock.h"
#include "client/progress.h"
#include "client/unit.h"
#include "client/verification.h"

namespace pdukit::client {
namespace {

using std::chrono::milliseconds;

// With the outlet in its error, and what the object is to it.
template <typename T>
Result<T> At(const Unit& unit, const OutletRow& outlet, Result<T> result) {
  if (result.ok()) {
    return result;
  }
  Error error = Named(unit.family, std::move(result).error());
  error.outlet = std::to_string(outlet.number);
  return error;
}

Goal MakeGoal(const Unit& unit, OutletCommand command, ProgressPhase phase,
              std::function<bool(PowerState)> reached) {
  Goal goal;
  goal.command = ToString(command);
  goal.phase = phase;
  goal.reached = std::move(reached);
  goal.start = unit.clock->Now();
  goal.end = goal.start + unit.deadline;
  goal.poll_interval = unit.poll_interval;
  return goal;
}

Result<void> Send(const Unit& unit, const OutletRow& outlet,
                  OutletCommand command, Resend resend) {
  return OutletTable(*unit.session, unit.family).Send(outlet, command, resend);
}

Result<void> SendAndAwait(const Unit& unit, const OutletRow& outlet,
                          OutletCommand command, const Goal& goal) {
  Result<void> sent = Send(unit, outlet, command, Resend::kAllowed);
  return sent.ok() ? Await(unit, outlet, goal) : sent;
}

Result<void> Switch(const Unit& unit, const OutletRow& outlet,
                    PowerState wanted) {
  return Converge(unit, outlet, wanted, unit.clock->Now() + unit.deadline);
}

Result<PowerState> ReadState(const Unit& unit, const OutletRow& outlet) {
  Result<std::optional<PowerState>> state =
      OutletTable(*unit.session, unit.family).State(outlet);
  if (!state.ok()) {
    return state.error();
  }
  return state->value_or(PowerState::kUnknown);
}

// Done once the command is seen to be pending, or its result is there. A
// device shows only that something is pending: on an outlet that is already
// on, a delayed on looks like a delayed off.
Result<void> Schedule(const Unit& unit, const OutletRow& outlet,
                      OutletCommand command, PowerState pending,
                      PowerState result) {
  if (unit.family.commands.count(command) == 0) {
    return Send(unit, outlet, command, Resend::kAllowed);
  }
  Result<PowerState> before = ReadState(unit, outlet);
  if (!before.ok()) {
    return before.error();
  }
  const bool already = *before == result;
  return SendAndAwait(unit, outlet, command,
                      MakeGoal(unit, command, ProgressPhase::kScheduling,
                               [already, pending, result](PowerState state) {
                                 return state == pending || state == result ||
                                        (already && IsPending(state));
                               }));
}

Result<void> RebootOutlet(const Unit& unit, const OutletRow& outlet) {
  if (unit.family.commands.count(OutletCommand::kReboot) == 0) {
    return Send(unit, outlet, OutletCommand::kReboot, Resend::kNever);
  }
  Result<std::chrono::seconds> duration =
      RebootDuration(*unit.session, unit.family, outlet);
  if (!duration.ok()) {
    return duration.error();
  }
  Result<void> sent =
      Send(unit, outlet, OutletCommand::kReboot, Resend::kNever);
  if (!sent.ok()) {
    return OutletTable(*unit.session, unit.family)
        .Explain(outlet, sent.error());
  }
  Goal off = MakeGoal(unit, OutletCommand::kReboot, ProgressPhase::kRebooting,
                      [](PowerState state) {
                        // Some devices show a wait, which says no more than
                        // that the outlet has left its state.
                        return state == PowerState::kOff ||
                               state == PowerState::kPendingOn ||
                               state == PowerState::kUnknown;
                      });
  // Often enough not to miss a short off.
  off.poll_interval = std::clamp<milliseconds>(
      milliseconds(*duration) / 4, milliseconds(1), unit.poll_interval);
  Result<void> seen_off = Await(unit, outlet, off);
  if (!seen_off.ok()) {
    return seen_off;
  }
  Goal on = MakeGoal(unit, OutletCommand::kReboot, ProgressPhase::kRebooting,
                     [](PowerState state) { return state == PowerState::kOn; });
  on.end += *duration;
  return Await(unit, outlet, on);
}

Result<void> CycleOutlet(const Unit& unit, const OutletRow& outlet,
                         milliseconds wait) {
  if (wait < milliseconds::zero()) {
    return Error{ErrorKind::kInvalidArgument,
                 "the wait between off and on is negative"};
  }
  // The on has the rest of the deadline, and no less than half of it.
  const Clock::TimePoint start = unit.clock->Now();
  Result<void> off =
      Converge(unit, outlet, PowerState::kOff, start + unit.deadline / 2);
  if (!off.ok()) {
    return off;
  }
  const Clock::TimePoint off_at = unit.clock->Now();
  if (!WaitWithProgress(*unit.clock, wait, unit.on_progress, unit.cancelled)) {
    return Error{
        ErrorKind::kCancelled,
        "cancelled before it was switched on again; the outlet is off"};
  }
  Result<void> on = Converge(
      unit, outlet, PowerState::kOn,
      std::max(start + unit.deadline, off_at + unit.deadline / 2) + wait);
  if (on.ok()) {
    return on;
  }
  Error error = on.error();
  error.message = "it was switched off, but not on again: " + error.message;
  return error;
}

}  // namespace

SnmpPowerClient::SnmpPowerClient(std::shared_ptr<const Unit> unit,
                                 OutletRow outlet)
    : unit_(std::move(unit)), outlet_(std::move(outlet)) {}

Result<void> SnmpPowerClient::On() {
  return At(*unit_, outlet_, Switch(*unit_, outlet_, PowerState::kOn));
}

Result<void> SnmpPowerClient::Off() {
  return At(*unit_, outlet_, Switch(*unit_, outlet_, PowerState::kOff));
}

Result<void> SnmpPowerClient::Cycle(milliseconds wait) {
  return At(*unit_, outlet_,
            unit_->cycle == CycleMethod::kNative
                ? RebootOutlet(*unit_, outlet_)
                : CycleOutlet(*unit_, outlet_, wait));
}

Result<PowerState> SnmpPowerClient::Status() {
  return At(*unit_, outlet_, ReadState(*unit_, outlet_));
}

Result<PowerReading> SnmpPowerClient::Read() {
  return At(*unit_, outlet_,
            ReadOutlet(*unit_->session, unit_->family, outlet_));
}

Result<void> SnmpPowerClient::Reboot() {
  return At(*unit_, outlet_, RebootOutlet(*unit_, outlet_));
}

Result<void> SnmpPowerClient::DelayedOn() {
  return At(*unit_, outlet_,
            Schedule(*unit_, outlet_, OutletCommand::kDelayedOn,
                     PowerState::kPendingOn, PowerState::kOn));
}

Result<void> SnmpPowerClient::DelayedOff() {
  return At(*unit_, outlet_,
            Schedule(*unit_, outlet_, OutletCommand::kDelayedOff,
                     PowerState::kPendingOff, PowerState::kOff));
}

Result<void> SnmpPowerClient::Cancel() {
  Goal goal =
      MakeGoal(*unit_, OutletCommand::kCancel, ProgressPhase::kScheduling,
               [](PowerState state) { return !IsPending(state); });
  return At(*unit_, outlet_,
            SendAndAwait(*unit_, outlet_, OutletCommand::kCancel, goal));
}

Result<void> SnmpPowerClient::Lock() {
  return At(*unit_, outlet_, SetLock(*unit_, outlet_, OutletCommand::kLock));
}

Result<void> SnmpPowerClient::Unlock() {
  return At(*unit_, outlet_, SetLock(*unit_, outlet_, OutletCommand::kUnlock));
}

}  // namespace pdukit::client
