#ifndef PDUKIT_CLIENT_DRIVERS_APC_MASTERSWITCH_H_
#define PDUKIT_CLIENT_DRIVERS_APC_MASTERSWITCH_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// APC MasterSwitch, and what newer units serve for its clients: the
// masterswitch branch of the PowerNet-MIB.
Family ApcMasterswitch();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_APC_MASTERSWITCH_H_
