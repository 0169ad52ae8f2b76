#ifndef PDUKIT_CLIENT_DRIVERS_VERTIV_GEIST_H_
#define PDUKIT_CLIENT_DRIVERS_VERTIV_GEIST_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Vertiv Geist rack PDUs: the VERTIV-V5-MIB.
Family VertivGeist();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_VERTIV_GEIST_H_
