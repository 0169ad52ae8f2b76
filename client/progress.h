#ifndef PDUKIT_CLIENT_PROGRESS_H_
#define PDUKIT_CLIENT_PROGRESS_H_

// What a long command is doing, for whoever wants to show it.

#include <chrono>
#include <cstdint>
#include <functional>

#include "base/clock.h"

namespace pdukit::client {

enum class ProgressPhase : std::uint8_t {
  kSwitchingOn,   // Sent, or about to be; waiting until it shows.
  kSwitchingOff,  // Likewise.
  kRebooting,     // Waiting for the device's own off and on.
  kScheduling,    // Waiting until a delayed command, or its cancel, shows.
  kWaiting,       // Between the off and the on of a cycle.
};

// "switching on", "switching off", "rebooting", "scheduling", "waiting".
const char* ToString(ProgressPhase phase);

struct Progress {
  ProgressPhase phase = ProgressPhase::kWaiting;
  // kWaiting: the rest of the wait. Else: until the command gives up.
  std::chrono::milliseconds remaining{0};
};

// Called in the thread of the command, never with a lock held.
using ProgressCallback = std::function<void(const Progress&)>;

// Lets `duration` pass on `clock`. With a callback it reports kWaiting at the
// start, about every 100 ms, and with 0 at the end. False if `cancelled`, asked
// as often, said so before. Both may be empty.
bool WaitWithProgress(Clock& clock, std::chrono::milliseconds duration,
                      const ProgressCallback& on_progress,
                      const std::function<bool()>& cancelled = {});

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_PROGRESS_H_
