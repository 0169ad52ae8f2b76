#ifndef PDUKIT_CLIENT_DRIVERS_POWERTEK_H_
#define PDUKIT_CLIENT_DRIVERS_POWERTEK_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Powertek PDUs: the PWTv1-MIB.
Family Powertek();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_POWERTEK_H_
