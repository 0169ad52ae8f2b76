#ifndef PDUKIT_CLIENT_DRIVERS_DATAPROBE_IBOOT_H_
#define PDUKIT_CLIENT_DRIVERS_DATAPROBE_IBOOT_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Dataprobe iBoot-PDUs: the IBOOTPDU-MIB.
Family DataprobeIboot();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_DATAPROBE_IBOOT_H_
