#ifndef PDUKIT_CLIENT_DRIVERS_BAYTECH_MRP27_H_
#define PDUKIT_CLIENT_DRIVERS_BAYTECH_MRP27_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// BayTech RPC units, MRP27 among them: the Baytech-MIB.
Family BaytechMrp27();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_BAYTECH_MRP27_H_
