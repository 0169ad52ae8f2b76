#ifndef PDUKIT_CLIENT_DRIVERS_PLANET_H_
#define PDUKIT_CLIENT_DRIVERS_PLANET_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Planet IPM PDUs: the DIGIPDU-MIB.
Family Planet();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_PLANET_H_
