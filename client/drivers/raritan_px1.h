#ifndef PDUKIT_CLIENT_DRIVERS_RARITAN_PX1_H_
#define PDUKIT_CLIENT_DRIVERS_RARITAN_PX1_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Raritan Dominion PX, first generation: the PDU-MIB.
Family RaritanPx1();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_RARITAN_PX1_H_
