#ifndef PDUKIT_CLIENT_DRIVERS_GUDE_H_
#define PDUKIT_CLIENT_DRIVERS_GUDE_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// GUDE Expert Power Controls and PDUs, each model with a MIB of its own.
Family Gude();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_GUDE_H_
