#ifndef PDUKIT_CLIENT_DRIVERS_EMERSON_MPH_H_
#define PDUKIT_CLIENT_DRIVERS_EMERSON_MPH_H_

#include "client/drivers/family.h"

namespace pdukit::client {

// Emerson and Liebert MPH, MPX and MPH2 rack PDUs: the LIEBERT-GP-PDU-MIB.
Family EmersonMph();

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_EMERSON_MPH_H_
