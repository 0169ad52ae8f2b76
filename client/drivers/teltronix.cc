// Facts: the driver of OpenStack Ironic 21.4.4; no MIB and no capture.
#include "client/drivers/teltronix.h"

namespace pdukit::client {

Family Teltronix() {
  // unverified: whatever is not said here is not known.
  const Oid state = {1, 3, 6, 1, 4, 1, 23620, 1, 2, 2, 1, 4};
  Family family;
  family.name = "teltronix";
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 23620}};
  family.outlet_walk = state;
  family.state = state;
  family.states = {{1, PowerState::kOff}, {2, PowerState::kOn}};
  family.command = state;
  family.commands = {{OutletCommand::kOff, 1}, {OutletCommand::kOn, 2}};
  return family;
}

}  // namespace pdukit::client
