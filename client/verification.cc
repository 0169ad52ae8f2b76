#include "client/verification.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "client/drivers/outlet_table.h"

namespace pdukit::client {
namespace {

// A look at the very end is still one, though time has passed since.
constexpr std::chrono::milliseconds kLastLook{50};

double Seconds(Clock::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

// One wait for the outlet, and what was seen of it last.
class Wait {
 public:
  Wait(const Unit& unit, const OutletRow& outlet, const Goal& goal)
      : unit_(unit),
        outlet_(outlet),
        goal_(goal),
        session_(unit.session->Until(goal.end + kLastLook)),
        start_(unit.clock->Now()) {}

  Result<void> Run();

 private:
  // Nullopt if the goal is reached.
  std::optional<Error> Look();
  Error NotReached(PowerState state) const;
  Error NotRead(Error error) const;
  Error Cancelled() const;
  bool IsOver() const;

  const Unit& unit_;
  const OutletRow& outlet_;
  const Goal& goal_;
  const std::unique_ptr<SnmpSession> session_;
  const Clock::TimePoint start_;
  std::optional<PowerState> state_{};
};

std::optional<Error> Wait::Look() {
  Result<std::optional<PowerState>> state =
      OutletTable(*session_, unit_.family).State(outlet_);
  if (!state.ok()) {
    return NotRead(state.error());
  }
  state_ = *state;
  if (!state_ || goal_.reached(*state_)) {
    return std::nullopt;
  }
  return NotReached(*state_);
}

bool Wait::IsOver() const {
  const Clock::TimePoint now = unit_.clock->Now();
  const bool out_of_patience = goal_.patience.count() > 0 &&
                               now >= start_ + goal_.patience &&
                               !IsPending(state_.value_or(PowerState::kOff));
  return now >= goal_.end || out_of_patience;
}

Result<void> Wait::Run() {
  while (true) {
    const std::optional<Error> failure = Look();
    if (!failure) {
      return {};
    }
    if (IsOver() || (failure->kind != ErrorKind::kVerificationFailed &&
                     !IsPassing(failure->kind))) {
      return *failure;
    }
    if (unit_.cancelled && unit_.cancelled()) {
      return Cancelled();
    }
    const Clock::Duration left = goal_.end - unit_.clock->Now();
    if (unit_.on_progress) {
      unit_.on_progress(
          {goal_.phase, std::chrono::ceil<std::chrono::milliseconds>(left)});
    }
    unit_.clock->SleepFor(std::min<Clock::Duration>(goal_.poll_interval, left));
  }
}

Error Wait::NotReached(PowerState state) const {
  Error error{ErrorKind::kVerificationFailed,
              fmt::format("the device acknowledged the command {}, but the "
                          "outlet still shows {} after {:g} s",
                          goal_.command, ToString(state),
                          Seconds(unit_.clock->Now() - goal_.start)),
              "", unit_.session->host()};
  if (IsPending(state)) {
    error.hint = "a delayed command is pending on it; cancel that first";
  } else if (goal_.phase == ProgressPhase::kScheduling) {
    error.hint = "its delay may be set to never";
  }
  return error;
}

Error Wait::NotRead(Error error) const {
  error.message = fmt::format(
      "the device acknowledged the command {}, but its effect could not be "
      "read back: {}",
      goal_.command, error.message);
  return error;
}

Error Wait::Cancelled() const {
  const std::string seen =
      state_ ? fmt::format("shows {}", ToString(*state_))
             : std::string("could not be read, so that its state is not known");
  return Error{ErrorKind::kCancelled,
               fmt::format("cancelled after the command {} was sent; the "
                           "outlet {}",
                           goal_.command, seen),
               "", unit_.session->host()};
}

}  // namespace

bool IsPassing(ErrorKind kind) {
  return kind == ErrorKind::kTimeout || kind == ErrorKind::kProtocol ||
         kind == ErrorKind::kNotInTimeWindow;
}

Result<void> Await(const Unit& unit, const OutletRow& outlet,
                   const Goal& goal) {
  return Wait(unit, outlet, goal).Run();
}

}  // namespace pdukit::client
