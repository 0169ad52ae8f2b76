#include "client/composite_power_client.h"

#include <optional>
#include <utility>

namespace pdukit::client {

CompositePowerClient::CompositePowerClient(std::vector<Supply> supplies,
                                           Options options)
    : supplies_(std::move(supplies)), options_(std::move(options)) {}

std::vector<SupplyOutcome> CompositePowerClient::ForEach(
    const std::function<void(PowerClient&, SupplyOutcome&)>& ask) const {
  std::vector<SupplyOutcome> outcomes;
  for (const Supply& supply : supplies_) {
    SupplyOutcome& outcome = outcomes.emplace_back();
    outcome.supply = supply.name;
    outcome.device = supply.device;
    ask(*supply.power, outcome);
  }
  if (outcomes.empty()) {
    outcomes.emplace_back().error =
        Error{ErrorKind::kInvalidArgument, "the machine has no supply"};
  }
  return outcomes;
}

Result<void> CompositePowerClient::Switch(PowerState wanted) const {
  const std::vector<SupplyOutcome> outcomes =
      ForEach([wanted](PowerClient& power, SupplyOutcome& outcome) {
        const Result<void> done =
            wanted == PowerState::kOn ? power.On() : power.Off();
        if (done.ok()) {
          outcome.state = wanted;
        } else {
          outcome.error = done.error();
        }
      });
  if (std::optional<Error> error = CombinedError(outcomes)) {
    return *std::move(error);
  }
  return {};
}

Result<void> CompositePowerClient::On() { return Switch(PowerState::kOn); }

Result<void> CompositePowerClient::Off() { return Switch(PowerState::kOff); }

Result<void> CompositePowerClient::Cycle(std::chrono::milliseconds wait) {
  if (wait < std::chrono::milliseconds::zero()) {
    return Error{ErrorKind::kInvalidArgument,
                 "the wait between off and on is negative"};
  }
  if (Result<void> off = Off(); !off.ok()) {
    return off;
  }
  if (!WaitWithProgress(*options_.clock, wait, options_.on_progress,
                        options_.cancelled)) {
    return CancelledWhileOff();
  }
  Result<void> on = On();
  return on.ok() ? on : NotOnAgain(on.error());
}

Result<PowerState> CompositePowerClient::Status() {
  return CombinedState(ForEach([](PowerClient& power, SupplyOutcome& outcome) {
    const Result<PowerState> state = power.Status();
    if (state.ok()) {
      outcome.state = *state;
    } else {
      outcome.error = state.error();
    }
  }));
}

Result<PowerReading> CompositePowerClient::Read() {
  const std::vector<SupplyOutcome> outcomes =
      ForEach([](PowerClient& power, SupplyOutcome& outcome) {
        const Result<PowerReading> reading = power.Read();
        if (reading.ok()) {
          outcome.reading = *reading;
        } else {
          outcome.error = reading.error();
        }
      });
  if (std::optional<Error> error = CombinedError(outcomes)) {
    return *std::move(error);
  }
  return CombinedReading(outcomes);
}

}  // namespace pdukit::client
