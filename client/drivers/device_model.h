#ifndef PDUKIT_CLIENT_DRIVERS_DEVICE_MODEL_H_
#define PDUKIT_CLIENT_DRIVERS_DEVICE_MODEL_H_

#include "base/result.h"
#include "client/device_model.h"
#include "client/drivers/family.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

// By Family::model and Family::firmware, without blanks around them. Sends
// nothing if the family has neither. Fails as SnmpSession does.
Result<DeviceModel> ReadDeviceModel(SnmpSession& session, const Family& family);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_DEVICE_MODEL_H_
