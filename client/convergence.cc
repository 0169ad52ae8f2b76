#include "client/convergence.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "client/drivers/outlet_command.h"
#include "client/drivers/outlet_readings.h"
#include "client/drivers/outlet_table.h"
#include "client/progress.h"
#include "client/verification.h"

namespace pdukit::client {
namespace {

using std::chrono::milliseconds;

// A device that refuses may have been busy; no more than this is worth asking.
constexpr int kMaxRefusals = 3;

// How long an acknowledged command may take to show before it counts as lost,
// on devices that are not known for losing them.
constexpr milliseconds kLost{3000};

OutletCommand CommandFor(PowerState wanted) {
  return wanted == PowerState::kOn ? OutletCommand::kOn : OutletCommand::kOff;
}

class Convergence {
 public:
  Convergence(const Unit& unit, const OutletRow& outlet, PowerState wanted,
              milliseconds delay, Clock::TimePoint end)
      : unit_(unit),
        outlet_(outlet),
        wanted_(wanted),
        command_(CommandFor(wanted)),
        delay_(delay),
        start_(unit.clock->Now()),
        end_(end),
        session_(unit.session->Until(end)) {}

  Result<void> Run();

 private:
  // Sends the command once. Nullopt if another time may do better.
  std::optional<Result<void>> Try();
  // Likewise, now that it came to this failure.
  std::optional<Result<void>> Judge(const Error& failure) const;
  Result<void> Send() const;
  Result<void> AwaitIdle() const;
  Goal MakeGoal() const;
  // Whether the outlet got there, now that the command was answered so.
  Result<void> AwaitState(const Result<void>& sent) const;
  bool IsFinal(const Error& error) const;
  // With the outlet's own reason, where it has one.
  Error Explained(const Error& error) const {
    return OutletTable(*session_, unit_.family).Explain(outlet_, error);
  }

  const Unit& unit_;
  const OutletRow& outlet_;
  const PowerState wanted_;
  const OutletCommand command_;
  const milliseconds delay_;
  const Clock::TimePoint start_;
  const Clock::TimePoint end_;
  const std::unique_ptr<SnmpSession> session_;
  int refusals_ = 0;
};

Goal Convergence::MakeGoal() const {
  Goal goal;
  goal.command = ToString(command_);
  goal.phase = wanted_ == PowerState::kOn ? ProgressPhase::kSwitchingOn
                                          : ProgressPhase::kSwitchingOff;
  goal.reached = [wanted = wanted_](PowerState state) {
    return state == wanted;
  };
  goal.start = start_;
  goal.end = end_;
  goal.poll_interval = unit_.poll_interval;
  // Before the end, so that the outlet can still be asked for its reason.
  goal.patience = delay_ + (unit_.family.quirks.resend_after.count() > 0
                                ? unit_.family.quirks.resend_after
                                : std::min(kLost, unit_.deadline / 2));
  return goal;
}

// Early enough for a look at the outlet afterwards, but in half of the time
// there is, even if a timeout is longer than that.
Result<void> Convergence::Send() const {
  const Clock::TimePoint half = start_ + (end_ - start_) / 2;
  const auto session =
      unit_.session->Until(std::max(half, end_ - unit_.timeout));
  return OutletTable(*session, unit_.family)
      .Send(outlet_, command_, Resend::kAllowed);
}

// Until nothing is pending, or until it takes too long.
Result<void> Convergence::AwaitIdle() const {
  if (!unit_.family.quirks.loses_commands_while_pending) {
    return {};
  }
  Goal goal = MakeGoal();
  goal.reached = [](PowerState state) { return !IsPending(state); };
  goal.patience = milliseconds::zero();
  Result<void> idle = Await(unit_, outlet_, goal);
  const bool slow =
      !idle.ok() && idle.error().kind == ErrorKind::kVerificationFailed;
  return slow ? Result<void>() : idle;
}

Result<void> Convergence::AwaitState(const Result<void>& sent) const {
  if (sent.ok()) {
    unit_.clock->SleepFor(unit_.family.quirks.settle);
    return Await(unit_, outlet_, MakeGoal());
  }
  // One look tells whether it was carried out all the same.
  Goal goal = MakeGoal();
  goal.patience = unit_.family.quirks.refuses_what_it_does &&
                          sent.error().kind == ErrorKind::kRefusedByDevice
                      ? goal.patience
                      : milliseconds(1);
  return Await(unit_, outlet_, goal);
}

bool Convergence::IsFinal(const Error& error) const {
  if (IsPassing(error.kind) || error.kind == ErrorKind::kVerificationFailed) {
    return false;
  }
  return error.kind != ErrorKind::kRefusedByDevice || refusals_ >= kMaxRefusals;
}

std::optional<Result<void>> Convergence::Try() {
  if (Result<void> idle = AwaitIdle(); !idle.ok()) {
    return idle;
  }
  const Result<void> sent = Send();
  if (!sent.ok()) {
    const bool refused = sent.error().kind == ErrorKind::kRefusedByDevice;
    refusals_ += refused ? 1 : 0;
    if (!refused && IsFinal(sent.error())) {
      return Explained(sent.error());
    }
    if (unit_.clock->Now() >= end_) {
      return sent;
    }
  }
  const Result<void> seen = AwaitState(sent);
  if (seen.ok() || seen.error().kind == ErrorKind::kCancelled) {
    return seen;
  }
  // What the device said to the command tells more than the state does.
  return Judge(sent.ok() ? seen.error() : sent.error());
}

std::optional<Result<void>> Convergence::Judge(const Error& failure) const {
  if (unit_.clock->Now() >= end_) {
    return failure;
  }
  const Error explained = Explained(failure);
  if (explained != failure || IsFinal(failure)) {
    return explained;
  }
  if (failure.kind != ErrorKind::kVerificationFailed) {
    unit_.clock->SleepFor(unit_.poll_interval);
  }
  return std::nullopt;
}

Result<void> Convergence::Run() {
  std::optional<Result<void>> end;
  while (!end) {
    end = Try();
  }
  return *end;
}

}  // namespace

Result<void> Converge(const Unit& unit, const OutletRow& outlet,
                      PowerState wanted, Clock::TimePoint end) {
  const Result<milliseconds> delay = SwitchDelay(
      *unit.session->Until(end), unit.family, outlet, CommandFor(wanted));
  if (!delay.ok()) {
    return delay.error();
  }
  return Convergence(unit, outlet, wanted, *delay, end + *delay).Run();
}

}  // namespace pdukit::client
