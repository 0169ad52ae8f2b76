#ifndef PDUKIT_CLIENT_DRIVERS_LINDY_H_
#define PDUKIT_CLIENT_DRIVERS_LINDY_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Lindy 32657 and other PDUs by DigiPower: the DigiPower-PDU-MIB.
Family Lindy();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_LINDY_H_
