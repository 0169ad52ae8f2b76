// Facts: PowerNet-MIB v4.5.2; columns as in captures of a MasterSwitch with an
// AP9606 card and of an AP7902B.
#include "client/drivers/apc_masterswitch.h"

namespace pdukit::client {
namespace {

const Oid& Spdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 318, 1, 1, 4};
  return oid;
}

Oid OutletControl(std::uint32_t column) {
  return Spdu().Child(Oid{4, 2, 1, column});
}

}  // namespace

// No meters, and no cancel.
Family ApcMasterswitch() {
  const Oid products = {1, 3, 6, 1, 4, 1, 318, 1, 3, 4};
  Family family;
  family.name = "apc_masterswitch";
  family.model = Spdu().Child(Oid{1, 4});
  family.firmware = Spdu().Child(Oid{1, 2});
  family.sys_object_ids = {
      products.Child(1),  // masterSwitchV1
      products.Child(2),  // masterSwitchV2
      products.Child(6),  // masterSwitchrPDU2 serves this branch too
      products.Child(7),  // masterSwitchsPDU
      products.Child(8),  // masterSwitchrPDUB serves this branch too
  };
  family.outlet_count = Spdu().Child(Oid{4, 1, 0});
  // The capture of the AP9606 has the rows, but no count.
  family.outlet_walk = OutletControl(3);
  family.state = OutletControl(3);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.pending = OutletControl(2);
  family.pending_value = 1;
  family.name_column = OutletControl(4);
  family.command = OutletControl(3);
  // Firmware 1.x refuses the delayed ones.
  family.commands = {
      {OutletCommand::kOn, 1},         {OutletCommand::kOff, 2},
      {OutletCommand::kReboot, 3},     {OutletCommand::kDelayedOn, 5},
      {OutletCommand::kDelayedOff, 6},
  };
  family.reboot_time = Spdu().Child(Oid{5, 2, 1, 5});
  return family;
}

}  // namespace pdukit::client
