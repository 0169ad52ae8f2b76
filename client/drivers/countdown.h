#ifndef PDUKIT_CLIENT_DRIVERS_COUNTDOWN_H_
#define PDUKIT_CLIENT_DRIVERS_COUNTDOWN_H_

// Commands that are columns of their own, where what is written is how many
// seconds the device waits with them, and -1 cancels.
//
//   UseCountdowns(family, {Control(3), Control(4), Control(5), Control(10),
//                          Control(7)});

#include "client/drivers/family.h"
#include "snmp/oid.h"

namespace pdukit::client {

struct Countdown {
  Oid off{};
  Oid on{};
  Oid reboot{};
  // How long the outlet is set to wait with a delayed off and on, in seconds.
  // The device does nothing with the first one itself.
  Oid off_delay{};
  Oid on_delay{};
};

// Gives the family on, off, reboot, delayed on and off, and cancel. A delayed
// command fails with kUnsupported where the outlet has no delay, or never.
void UseCountdowns(Family& family, const Countdown& columns);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_COUNTDOWN_H_
