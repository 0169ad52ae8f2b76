#ifndef PDUKIT_CLIENT_DRIVERS_NETIO_H_
#define PDUKIT_CLIENT_DRIVERS_NETIO_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// NETIO 4x and PowerPDU: the NETIO-PRODUCTS-NETIO-MIB.
Family Netio();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_NETIO_H_
