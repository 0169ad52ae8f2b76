#ifndef PDUKIT_CLIENT_DRIVERS_ATEN_H_
#define PDUKIT_CLIENT_DRIVERS_ATEN_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// ATEN PE and eco PDUs: ATEN-PE-CFG.
Family Aten();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_ATEN_H_
