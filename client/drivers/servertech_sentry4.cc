// Facts: Sentry4-MIB; scales as in a capture of a Switched PDU of two cords,
// which holds no outlets.
#include "client/drivers/servertech_sentry4.h"

#include <cctype>
#include <cstddef>
#include <optional>
#include <vector>

#include "client/drivers/readings.h"

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

Column Cord(std::uint32_t column) {
  return {Sentry().Child(Oid{3, 3, 1, column}), [](const Oid& index) {
            return Oid{index[0], index[1]};
          }};
}

constexpr std::uint32_t kPhases = 5;
constexpr std::uint32_t kBranches = 7;
constexpr std::uint32_t kPhaseId = 30;   // Of an outlet.
constexpr std::uint32_t kBranchId = 32;  // Of an outlet.

const std::vector<Meter>& OutletAndCordMeters() {
  constexpr MeterPlace kOutlet = MeterPlace::kOutlet;
  constexpr MeterPlace kInlet = MeterPlace::kInlet;
  static const std::vector<Meter>& meters = *new std::vector<Meter>{
      {&PowerReading::current, kOutlet, OutletMonitor(3), 2},
      {&PowerReading::voltage, kOutlet, OutletMonitor(6), 1},
      {&PowerReading::active_power, kOutlet, OutletMonitor(7)},
      {&PowerReading::apparent_power, kOutlet, OutletMonitor(9)},
      {&PowerReading::power_factor, kOutlet, OutletMonitor(10), 2},
      {&PowerReading::energy, kOutlet, OutletMonitor(14)},
      {&PowerReading::active_power, kInlet, Cord(3)},
      {&PowerReading::apparent_power, kInlet, Cord(5)},
      {&PowerReading::power_factor, kInlet, Cord(8), 2},
      {&PowerReading::energy, kInlet, Cord(10), -2},
      {&PowerReading::frequency, kInlet, Cord(11), 1},
  };
  return meters;
}

// The row of the phase or branch that has this ID, "AA2" for example.
// unverified: that its number is the last arc of the row, and that column 2
// holds the ID, as it does for units, cords and outlets; so the row counts only
// if it shows the ID itself.
Result<std::optional<Oid>> FindById(SnmpSession& session, std::uint32_t table,
                                    const OutletRow& outlet, const Value& id) {
  const std::string* text = id.AsOctets();
  std::uint32_t number = 0;
  for (std::size_t i = 2; text != nullptr && i < text->size(); ++i) {
    const char digit = (*text)[i];
    if (std::isdigit(static_cast<unsigned char>(digit)) == 0 || i > 4) {
      return std::optional<Oid>();
    }
    number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  if (number == 0) {
    return std::optional<Oid>();
  }
  const Oid row = {outlet.index[0], outlet.index[1], number};
  const Oid own = Sentry().Child(Oid{table, 2, 1, 2}).Child(row);
  Result<Cells> cells = Cells::Get(session, {own});
  if (!cells.ok()) {
    return cells.error();
  }
  return *cells->Find(own) == id ? std::optional<Oid>(row) : std::nullopt;
}

Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  const Oid phase_id = OutletConfig(kPhaseId).Child(outlet.index);
  const Oid branch_id = OutletConfig(kBranchId).Child(outlet.index);
  Result<Cells> cells = Cells::Get(session, {phase_id, branch_id});
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<Meter> meters = OutletAndCordMeters();
  const auto add = [&meters](std::optional<Measurement> PowerReading::*quantity,
                             MeterPlace place, std::uint32_t table,
                             std::uint32_t column, int digits, const Oid& row) {
    const Oid cell = Sentry().Child(Oid{table, 3, 1, column}).Child(row);
    meters.push_back({quantity, place, Column::Scalar(cell), digits, Column(),
                      std::string(ToString(place)) + " " + row.ToString()});
  };
  Result<std::optional<Oid>> branch =
      FindById(session, kBranches, outlet, *cells->Find(branch_id));
  if (!branch.ok()) {
    return branch.error();
  }
  if (branch->has_value()) {
    add(&PowerReading::current, MeterPlace::kBank, kBranches, 3, 2, **branch);
  }
  Result<std::optional<Oid>> phase =
      FindById(session, kPhases, outlet, *cells->Find(phase_id));
  if (!phase.ok()) {
    return phase.error();
  }
  if (phase->has_value()) {
    add(&PowerReading::voltage, MeterPlace::kPhase, kPhases, 3, 1, **phase);
    add(&PowerReading::current, MeterPlace::kPhase, kPhases, 6, 2, **phase);
  }
  return ReadMeters(session, meters, {-1}, outlet);
}

Oid Monitor(std::uint32_t table, std::uint32_t column) {
  return Sentry().Child(Oid{table, 3, 1, column});
}

std::vector<MeterTable> Tables() {
  MeterTable outlets;
  outlets.place = MeterPlace::kOutlet;
  MeterTable cords;
  cords.place = MeterPlace::kInlet;
  cords.number = Sentry().Child(Oid{3, 2, 1, 2});  // "AA"
  for (const Meter& meter : OutletAndCordMeters()) {
    MeterTable& table = meter.place == MeterPlace::kOutlet ? outlets : cords;
    table.quantities.push_back(
        {meter.quantity, meter.column.base(), meter.digits});
  }

  MeterTable branches;
  branches.place = MeterPlace::kBank;
  branches.quantities = {{&PowerReading::current, Monitor(kBranches, 3), 2}};

  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = {{&PowerReading::voltage, Monitor(kPhases, 3), 1},
                       {&PowerReading::current, Monitor(kPhases, 6), 2},
                       {&PowerReading::active_power, Monitor(kPhases, 8)},
                       {&PowerReading::apparent_power, Monitor(kPhases, 9)},
                       {&PowerReading::power_factor, Monitor(kPhases, 10), 2},
                       {&PowerReading::energy, Monitor(kPhases, 13), -2}};
  return {outlets, branches, phases, cords};
}

}  // namespace

Family ServertechSentry4() {
  Family family;
  family.name = "servertech_sentry4";
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
  family.read = Read;
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
