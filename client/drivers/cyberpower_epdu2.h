#ifndef PDUKIT_CLIENT_DRIVERS_CYBERPOWER_EPDU2_H_
#define PDUKIT_CLIENT_DRIVERS_CYBERPOWER_EPDU2_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// CyberPower PDUs that can be chained: the ePDU2 branch of the CPS-MIB.
Family CyberpowerEpdu2();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_CYBERPOWER_EPDU2_H_
