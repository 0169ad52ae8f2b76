#ifndef PDUKIT_CLIENT_DRIVERS_SCHLEIFENBAUER_H_
#define PDUKIT_CLIENT_DRIVERS_SCHLEIFENBAUER_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Schleifenbauer PDUs on a databus: the SCHLEIFENBAUER-DATABUS-MIB.
Family Schleifenbauer();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_SCHLEIFENBAUER_H_
