#ifndef PDUKIT_CLIENT_DRIVERS_APC_RPDU_H_
#define PDUKIT_CLIENT_DRIVERS_APC_RPDU_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// APC Switched Rack PDUs, AP7900 and later: the rPDU branch of the
// PowerNet-MIB.
Family ApcRpdu();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_APC_RPDU_H_
