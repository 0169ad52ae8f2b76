#include "client/fleet_step.h"

#include <string>
#include <utility>

namespace pdukit::client {
namespace {

// Takes down what became of a call.
template <typename T, typename Keep>
void Note(const Result<T>& result, SupplyOutcome& outcome, const Keep& keep) {
  if (result.ok()) {
    keep();
  } else {
    outcome.error = result.error();
    outcome.state = PowerState::kUnknown;
  }
}

}  // namespace

std::vector<Step> StepsOf(FleetCommand command, CycleMethod cycle) {
  switch (command) {
    case FleetCommand::kOn:
      return {Step::kOpen, Step::kOn};
    case FleetCommand::kOff:
      return {Step::kOpen, Step::kOff};
    case FleetCommand::kCycle:
      return cycle == CycleMethod::kNative
                 ? std::vector<Step>{Step::kOpen, Step::kCycle}
                 : std::vector<Step>{Step::kOpen, Step::kOff, Step::kOn};
    case FleetCommand::kStatus:
      return {Step::kOpen, Step::kStatus};
    case FleetCommand::kRead:
      return {Step::kOpen, Step::kRead};
  }
  return {};
}

bool MayOpenLater(const RunningSupply& supply, const FleetOptions& options) {
  return supply.device->reached && supply.machine->supplies.size() == 1 &&
         options.stagger <= Clock::Duration::zero();
}

void Do(Step step, std::chrono::milliseconds wait, RunningSupply& supply) {
  SupplyOutcome& outcome = supply.outcome;
  const auto keep_state = [&](PowerState state) {
    return [&outcome, state] { outcome.state = state; };
  };
  if (supply.power == nullptr) {
    Result<std::unique_ptr<PowerClient>> power = supply.given->open();
    Note(power, outcome, [&] { supply.power = *std::move(power); });
    if (supply.power == nullptr) {
      return;
    }
  }
  switch (step) {
    case Step::kOpen:
      return;
    case Step::kOn:
      return Note(supply.power->On(), outcome, keep_state(PowerState::kOn));
    case Step::kOff:
      return Note(supply.power->Off(), outcome, keep_state(PowerState::kOff));
    case Step::kCycle:
      return Note(supply.power->Cycle(wait), outcome,
                  keep_state(PowerState::kOn));
    case Step::kStatus: {
      const Result<PowerState> state = supply.power->Status();
      return Note(state, outcome, [&] { outcome.state = *state; });
    }
    case Step::kRead: {
      const Result<PowerReading> reading = supply.power->Read();
      return Note(reading, outcome, [&] { outcome.reading = *reading; });
    }
  }
}

void NoteEnd(const RunningSupply& supply) {
  RunningDevice& device = *supply.device;
  const std::optional<Error>& error = supply.outcome.error;
  if (supply.power == nullptr) {
    if (error && error->kind != ErrorKind::kNoSuchOutlet) {
      device.failure = error;
    }
    return;
  }
  device.reached = true;
  // To open a supply of a device that is known already asks it nothing.
  if (supply.step == Step::kOpen) {
    return;
  }
  const bool silent = error && (error->kind == ErrorKind::kTimeout ||
                                error->kind == ErrorKind::kUnreachable);
  device.silence = silent ? error : std::nullopt;
}

std::optional<Error> NotWorthIt(const RunningSupply& supply,
                                FleetCommand command, Step step) {
  const RunningDevice& device = *supply.device;
  if (supply.power == nullptr && device.failure) {
    return device.failure;
  }
  // A machine that a cycle has switched off is worth the time.
  if (!device.silence ||
      (command == FleetCommand::kCycle && step == Step::kOn)) {
    return std::nullopt;
  }
  Error error = *device.silence;
  error.message = "not tried, since it did not answer" +
                  (error.outlet.empty() ? "" : " for outlet " + error.outlet) +
                  ": " + error.message;
  error.outlet.clear();
  return error;
}

FleetOutcome OutcomeOf(FleetCommand command, Step last,
                       const RunningMachine& machine) {
  FleetOutcome outcome;
  outcome.machine = machine.given->name;
  for (const RunningSupply& supply : machine.supplies) {
    outcome.supplies.push_back(supply.outcome);
  }
  if (outcome.supplies.empty()) {
    outcome.error =
        Error{ErrorKind::kInvalidArgument, "the machine has no supply"};
    return outcome;
  }
  outcome.error = CombinedError(outcome.supplies);
  outcome.reading = CombinedReading(outcome.supplies);
  const Result<PowerState> state = CombinedState(outcome.supplies);
  outcome.state = state.ok() ? *state : PowerState::kUnknown;
  if (command == FleetCommand::kStatus && state.ok()) {
    outcome.error.reset();
  }
  if (outcome.error && outcome.error->kind != ErrorKind::kCancelled &&
      command == FleetCommand::kCycle && last == Step::kOn) {
    outcome.error = NotOnAgain(*outcome.error);
  }
  return outcome;
}

}  // namespace pdukit::client
