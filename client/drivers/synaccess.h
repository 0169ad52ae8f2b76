#ifndef PDUKIT_CLIENT_DRIVERS_SYNACCESS_H_
#define PDUKIT_CLIENT_DRIVERS_SYNACCESS_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Synaccess netBooters: the SYNSYS-MIB.
Family Synaccess();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_SYNACCESS_H_
