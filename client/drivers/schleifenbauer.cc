// Facts: SCHLEIFENBAUER-DATABUS-MIB; values as in a capture of the unit 210,
// which is not switched.
#include "client/drivers/schleifenbauer.h"

#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

Oid Device(std::uint32_t branch, std::uint32_t table, std::uint32_t column) {
  return Oid{1, 3, 6, 1, 4, 1, 31034, 12, 1, 1, 2, branch, table, 1, column};
}

// Index unit.outlet, the unit by its address on the bus.
Oid Outlets(std::uint32_t table, std::uint32_t column) {
  return Device(7, table, column);
}

constexpr std::uint32_t kNames = 1;
constexpr std::uint32_t kMeters = 2;
constexpr std::uint32_t kSwitches = 3;

// Index unit.phase. Which outlets a phase feeds is not said.
MeterTable Inputs() {
  using R = PowerReading;
  MeterTable inputs;
  inputs.place = MeterPlace::kPhase;
  inputs.quantities = {
      {&R::energy, Device(6, 1, 2), -3},
      {&R::power_factor, Device(6, 1, 4), 4},
      {&R::current, Device(6, 1, 5), 2},
      {&R::voltage, Device(6, 1, 7), 2},
      {&R::apparent_power, Device(6, 1, 9)},
      {&R::active_power, Device(6, 1, 10)},
  };
  return inputs;
}

MeterTable OutletMeters() {
  using R = PowerReading;
  return MetersOfOutlets({
      {&R::energy, Outlets(kMeters, 2), -3},
      {&R::power_factor, Outlets(kMeters, 4), 4},
      {&R::current, Outlets(kMeters, 5), 2},
      {&R::voltage, Outlets(kMeters, 7), 2},
      {&R::apparent_power, Outlets(kMeters, 10)},
      {&R::active_power, Outlets(kMeters, 11)},
  });
}

Result<Family> Adapt(SnmpSession& session, const Family& family) {
  return ListMeteredIfUnswitched(session, family, Outlets(kNames, 2));
}

}  // namespace

Family Schleifenbauer() {
  Family family;
  family.name = "schleifenbauer";
  family.firmware = Device(1, 1, 2);
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
  family.meter_tables = {OutletMeters(), Inputs()};
  return family;
}

}  // namespace pdukit::client
