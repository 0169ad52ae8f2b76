#ifndef PDUKIT_CLIENT_DRIVERS_CYBERPOWER_H_
#define PDUKIT_CLIENT_DRIVERS_CYBERPOWER_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// CyberPower Switched PDUs: the ePDU branch of the CPS-MIB.
Family Cyberpower();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_CYBERPOWER_H_
