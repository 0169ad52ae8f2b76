// Facts: TRIPPLITE-PRODUCTS of 2019-06-18 and TRIPPLITE-MIB; captures of a
// PDUMV30HVNETLX and of a PDUMH20ATNET, a transfer switch. The outlets of
// 850.10 are known from fence_apc_snmp alone.
#include "client/drivers/tripplite.h"

#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

Oid Tripplite(const Oid& node) {
  return Oid{1, 3, 6, 1, 4, 1, 850}.Child(node);
}

// tlpPdu and tlpAts have the same tables: 2 is the device, 3.2 its output, 3.3
// its outlets, 3.4 its circuits.
Oid Pdu() { return Tripplite({1, 1, 3, 2}); }
Oid Ats() { return Tripplite({1, 1, 3, 4}); }

Oid Outlets(const Oid& tree, std::uint32_t column) {
  return tree.Child(Oid{3, 3, 1, 1, column});
}

// Of PowerAlert 12; the outlet's number stands behind the device's, 1.
Oid OldDevice(std::uint32_t column) {
  return Tripplite({10, 2, 3, 5, 1, column});
}
// tlUpsOutletTable.
Oid OldOutlets(std::uint32_t column) {
  return Tripplite({100, 1, 10, 2, 1, column});
}

MeterTable OutletMeters(const Oid& tree) {
  return MetersOfOutlets({{&PowerReading::voltage, Outlets(tree, 7), 1},
                          {&PowerReading::current, Outlets(tree, 8), 2},
                          {&PowerReading::active_power, Outlets(tree, 9)},
                          {&PowerReading::power_factor, Outlets(tree, 19), 2},
                          {&PowerReading::apparent_power, Outlets(tree, 20)},
                          {&PowerReading::frequency, Outlets(tree, 22), 1}});
}

// Index device.circuit: tlpPduCircuit.
MeterTable CircuitMeters(const Oid& tree) {
  const Oid entry = tree.Child(Oid{3, 4, 1, 1});
  MeterTable circuits;
  circuits.place = MeterPlace::kBank;
  circuits.quantities = {{&PowerReading::voltage, entry.Child(3), 1},
                         {&PowerReading::current, entry.Child(4), 2},
                         {&PowerReading::active_power, entry.Child(8)}};
  circuits.of_outlet.last_arc = Outlets(tree, 16);
  return circuits;
}

// Index device.phase: tlpPduOutput. The phase of an outlet between two of them
// is above 3, and has no row.
MeterTable PhaseMeters(const Oid& tree) {
  const Oid entry = tree.Child(Oid{3, 2, 1, 1});
  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = {{&PowerReading::voltage, entry.Child(4), 1},
                       {&PowerReading::current, entry.Child(5), 2},
                       {&PowerReading::active_power, entry.Child(8)},
                       {&PowerReading::frequency, entry.Child(11), 1}};
  phases.of_outlet.last_arc = Outlets(tree, 17);
  return phases;
}

MeterTable DeviceMeters() {
  const Oid entry = Pdu().Child(Oid{2, 1, 1});
  MeterTable devices;
  devices.place = MeterPlace::kUnit;
  devices.quantities = {{&PowerReading::active_power, entry.Child(9)},
                        {&PowerReading::apparent_power, entry.Child(14)},
                        {&PowerReading::current, entry.Child(16), 2},
                        {&PowerReading::energy, entry.Child(17)}};
  devices.of_outlet.from_index = UnitIndex;
  return devices;
}

void UseTree(Family& family, const Oid& tree) {
  family.outlet_walk = Outlets(tree, 4);
  family.index_arcs = 2;
  family.state = Outlets(tree, 4);
  family.states = {{1, PowerState::kOff}, {2, PowerState::kOn}};
  family.command = Outlets(tree, 6);
  family.commands = {{OutletCommand::kOff, 1},
                     {OutletCommand::kOn, 2},
                     {OutletCommand::kReboot, 3}};
  family.name_column = Outlets(tree, 2);
  family.switchable = Outlets(tree, 5);
  family.switchable_values = {1};
  family.meter_tables = {OutletMeters(tree), CircuitMeters(tree),
                         PhaseMeters(tree)};
}

// State, command and name have the same numbers and values in both old trees.
void UseOldTree(Family& family, const Oid& table) {
  family.outlet_walk = table.Child(2);
  family.state = table.Child(2);
  family.command = table.Child(4);
  family.name_column = table.Child(5);
  family.switchable = Column();
  family.meter_tables.clear();
}

Result<Family> Adapt(SnmpSession& session, const Family& family) {
  for (const Oid& tree : {Pdu(), Ats(), OldDevice(2), OldOutlets(2)}) {
    Result<bool> is_there =
        Serves(session, tree.size() == Pdu().size() ? Outlets(tree, 4) : tree);
    if (!is_there.ok()) {
      return is_there.error();
    }
    if (!*is_there) {
      continue;
    }
    Family adapted = family;
    if (tree == Ats()) {
      UseTree(adapted, tree);
    } else if (tree == OldDevice(2)) {
      UseOldTree(adapted, Tripplite({10, 2, 3, 5, 1}));
      // unverified: whether it takes cycle(3).
      adapted.commands.erase(OutletCommand::kReboot);
    } else if (tree == OldOutlets(2)) {
      UseOldTree(adapted, Tripplite({100, 1, 10, 2, 1}));
      adapted.index_arcs = 1;
    }
    return adapted;
  }
  return family;
}

}  // namespace

Family Tripplite() {
  Family family;
  family.name = "tripplite";
  family.model = Tripplite({1, 1, 1, 2, 1, 5});
  family.firmware = Tripplite({1, 1, 2, 1, 1, 4});
  // UPSes have them too.
  family.sys_object_ids = {Tripplite(Oid{})};
  family.always_probe = true;
  family.other_probes = {Outlets(Ats(), 4), OldDevice(2), OldOutlets(2)};
  family.adapt = Adapt;
  UseTree(family, Pdu());
  family.meter_tables.push_back(DeviceMeters());
  return family;
}

}  // namespace pdukit::client
