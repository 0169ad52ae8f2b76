// Facts: SYNSYS-MIB; no capture.
#include "client/drivers/synaccess.h"

namespace pdukit::client {
namespace {

const Oid& Netbooter() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 21728, 3};
  return oid;
}

// The index of plug 1 is 0.
Oid Outlets(std::uint32_t column) {
  return Netbooter().Child(Oid{2, 1, 1, column});
}

}  // namespace

Family Synaccess() {
  Family family;
  family.name = "synaccess";
  family.model = Netbooter().Child(Oid{1, 1});
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 21728}};  // unverified
  family.outlet_count = Netbooter().Child(Oid{1, 3, 0});
  family.outlet_walk = Outlets(3);
  family.first_index = 0;
  family.name_column = Outlets(2);
  family.state = Outlets(3);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.command = Outlets(4);
  family.commands = {{OutletCommand::kOn, 1},
                     {OutletCommand::kOff, 2},
                     {OutletCommand::kReboot, 3}};
  // unverified: A.
  family.meters = {{&PowerReading::current, MeterPlace::kOutlet, Outlets(5)}};
  return family;
}

}  // namespace pdukit::client
