// Facts: SCHLEIFENBAUER-DATABUS-MIB; values as in a capture of the unit 210,
// which is not switched.
#include "client/drivers/schleifenbauer.h"

#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

// Index unit.outlet, the unit by its address on the bus.
Oid Outlets(std::uint32_t table, std::uint32_t column) {
  return Oid{1, 3, 6, 1, 4, 1, 31034, 12, 1, 1, 2, 7, table, 1, column};
}

constexpr std::uint32_t kNames = 1;
constexpr std::uint32_t kMeters = 2;
constexpr std::uint32_t kSwitches = 3;

Result<Family> Adapt(SnmpSession& session, const Family& family) {
  return ListMeteredIfUnswitched(session, family, Outlets(kNames, 2));
}

}  // namespace

Family Schleifenbauer() {
  using R = PowerReading;
  const MeterPlace outlet = MeterPlace::kOutlet;
  Family family;
  family.name = "schleifenbauer";
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 31034}};
  family.adapt = Adapt;
  family.outlet_walk = Outlets(kSwitches, 2);
  family.other_probes = {Outlets(kNames, 2)};
  family.index_arcs = 2;
  // unverified: that names and meters count the outlets as the switches do.
  family.name_column = Outlets(kNames, 2);
  family.state = Outlets(kSwitches, 2);
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.pending = Outlets(kSwitches, 3);
  family.pending_value = 1;
  family.command = Outlets(kSwitches, 2);
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 1}};
  family.command_columns = {{OutletCommand::kReboot, {Outlets(kSwitches, 6)}}};
  // For ten seconds.
  family.unlock = Outlets(kSwitches, 4);
  family.reboot_default = std::chrono::seconds(10);
  family.meters = {
      {&R::energy, outlet, Outlets(kMeters, 2), -3},
      {&R::power_factor, outlet, Outlets(kMeters, 4), 4},
      {&R::current, outlet, Outlets(kMeters, 5), 2},
      {&R::voltage, outlet, Outlets(kMeters, 7), 2},
      {&R::apparent_power, outlet, Outlets(kMeters, 10)},
      {&R::active_power, outlet, Outlets(kMeters, 11)},
  };
  return family;
}

}  // namespace pdukit::client
