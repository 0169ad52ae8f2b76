#ifndef PDUKIT_CLIENT_DRIVERS_RARITAN_PDU2_H_
#define PDUKIT_CLIENT_DRIVERS_RARITAN_PDU2_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Raritan PX2, PX3 and PX4: the PDU2-MIB, unit 1 of a chain.
Family RaritanPdu2();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_RARITAN_PDU2_H_
