#ifndef PDUKIT_CLIENT_DRIVERS_HPE_H_
#define PDUKIT_CLIENT_DRIVERS_HPE_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// HPE rack PDUs: the CPQPOWER-MIB. Of its generations, two can switch.
Family Hpe();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_HPE_H_
