// Facts: PowerNet-MIB v4.5.2. No capture of a device is known.
#include "client/drivers/apc_masterswitchplus.h"

namespace pdukit::client {
namespace {

const Oid& Msp() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 318, 1, 1, 6};
  return oid;
}

Oid OutletStatus(std::uint32_t column) {
  return Msp().Child(Oid{7, 1, 1, column});
}

}  // namespace

// Rows are unit.outlet.
// unverified: fence_apc_snmp has unit.1.outlet, against the MIB; such rows are
// found as well.
Family ApcMasterswitchplus() {
  Family family;
  family.name = "apc_masterswitchplus";
  family.model = Msp().Child(Oid{1, 2, 1, 6});
  family.firmware = Msp().Child(Oid{1, 2, 1, 4});
  family.sys_object_ids = {
      {1, 3, 6, 1, 4, 1, 318, 1, 3, 4, 4}};  // masterSwitchMSP
  family.outlet_walk = OutletStatus(5);
  family.index_arcs = 2;
  family.state = OutletStatus(5);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.pending = OutletStatus(6);
  family.pending_value = 1;
  family.name_column = OutletStatus(4);
  family.command = Msp().Child(Oid{5, 1, 1, 5});
  // gracefulshutdownMSP(6) is no delayed off: the outlet comes on again.
  family.commands = {
      {OutletCommand::kOn, 1},     {OutletCommand::kDelayedOn, 2},
      {OutletCommand::kOff, 3},    {OutletCommand::kReboot, 5},
      {OutletCommand::kCancel, 8},
  };
  family.reboot_time = Msp().Child(Oid{6, 2, 1, 1, 13});
  return family;
}

}  // namespace pdukit::client
