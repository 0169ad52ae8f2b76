#ifndef PDUKIT_CLIENT_VERIFICATION_H_
#define PDUKIT_CLIENT_VERIFICATION_H_

#include <chrono>
#include <functional>
#include <string>

#include "base/result.h"
#include "client/drivers/outlet_row.h"
#include "client/power_client.h"
#include "client/progress.h"
#include "client/unit.h"

namespace pdukit::client {

// Whether something is still going to happen by itself.
inline bool IsPending(PowerState state) {
  return state == PowerState::kPendingOn || state == PowerState::kPendingOff;
}

// What an outlet should show after a command.
struct Goal {
  std::string command{};  // For the error: "on".
  ProgressPhase phase = ProgressPhase::kSwitchingOn;
  std::function<bool(PowerState)> reached{};
  std::chrono::milliseconds deadline{0};
  std::chrono::milliseconds poll_interval{0};
  // Called each time that this has passed without the goal; never if it is 0.
  std::chrono::milliseconds repeat_after{0};
  std::function<Result<void>()> repeat{};
};

// Reads the outlet's state at once and then at each interval until the goal is
// reached. Fails with kVerificationFailed at the deadline. Where a lenient
// family's state cannot be read, returns at once. Fails as `repeat` does.
Result<void> Await(const Unit& unit, const OutletRow& outlet, const Goal& goal);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_VERIFICATION_H_
