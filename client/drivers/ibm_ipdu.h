#ifndef PDUKIT_CLIENT_DRIVERS_IBM_IPDU_H_
#define PDUKIT_CLIENT_DRIVERS_IBM_IPDU_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// IBM iPDUs and PDU+, with old and new firmware: the IBM-PDU-MIB.
Family IbmIpdu();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_IBM_IPDU_H_
