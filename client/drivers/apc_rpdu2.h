#ifndef PDUKIT_CLIENT_DRIVERS_APC_RPDU2_H_
#define PDUKIT_CLIENT_DRIVERS_APC_RPDU2_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// APC Rack PDUs with second-generation firmware, AP8xxx and AP79xxB: the rPDU2
// branch of the PowerNet-MIB.
Family ApcRpdu2();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_APC_RPDU2_H_
