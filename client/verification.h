#ifndef PDUKIT_CLIENT_VERIFICATION_H_
#define PDUKIT_CLIENT_VERIFICATION_H_

#include <chrono>
#include <functional>
#include <string>

#include "base/clock.h"
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

// Whether the device may answer otherwise next time: silence, and what makes no
// sense.
bool IsPassing(ErrorKind kind);

// What an outlet should show after a command.
struct Goal {
  std::string command{};  // For the error: "on".
  ProgressPhase phase = ProgressPhase::kSwitchingOn;
  std::function<bool(PowerState)> reached{};
  Clock::TimePoint start{};  // Of the command.
  Clock::TimePoint end{};
  std::chrono::milliseconds poll_interval{0};
  // Gives up before the end once this has passed and nothing is pending; never
  // if it is 0.
  std::chrono::milliseconds patience{0};
};

// Reads the outlet's state at once and then at each interval until the goal is
// reached. Fails with kVerificationFailed at the end or out of patience, with
// kCancelled when the unit is; goes on after an error that passes. Where a
// lenient family's state cannot be read, returns at once.
Result<void> Await(const Unit& unit, const OutletRow& outlet, const Goal& goal);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_VERIFICATION_H_
