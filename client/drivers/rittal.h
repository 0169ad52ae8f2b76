#ifndef PDUKIT_CLIENT_DRIVERS_RITTAL_H_
#define PDUKIT_CLIENT_DRIVERS_RITTAL_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Rittal CMC III PDU Controllers: the RITTAL-CMC-III-MIB.
Family Rittal();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_RITTAL_H_
