#ifndef PDUKIT_CLIENT_DRIVERS_ENLOGIC_H_
#define PDUKIT_CLIENT_DRIVERS_ENLOGIC_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// nVent Enlogic EN PDUs: ENLOGIC-PDU-MIB and ENLOGIC-PDU2-MIB.
Family Enlogic();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_ENLOGIC_H_
