#ifndef PDUKIT_CLIENT_SUPPLIES_H_
#define PDUKIT_CLIENT_SUPPLIES_H_

// What becomes of a machine, from what became of each of its supplies.

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "client/power_client.h"

namespace pdukit::client {

// What one supply answered to a command.
struct SupplyOutcome {
  std::string supply{};  // "rack4 3"
  // Supplies of the same device may share a meter; empty: a device of its own.
  std::string device{};
  std::optional<Error> error{};
  PowerState state = PowerState::kUnknown;  // As last seen.
  PowerReading reading{};
};

// Nullopt if no supply failed. An error that all have stays as it is; else it
// has the kind of the first and names each supply: "1 of 2 supplies
// failed: rack5 3: no answer in 3 s; rack4 3 is on".
std::optional<Error> CombinedError(const std::vector<SupplyOutcome>& supplies);

// On if any supply is on, off only if all are. Fails if that hangs on a supply
// that failed.
Result<PowerState> CombinedState(const std::vector<SupplyOutcome>& supplies);

// Sums of current, power and energy where every supply has them, each meter
// counted once; voltage and frequency of the first that has them. Several have
// no power factor. Sources name the supply: "rack4 3: bank 1".
PowerReading CombinedReading(const std::vector<SupplyOutcome>& supplies);

// What a cycle fails with once the off was seen.
Error NotOnAgain(Error error);
Error CancelledWhileOff();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SUPPLIES_H_
