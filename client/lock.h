#ifndef PDUKIT_CLIENT_LOCK_H_
#define PDUKIT_CLIENT_LOCK_H_

#include "base/result.h"
#include "client/drivers/outlet_command.h"
#include "client/drivers/outlet_row.h"
#include "client/unit.h"

namespace pdukit::client {

// Gives the command kLock or kUnlock, unless the outlet shows that already, and
// returns once it does. Fails with kUnsupported where the family has no such
// command, and otherwise as other commands do.
Result<void> SetLock(const Unit& unit, const OutletRow& outlet,
                     OutletCommand command);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_LOCK_H_
