// Facts: CPS-MIB 2.9 and 2.13. No capture of a device is known.
#include "client/drivers/cyberpower_epdu2.h"

namespace pdukit::client {
namespace {

const Oid& Epdu2() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 3808, 1, 1, 6};
  return oid;
}

// One running index over all units of a chain.
Oid SwitchedStatus(std::uint32_t column) {
  return Epdu2().Child(Oid{6, 1, 4, 1, column});
}
Oid MeteredStatus(std::uint32_t column) {
  return Epdu2().Child(Oid{6, 2, 4, 1, column});
}

constexpr std::uint32_t kModule = 2;
constexpr std::uint32_t kNumber = 3;

// The index of metered outlets runs by itself: the row is that of the unit and
// of the number there.
MeterTable MeteredOutlets() {
  MeterTable outlets;
  outlets.place = MeterPlace::kOutlet;
  outlets.quantities = {{&PowerReading::current, MeteredStatus(6), 1},
                        {&PowerReading::active_power, MeteredStatus(7)},
                        {&PowerReading::energy, MeteredStatus(11), -2}};
  outlets.number = MeteredStatus(kNumber);
  outlets.unit = MeteredStatus(kModule);
  outlets.of_outlet.keys = {{MeteredStatus(kModule), SwitchedStatus(kModule)},
                            {MeteredStatus(kNumber), SwitchedStatus(kNumber)}};
  return outlets;
}

}  // namespace

// unverified: the sysObjectID of such a device.
Family CyberpowerEpdu2() {
  const Oid products = {1, 3, 6, 1, 4, 1, 3808, 1, 1};
  Family family;
  family.name = "cyberpower_epdu2";
  family.model = Epdu2().Child(Oid{2, 2, 1, 9});
  family.firmware = Epdu2().Child(Oid{2, 2, 1, 7});
  family.sys_object_ids = {products.Child(3), products.Child(6)};
  family.always_probe = true;
  family.outlet_walk = SwitchedStatus(5);
  family.unit = SwitchedStatus(kModule);
  family.position = SwitchedStatus(kNumber);
  family.name_column = SwitchedStatus(4);
  family.state = SwitchedStatus(5);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.pending = SwitchedStatus(6);
  family.pending_value = 1;
  family.command = Epdu2().Child(Oid{6, 1, 5, 1, 5});
  family.commands = {
      {OutletCommand::kOn, 1},         {OutletCommand::kOff, 2},
      {OutletCommand::kReboot, 3},     {OutletCommand::kDelayedOn, 4},
      {OutletCommand::kDelayedOff, 5}, {OutletCommand::kCancel, 7},
  };
  family.reboot_time = Epdu2().Child(Oid{6, 1, 2, 1, 7});
  family.meter_tables = {MeteredOutlets()};
  return family;
}

}  // namespace pdukit::client
