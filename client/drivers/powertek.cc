// Facts: PWTv1-MIB; the capture of a PWT v3.10.6 has no outlets, and counts the
// energy of its inlets in Wh where the MIB says kWh.
#include "client/drivers/powertek.h"

#include <string>

#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

// pduPwrMonitoringOutlet; below it, each PDU of a chain has its tables, PDU A
// as 1.
const Oid& Pdus() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 42610, 1, 4, 4, 1, 6, 2};
  return oid;
}

// An outlet's index is {pdu, outlet}; table and column come in between.
template <std::uint32_t table, std::uint32_t column>
Column At() {
  return {Pdus(), [](const Oid& index) {
            return Oid{index[0], table, 1, column, index[1]};
          }};
}

// inletStatusTable: eight rows, whatever there are PDUs in the chain.
Oid Inlets(std::uint32_t column) {
  return {1, 3, 6, 1, 4, 1, 42610, 1, 4, 4, 1, 6, 1, 2, 1, column};
}

constexpr std::uint32_t kVoltageOfPhase1 = 15;

// An outlet's PDU, of its index.
Oid InletOf(const Oid& index) { return {index[0]}; }

Column OfInlet(std::uint32_t column) { return {Inlets(column), InletOf}; }

MeterTable InletTable() {
  MeterTable inlets;
  inlets.place = MeterPlace::kInlet;
  inlets.quantities = {{&PowerReading::active_power, Inlets(2), 1},
                       {&PowerReading::energy, Inlets(4)}};
  inlets.present = Inlets(kVoltageOfPhase1);
  inlets.of_outlet.from_index = InletOf;
  return inlets;
}

// One of the three phases, which have columns of their own.
MeterTable PhaseTable(std::uint32_t phase) {
  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = {
      {&PowerReading::current, Inlets(11 + phase), 2},
      {&PowerReading::voltage, Inlets(kVoltageOfPhase1 - 1 + phase), 1}};
  phases.present = Inlets(kVoltageOfPhase1 - 1 + phase);
  phases.number = Inlets(1);  // The inlet, from 0.
  for (std::int64_t inlet = 0; inlet < 8; ++inlet) {
    phases.names[inlet] =
        std::to_string(inlet + 1) + "." + std::to_string(phase);
  }
  return phases;
}

// unverified: whether outlets are counted from 0 or from 1.
Result<std::vector<OutletRow>> FindOutlets(SnmpSession& session) {
  constexpr std::uint32_t kMostPdus = 26;
  std::vector<OutletRow> rows;
  for (std::uint32_t pdu = 1; pdu <= kMostPdus; ++pdu) {
    const Oid states = Pdus().Child(Oid{pdu, 2, 1, 2});
    Result<std::vector<Varbind>> cells = Walk(session, states);
    if (!cells.ok()) {
      return cells.error();
    }
    if (cells->empty()) {
      break;
    }
    int position = 0;
    for (const Varbind& cell : *cells) {
      OutletRow row;
      row.number = static_cast<int>(rows.size()) + 1;
      row.index = {pdu, cell.oid[cell.oid.size() - 1]};
      row.label = std::string(1, static_cast<char>('A' + pdu - 1)) +
                  std::to_string(++position);
      rows.push_back(row);
    }
  }
  return rows;
}

// The captured device has inlets alone.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<bool> has_outlets = Serves(session, Pdus());
  if (!has_outlets.ok()) {
    return has_outlets.error();
  }
  if (*has_outlets) {
    return family;
  }
  Family adapted = Unswitched(family);
  adapted.find_rows = {};
  adapted.index_prefix = {1};
  adapted.meter_tables = {InletTable(), PhaseTable(1), PhaseTable(2),
                          PhaseTable(3)};
  return adapted;
}

std::vector<Meter> Meters() {
  using R = PowerReading;
  const MeterPlace outlet = MeterPlace::kOutlet;
  return {
      {&R::current, outlet, At<2, 3>(), 2},
      {&R::power_factor, outlet, At<2, 4>(), 3},
      {&R::active_power, outlet, At<2, 5>(), 1},
      {&R::energy, outlet, At<2, 6>(), -3},
      {&R::apparent_power, outlet, At<2, 9>(), 1},
      {&R::voltage, outlet, At<2, 10>(), 1},
      {&R::active_power, MeterPlace::kInlet, OfInlet(2), 1},
      {&R::energy, MeterPlace::kInlet, OfInlet(4)},
  };
}

}  // namespace

Family Powertek() {
  Family family;
  family.name = "powertek";
  family.firmware = Oid{1, 3, 6, 1, 4, 1, 42610, 1, 4, 4, 1, 1, 1};
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 42610, 1, 4, 4}};
  family.probe = Pdus();
  family.adapt = Adapt;
  family.find_rows = FindOutlets;
  family.state = At<2, 2>();
  family.states = {{1, PowerState::kOff}, {2, PowerState::kOn}};
  family.command = At<4, 2>();
  family.commands = {
      {OutletCommand::kOn, 2},     {OutletCommand::kDelayedOn, 3},
      {OutletCommand::kOff, 4},    {OutletCommand::kDelayedOff, 5},
      {OutletCommand::kReboot, 6},
  };
  family.name_column = At<3, 2>();
  family.reboot_time = At<3, 7>();
  family.meters = Meters();
  return family;
}

}  // namespace pdukit::client
