#ifndef PDUKIT_CLIENT_CLI_INTERRUPT_H_
#define PDUKIT_CLIENT_CLI_INTERRUPT_H_

#include "base/clock.h"

namespace pdukit::client {

// Lets time pass until `duration` is over: true, or until SIGINT or SIGTERM
// comes, or has come since the first call: false. From the first call on, these
// signals do nothing else.
bool PauseUnlessInterrupted(Clock::Duration duration);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_INTERRUPT_H_
