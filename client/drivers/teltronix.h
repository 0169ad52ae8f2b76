#ifndef PDUKIT_CLIENT_DRIVERS_TELTRONIX_H_
#define PDUKIT_CLIENT_DRIVERS_TELTRONIX_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// PDUs of the enterprise 23620.
Family Teltronix();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_TELTRONIX_H_
