#ifndef PDUKIT_CLIENT_DRIVERS_EMERSON_AVOCENT_H_
#define PDUKIT_CLIENT_DRIVERS_EMERSON_AVOCENT_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Avocent and Cyclades PM PDUs: the PM-MIB.
Family EmersonAvocent();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_EMERSON_AVOCENT_H_
