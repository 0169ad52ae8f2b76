#include "client/verification.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "client/drivers/outlet_table.h"

namespace pdukit::client {
namespace {

double Seconds(std::chrono::milliseconds duration) {
  return std::chrono::duration<double>(duration).count();
}

Error NotReached(const Unit& unit, const Goal& goal, PowerState state) {
  Error error{
      ErrorKind::kVerificationFailed,
      fmt::format("the device acknowledged the command {}, but the "
                  "outlet still shows {} after {:g} s",
                  goal.command, ToString(state), Seconds(goal.deadline)),
      "", unit.session->host()};
  if (IsPending(state)) {
    error.hint = "a delayed command is pending on it; cancel that first";
  } else if (goal.phase == ProgressPhase::kScheduling) {
    error.hint = "its delay may be set to never";
  }
  return error;
}

Error NotRead(const Goal& goal, Error error) {
  error.message = fmt::format(
      "the device acknowledged the command {}, but its effect could not be "
      "read back: {}",
      goal.command, error.message);
  return error;
}

}  // namespace

Result<void> Await(const Unit& unit, const OutletRow& outlet,
                   const Goal& goal) {
  const OutletTable table(*unit.session, unit.family);
  const Clock::TimePoint end = unit.clock->Now() + goal.deadline;
  Clock::TimePoint sent = unit.clock->Now();
  while (true) {
    Result<std::optional<PowerState>> state = table.State(outlet);
    if (!state.ok()) {
      return NotRead(goal, state.error());
    }
    if (!state->has_value() || goal.reached(**state)) {
      return {};
    }
    const Clock::TimePoint now = unit.clock->Now();
    if (now >= end) {
      return NotReached(unit, goal, **state);
    }
    if (goal.repeat_after.count() > 0 && now >= sent + goal.repeat_after &&
        !IsPending(**state)) {
      if (Result<void> repeated = goal.repeat(); !repeated.ok()) {
        return repeated;
      }
      sent = now;
    }
    if (unit.on_progress) {
      unit.on_progress(
          {goal.phase,
           std::chrono::ceil<std::chrono::milliseconds>(end - now)});
    }
    unit.clock->SleepFor(
        std::min<Clock::Duration>(goal.poll_interval, end - now));
  }
}

}  // namespace pdukit::client
