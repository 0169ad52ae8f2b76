#include "client/snmp_power_client.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "client/drivers/outlet_table.h"
#include "client/progress.h"
#include "client/unit.h"
#include "client/verification.h"

namespace pdukit::client {
namespace {

using std::chrono::milliseconds;

bool IsPending(PowerState state) {
  return state == PowerState::kPendingOn || state == PowerState::kPendingOff;
}

// With the outlet in its error.
template <typename T>
Result<T> At(int outlet, Result<T> result) {
  if (result.ok()) {
    return result;
  }
  Error error = std::move(result).error();
  error.outlet = std::to_string(outlet);
  return error;
}

Goal MakeGoal(const Unit& unit, OutletCommand command, ProgressPhase phase,
              std::function<bool(PowerState)> reached) {
  Goal goal;
  goal.command = ToString(command);
  goal.phase = phase;
  goal.reached = std::move(reached);
  goal.deadline = unit.verify_deadline;
  goal.poll_interval = unit.poll_interval;
  return goal;
}

Result<void> Send(const Unit& unit, int outlet, OutletCommand command,
                  Resend resend) {
  return OutletTable(*unit.session, unit.family).Send(outlet, command, resend);
}

Result<void> SendAndAwait(const Unit& unit, int outlet, OutletCommand command,
                          const Goal& goal) {
  Result<void> sent = Send(unit, outlet, command, Resend::kAllowed);
  return sent.ok() ? Await(unit, outlet, goal) : sent;
}

Result<void> Switch(const Unit& unit, int outlet, PowerState wanted) {
  const bool on = wanted == PowerState::kOn;
  const OutletCommand command = on ? OutletCommand::kOn : OutletCommand::kOff;
  return SendAndAwait(
      unit, outlet, command,
      MakeGoal(unit, command,
               on ? ProgressPhase::kSwitchingOn : ProgressPhase::kSwitchingOff,
               [wanted](PowerState state) { return state == wanted; }));
}

Result<PowerState> ReadState(const Unit& unit, int outlet) {
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
Result<void> Schedule(const Unit& unit, int outlet, OutletCommand command,
                      PowerState pending, PowerState result) {
  if (!unit.family.commands.contains(command)) {
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

Result<void> RebootOutlet(const Unit& unit, int outlet) {
  if (unit.family.reboot_duration == nullptr ||
      !unit.family.commands.contains(OutletCommand::kReboot)) {
    return Send(unit, outlet, OutletCommand::kReboot, Resend::kNever);
  }
  Result<std::chrono::seconds> duration =
      unit.family.reboot_duration(*unit.session, outlet);
  if (!duration.ok()) {
    return duration.error();
  }
  Result<void> sent =
      Send(unit, outlet, OutletCommand::kReboot, Resend::kNever);
  if (!sent.ok()) {
    return sent;
  }
  Goal off = MakeGoal(unit, OutletCommand::kReboot, ProgressPhase::kRebooting,
                      [](PowerState state) {
                        return state == PowerState::kOff ||
                               state == PowerState::kPendingOn;
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
  on.deadline += *duration;
  return Await(unit, outlet, on);
}

Result<void> CycleOutlet(const Unit& unit, int outlet, milliseconds wait) {
  if (wait < milliseconds::zero()) {
    return Error{ErrorKind::kInvalidArgument,
                 "the wait between off and on is negative"};
  }
  Result<void> off = Switch(unit, outlet, PowerState::kOff);
  if (!off.ok()) {
    return off;
  }
  WaitWithProgress(*unit.clock, wait, unit.on_progress);
  Result<void> on = Switch(unit, outlet, PowerState::kOn);
  if (on.ok()) {
    return on;
  }
  Error error = on.error();
  error.message = "it was switched off, but not on again: " + error.message;
  return error;
}

}  // namespace

SnmpPowerClient::SnmpPowerClient(std::shared_ptr<const Unit> unit, int number)
    : unit_(std::move(unit)), number_(number) {}

Result<void> SnmpPowerClient::On() {
  return At(number_, Switch(*unit_, number_, PowerState::kOn));
}

Result<void> SnmpPowerClient::Off() {
  return At(number_, Switch(*unit_, number_, PowerState::kOff));
}

Result<void> SnmpPowerClient::Cycle(milliseconds wait) {
  return At(number_, CycleOutlet(*unit_, number_, wait));
}

Result<PowerState> SnmpPowerClient::Status() {
  return At(number_, ReadState(*unit_, number_));
}

Result<PowerReading> SnmpPowerClient::Read() {
  if (unit_->family.read == nullptr) {
    return PowerReading{};
  }
  return At(number_, unit_->family.read(*unit_->session, number_));
}

Result<void> SnmpPowerClient::Reboot() {
  return At(number_, RebootOutlet(*unit_, number_));
}

Result<void> SnmpPowerClient::DelayedOn() {
  return At(number_, Schedule(*unit_, number_, OutletCommand::kDelayedOn,
                              PowerState::kPendingOn, PowerState::kOn));
}

Result<void> SnmpPowerClient::DelayedOff() {
  return At(number_, Schedule(*unit_, number_, OutletCommand::kDelayedOff,
                              PowerState::kPendingOff, PowerState::kOff));
}

Result<void> SnmpPowerClient::Cancel() {
  Goal goal =
      MakeGoal(*unit_, OutletCommand::kCancel, ProgressPhase::kScheduling,
               [](PowerState state) { return !IsPending(state); });
  return At(number_,
            SendAndAwait(*unit_, number_, OutletCommand::kCancel, goal));
}

}  // namespace pdukit::client
