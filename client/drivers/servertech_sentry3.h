#ifndef PDUKIT_CLIENT_DRIVERS_SERVERTECH_SENTRY3_H_
#define PDUKIT_CLIENT_DRIVERS_SERVERTECH_SENTRY3_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Server Technology Switched and Smart CDUs: the Sentry3-MIB.
Family ServertechSentry3();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_SERVERTECH_SENTRY3_H_
