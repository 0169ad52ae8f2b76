#ifndef PDUKIT_CLIENT_DRIVERS_SERVERTECH_SENTRY4_H_
#define PDUKIT_CLIENT_DRIVERS_SERVERTECH_SENTRY4_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Server Technology PRO1 and PRO2 PDUs: the Sentry4-MIB.
Family ServertechSentry4();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_SERVERTECH_SENTRY4_H_
