#ifndef PDUKIT_CLIENT_CONVERGENCE_H_
#define PDUKIT_CLIENT_CONVERGENCE_H_

#include "base/clock.h"
#include "base/result.h"
#include "client/drivers/outlet_row.h"
#include "client/power_client.h"
#include "client/unit.h"

namespace pdukit::client {

// Sends on or off (`wanted`) and reads the outlet's state until it is so,
// whatever happens on the way: a lost request or answer, a command that was
// acknowledged and not carried out or carried out and answered with an error,
// a device that is away for a while. Sends again what has not come about, which
// is harmless, but not while something is pending, or before the outlet's own
// delay is over, which might begin anew. Nothing is sent after `end`, on top of
// which comes that delay.
//
// Fails at once where no other try would do better: nothing listens, the
// credentials are wrong or too weak, the outlet is locked or has no relay.
Result<void> Converge(const Unit& unit, const OutletRow& outlet,
                      PowerState wanted, Clock::TimePoint end);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONVERGENCE_H_
