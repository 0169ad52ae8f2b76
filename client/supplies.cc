#include "client/supplies.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace pdukit::client {
namespace {

using Supplies = std::vector<SupplyOutcome>;
using Field = std::optional<Measurement> PowerReading::*;

bool HasState(const Supplies& supplies, PowerState state) {
  return std::any_of(supplies.begin(), supplies.end(),
                     [state](const SupplyOutcome& supply) {
                       return !supply.error && supply.state == state;
                     });
}

std::string Source(const SupplyOutcome& supply, const Measurement& value) {
  return value.source.empty() ? supply.supply
                              : supply.supply + ": " + value.source;
}

std::optional<Measurement> First(const Supplies& supplies, Field field) {
  for (const SupplyOutcome& supply : supplies) {
    if (const std::optional<Measurement>& value = supply.reading.*field) {
      return Measurement{value->value, Source(supply, *value)};
    }
  }
  return std::nullopt;
}

// What a part of the supplies draws would pass for all.
std::optional<Measurement> Sum(const Supplies& supplies, Field field) {
  Measurement sum;
  std::set<std::pair<std::string, std::string>> counted;
  for (const SupplyOutcome& supply : supplies) {
    const std::optional<Measurement>& value = supply.reading.*field;
    if (!value.has_value()) {
      return std::nullopt;
    }
    // A bank or unit that feeds two of them is metered once.
    if (!supply.device.empty() &&
        !counted.emplace(supply.device, value->source).second) {
      continue;
    }
    sum.value += value->value;
    sum.source += (sum.source.empty() ? "" : " + ") + Source(supply, *value);
  }
  return sum;
}

}  // namespace

std::optional<Error> CombinedError(const Supplies& supplies) {
  const auto first =
      std::find_if(supplies.begin(), supplies.end(),
                   [](const SupplyOutcome& s) { return s.error.has_value(); });
  if (first == supplies.end()) {
    return std::nullopt;
  }
  if (std::all_of(
          supplies.begin(), supplies.end(),
          [&](const SupplyOutcome& s) { return s.error == first->error; })) {
    return first->error;
  }
  std::string failures;
  std::string rest;
  int failed = 0;
  for (const SupplyOutcome& supply : supplies) {
    if (supply.error.has_value()) {
      ++failed;
      failures += fmt::format("{}{}: {}", failures.empty() ? "" : "; ",
                              supply.supply, supply.error->Text());
    } else if (supply.state != PowerState::kUnknown) {
      rest += fmt::format("; {} is {}", supply.supply, ToString(supply.state));
    }
  }
  return Error{first->error->kind,
               fmt::format("{} of {} supplies failed: {}{}", failed,
                           supplies.size(), failures, rest)};
}

Result<PowerState> CombinedState(const Supplies& supplies) {
  // In this order: an on is an on, whatever the others are.
  if (HasState(supplies, PowerState::kOn)) {
    return PowerState::kOn;
  }
  if (HasState(supplies, PowerState::kPendingOff)) {
    return PowerState::kPendingOff;
  }
  if (std::optional<Error> error = CombinedError(supplies)) {
    return *std::move(error);
  }
  if (supplies.empty() || HasState(supplies, PowerState::kUnknown)) {
    return PowerState::kUnknown;
  }
  return HasState(supplies, PowerState::kPendingOn) ? PowerState::kPendingOn
                                                    : PowerState::kOff;
}

PowerReading CombinedReading(const Supplies& supplies) {
  if (supplies.size() == 1) {
    return supplies.front().reading;
  }
  PowerReading reading;
  for (const Field field : {&PowerReading::voltage, &PowerReading::frequency}) {
    reading.*field = First(supplies, field);
  }
  if (supplies.empty()) {
    return reading;
  }
  for (const Field field :
       {&PowerReading::current, &PowerReading::apparent_power,
        &PowerReading::active_power, &PowerReading::energy}) {
    reading.*field = Sum(supplies, field);
  }
  return reading;
}

Error NotOnAgain(Error error) {
  error.message = "it was switched off, but not on again: " + error.message;
  return error;
}

Error CancelledWhileOff() {
  return {ErrorKind::kCancelled,
          "cancelled before it was switched on again; it is off"};
}

}  // namespace pdukit::client
