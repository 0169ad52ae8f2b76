// Facts: PowerNet-MIB v4.5.2; scales and the rows of a unit that meters its
// outlets as in a capture of an AP8641. No capture of a chained group.
#include "client/drivers/apc_rpdu2.h"

#include <optional>
#include <utility>
#include <vector>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Rpdu2() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 318, 1, 1, 26};
  return oid;
}

// The tables of switched outlets.
Oid Config(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 1, 1, column});
}
Oid Properties(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 2, 1, column});
}
Oid Status(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 3, 1, column});
}
Oid Control(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 4, 1, column});
}

constexpr std::uint32_t kModule = 2;  // In every table.
constexpr std::uint32_t kNumber = 4;  // Of an outlet.
constexpr std::uint32_t kPhaseLayout = 5;
constexpr std::uint32_t kBank = 6;

struct Quantity {
  std::optional<Measurement> PowerReading::*field;
  std::uint32_t column;
  int digits;
};

// A table of what is metered, with a running index over all units of a group:
// the row is that of the unit, and of the number there.
struct Table {
  MeterPlace place;
  Oid entry;
  std::uint32_t number_column;  // 0: a row for each unit.
  std::vector<Quantity> quantities;
};

// rPDU2OutletMeteredStatusTable. The MIB gives no unit for power: watts, by
// the capture's 163 at 0.9 A.
Table Outlets() {
  return {MeterPlace::kOutlet,
          Rpdu2().Child(Oid{9, 4, 3, 1}),
          kNumber,
          {{&PowerReading::current, 6, 1},
           {&PowerReading::active_power, 7, 0},
           {&PowerReading::energy, 11, -2}}};
}

Table Banks() {
  return {MeterPlace::kBank,
          Rpdu2().Child(Oid{8, 3, 1}),
          3,
          {{&PowerReading::current, 5, 1}}};
}

Table Phases() {
  return {MeterPlace::kPhase,
          Rpdu2().Child(Oid{6, 3, 1}),
          3,
          {{&PowerReading::current, 5, 1},
           {&PowerReading::voltage, 6, 0},
           {&PowerReading::active_power, 7, -1},
           {&PowerReading::apparent_power, 8, -1},
           {&PowerReading::power_factor, 9, 2}}};
}

// rPDU2DeviceStatusTable, for units of one phase and more.
Table Units() {
  return {MeterPlace::kUnit,
          Rpdu2().Child(Oid{4, 3, 1}),
          0,
          {{&PowerReading::active_power, 5, -1},
           {&PowerReading::energy, 9, -2},
           {&PowerReading::apparent_power, 16, -1},
           {&PowerReading::power_factor, 17, 2}}};
}

std::string Source(MeterPlace place, std::int64_t number) {
  const std::string text = ToString(place);
  switch (place) {
    case MeterPlace::kOutlet:
      return "";  // The reader's own.
    case MeterPlace::kUnit:
      return text;
    default:
      return text + " " + std::to_string(number);
  }
}

Result<void> Add(SnmpSession& session, const Table& table, std::int64_t module,
                 std::int64_t number, std::vector<Meter>& meters) {
  std::vector<Match> matches = {{table.entry.Child(kModule), module}};
  if (table.number_column != 0) {
    matches.push_back({table.entry.Child(table.number_column), number});
  }
  Result<std::optional<Oid>> row = FindRow(session, matches);
  if (!row.ok()) {
    return row.error();
  }
  if (row->has_value()) {
    for (const Quantity& quantity : table.quantities) {
      const Oid cell = table.entry.Child(quantity.column).Child(**row);
      meters.push_back({quantity.field, table.place, Column::Scalar(cell),
                        quantity.digits, Column(),
                        Source(table.place, number)});
    }
  }
  return {};
}

MeterTable WholeTable(const Table& table) {
  MeterTable whole;
  whole.place = table.place;
  for (const Quantity& quantity : table.quantities) {
    whole.quantities.push_back(
        {quantity.field, table.entry.Child(quantity.column), quantity.digits});
  }
  whole.unit = table.entry.Child(kModule);
  whole.number =
      table.number_column == 0 ? Oid() : table.entry.Child(table.number_column);
  return whole;
}

// An outlet between two phases (seqPhase1ToPhase2(4) and beyond) is on none.
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  const Oid module = Status(kModule).Child(outlet.index);
  const Oid number = Status(kNumber).Child(outlet.index);
  const Oid phase = Properties(kPhaseLayout).Child(outlet.index);
  const Oid bank = Properties(kBank).Child(outlet.index);
  Result<Cells> cells = Cells::Get(session, {module, number, phase, bank});
  if (!cells.ok()) {
    return cells.error();
  }
  const std::pair<Table, std::int64_t> wanted[] = {
      {Outlets(), cells->Number(number).value_or(0)},
      {Banks(), cells->Number(bank).value_or(0)},
      {Phases(), cells->Number(phase).value_or(0)},
      {Units(), 0}};
  std::vector<Meter> meters;
  for (const auto& [table, row] : wanted) {
    if (Result<void> added =
            Add(session, table, cells->Number(module).value_or(1), row, meters);
        !added.ok()) {
      return added.error();
    }
  }
  return ReadMeters(session, meters, {-1}, outlet);  // -1: notsupported
}

}  // namespace

Family ApcRpdu2() {
  const Oid products = {1, 3, 6, 1, 4, 1, 318, 1, 3, 4};
  Family family;
  family.name = "apc_rpdu2";
  family.sys_object_ids = {
      products.Child(6),  // masterSwitchrPDU2: AP8xxx, APDU9xxx
      products.Child(8),  // masterSwitchrPDUB: AP79xxB
  };
  family.outlet_walk = Status(5);
  family.unit = Status(kModule);
  family.position = Status(kNumber);
  family.state = Status(5);
  // The reverse of the command's numbers.
  family.states = {{1, PowerState::kOff}, {2, PowerState::kOn}};
  family.pending = Status(6);
  family.pending_value = 1;
  family.name_column = Status(3);
  family.writable_name = Config(3);  // rPDU2OutletSwitchedConfigName
  family.command = Control(5);
  family.commands = {
      {OutletCommand::kOn, 1},         {OutletCommand::kOff, 2},
      {OutletCommand::kReboot, 3},     {OutletCommand::kDelayedOn, 5},
      {OutletCommand::kDelayedOff, 6}, {OutletCommand::kCancel, 8},
  };
  family.reboot_time = Config(7);
  family.read = Read;
  family.meter_tables = {WholeTable(Outlets()), WholeTable(Banks()),
                         WholeTable(Phases()), WholeTable(Units())};
  return family;
}

}  // namespace pdukit::client
