// Facts: Sentry4-MIB; scales as in a capture of a Switched PDU of two cords,
// which holds no outlets.
#include "client/drivers/servertech_sentry4.h"

#include <vector>

namespace pdukit::client {
namespace {

const Oid& Sentry() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 1718, 4, 1};
  return oid;
}

// Rows are unit.cord.outlet, and outlets count through all of a cord.
Oid OutletConfig(std::uint32_t column) {
  return Sentry().Child(Oid{8, 2, 1, column});
}
Oid OutletMonitor(std::uint32_t column) {
  return Sentry().Child(Oid{8, 3, 1, column});
}
Oid OutletControl(std::uint32_t column) {
  return Sentry().Child(Oid{8, 5, 1, column});
}

// The column of each table that holds its rows' IDs, "AA2" for example.
Oid Ids(std::uint32_t table) { return Sentry().Child(Oid{table, 2, 1, 2}); }
Oid Monitor(std::uint32_t table, std::uint32_t column) {
  return Sentry().Child(Oid{table, 3, 1, column});
}

constexpr std::uint32_t kCords = 3;
constexpr std::uint32_t kPhases = 5;
constexpr std::uint32_t kBranches = 7;
constexpr std::uint32_t kPhaseId = 30;   // Of an outlet.
constexpr std::uint32_t kBranchId = 32;  // Of an outlet.

// unverified: that phases and branches show their IDs in the same column as
// units, cords and outlets.
std::vector<MeterTable> Tables() {
  MeterTable outlets =
      MetersOfOutlets({{&PowerReading::current, OutletMonitor(3), 2},
                       {&PowerReading::voltage, OutletMonitor(6), 1},
                       {&PowerReading::active_power, OutletMonitor(7)},
                       {&PowerReading::apparent_power, OutletMonitor(9)},
                       {&PowerReading::power_factor, OutletMonitor(10), 2},
                       {&PowerReading::energy, OutletMonitor(14)}});

  MeterTable branches;
  branches.place = MeterPlace::kBank;
  branches.quantities = {{&PowerReading::current, Monitor(kBranches, 3), 2}};
  branches.of_outlet.keys = {{Ids(kBranches), OutletConfig(kBranchId)}};

  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = {{&PowerReading::voltage, Monitor(kPhases, 3), 1},
                       {&PowerReading::current, Monitor(kPhases, 6), 2},
                       {&PowerReading::active_power, Monitor(kPhases, 8)},
                       {&PowerReading::apparent_power, Monitor(kPhases, 9)},
                       {&PowerReading::power_factor, Monitor(kPhases, 10), 2},
                       {&PowerReading::energy, Monitor(kPhases, 13), -2}};
  phases.of_outlet.keys = {{Ids(kPhases), OutletConfig(kPhaseId)}};

  MeterTable cords;
  cords.place = MeterPlace::kInlet;
  cords.quantities = {{&PowerReading::active_power, Monitor(kCords, 3)},
                      {&PowerReading::apparent_power, Monitor(kCords, 5)},
                      {&PowerReading::power_factor, Monitor(kCords, 8), 2},
                      {&PowerReading::energy, Monitor(kCords, 10), -2},
                      {&PowerReading::frequency, Monitor(kCords, 11), 1}};
  cords.number = Ids(kCords);
  cords.of_outlet.from_index = [](const Oid& index) {
    return Oid{index[0], index[1]};
  };
  return {outlets, branches, phases, cords};
}

}  // namespace

Family ServertechSentry4() {
  Family family;
  family.name = "servertech_sentry4";
  family.model = Sentry().Child(Oid{2, 2, 1, 5});
  family.firmware = Sentry().Child(Oid{1, 1, 3});
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 1718, 4}};
  family.outlet_walk = OutletConfig(2);
  family.index_arcs = 3;
  family.label = OutletConfig(2);  // "AA1"
  family.name_column = OutletConfig(3);
  family.writable_name = OutletConfig(3);
  family.state = OutletMonitor(1);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.pending = OutletControl(1);
  family.pending_states = {{8, PowerState::kPendingOn},
                           {9, PowerState::kPendingOff}};
  family.pending_value = 12;  // reboot
  family.command = OutletControl(2);
  family.commands = {{OutletCommand::kOn, 1},
                     {OutletCommand::kOff, 2},
                     {OutletCommand::kReboot, 3}};
  family.switchable = OutletConfig(5);
  family.switchable_bit = 0;  // switched
  family.lock = OutletControl(1);
  family.locked_values = {14, 15};
  family.reboot_time = Column::Scalar(Sentry().Child(Oid{8, 1, 11, 0}));
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
