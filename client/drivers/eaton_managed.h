#ifndef PDUKIT_CLIENT_DRIVERS_EATON_MANAGED_H_
#define PDUKIT_CLIENT_DRIVERS_EATON_MANAGED_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Eaton Powerware Managed ePDUs (Aphel Revelation): the EATON-EPDU-MA-MIB.
Family EatonManaged();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_EATON_MANAGED_H_
