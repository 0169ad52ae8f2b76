#ifndef PDUKIT_CLIENT_DRIVERS_EATON_SWITCHED_H_
#define PDUKIT_CLIENT_DRIVERS_EATON_SWITCHED_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Eaton Switched ePDUs by Pulizzi, IPV3600 and IPC3600.
Family EatonSwitched();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_EATON_SWITCHED_H_
