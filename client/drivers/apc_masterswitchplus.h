#ifndef PDUKIT_CLIENT_DRIVERS_APC_MASTERSWITCHPLUS_H_
#define PDUKIT_CLIENT_DRIVERS_APC_MASTERSWITCHPLUS_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// APC MasterSwitch plus: the masterswitchMSP branch of the PowerNet-MIB.
Family ApcMasterswitchplus();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_APC_MASTERSWITCHPLUS_H_
