#ifndef PDUKIT_CLIENT_DRIVERS_EATON_EPDU_H_
#define PDUKIT_CLIENT_DRIVERS_EATON_EPDU_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Eaton ePDUs G2 and G3: the EATON-EPDU-MIB.
Family EatonEpdu();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_EATON_EPDU_H_
