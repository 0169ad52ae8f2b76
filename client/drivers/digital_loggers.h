#ifndef PDUKIT_CLIENT_DRIVERS_DIGITAL_LOGGERS_H_
#define PDUKIT_CLIENT_DRIVERS_DIGITAL_LOGGERS_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Digital Loggers power controllers: the ENERGY-OBJECT-MIB (RFC 7460).
Family DigitalLoggers();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_DIGITAL_LOGGERS_H_
