#ifndef PDUKIT_CLIENT_DRIVERS_TRIPPLITE_H_
#define PDUKIT_CLIENT_DRIVERS_TRIPPLITE_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Tripp Lite PDUs and transfer switches with PowerAlert 15 and later, and
// outlets of the older PowerAlert 12.
Family Tripplite();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_TRIPPLITE_H_
