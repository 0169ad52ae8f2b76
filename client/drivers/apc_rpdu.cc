#include "client/drivers/apc_rpdu.h"

#include <map>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

// Names and meanings are those of the PowerNet-MIB.
const Oid& Rpdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 318, 1, 1, 12};
  return oid;
}

Oid Ident(std::uint32_t object) { return Rpdu().Child(Oid{1, object, 0}); }

Oid OutletDev(std::uint32_t object) {
  return Rpdu().Child(Oid{3, 1, object, 0});
}

Oid OutletStatus(std::uint32_t column) {
  return Rpdu().Child(Oid{3, 5, 1, 1, column});
}

Oid LoadStatus(std::uint32_t column) {
  return Rpdu().Child(Oid{2, 3, 1, 1, column});
}

constexpr std::uint32_t kLineToLineVoltage = 15;  // V; -1 on AP8xxx
constexpr std::uint32_t kPowerWatts = 16;
constexpr std::uint32_t kPowerFactor = 17;  // thousandths
constexpr std::uint32_t kPowerVa = 18;
constexpr std::uint32_t kMonitoredOutlets = 5;  // 0: metered by bank or phase
constexpr std::uint32_t kOutletPhase = 3;
constexpr std::uint32_t kOutletBank = 6;
constexpr std::uint32_t kOutletLoad = 7;  // tenths of A

constexpr int kTenths = 1;
constexpr int kThousandths = 3;

// A row of rPDULoadStatusTable: one for each phase, then one for each bank.
struct Load {
  std::optional<std::int64_t> tenths;
  Oid oid;  // Of the tenths.
  std::int64_t phase = 0;
  std::int64_t bank = 0;
};

Result<std::vector<Load>> ReadLoads(SnmpSession& session) {
  const Oid entry = Rpdu().Child(Oid{2, 3, 1, 1});
  Result<std::vector<Varbind>> cells = Walk(session, entry);
  if (!cells.ok()) {
    return cells.error();
  }
  std::map<std::uint32_t, Load> rows;
  for (const Varbind& cell : *cells) {
    if (cell.oid.size() != entry.size() + 2) {
      continue;
    }
    Load& load = rows[cell.oid[entry.size() + 1]];
    switch (cell.oid[entry.size()]) {
      case 2:
        load.tenths = cell.value.AsInt64();
        load.oid = cell.oid;
        break;
      case 4:
        load.phase = cell.value.AsInt64().value_or(0);
        break;
      case 5:
        load.bank = cell.value.AsInt64().value_or(0);
        break;
      default:
        break;
    }
  }
  std::vector<Load> loads;
  loads.reserve(rows.size());
  for (const auto& [index, load] : rows) {
    loads.push_back(load);
  }
  return loads;
}

// The current of the outlet's bank or, on a unit without banks, of its phase.
// An outlet between two phases (phase1-2(4) and beyond) has no row there.
Result<std::optional<Measurement>> SharedCurrent(SnmpSession& session,
                                                 std::int64_t bank,
                                                 std::int64_t phase) {
  Result<std::vector<Load>> loads = ReadLoads(session);
  if (!loads.ok()) {
    return loads.error();
  }
  for (const Load& load : *loads) {
    if (bank > 0 && load.bank == bank) {
      return Scaled(load.tenths, kTenths, "bank " + std::to_string(bank),
                    load.oid);
    }
  }
  for (const Load& load : *loads) {
    if (phase > 0 && load.phase == phase && load.bank == 0) {
      return Scaled(load.tenths, kTenths, "phase " + std::to_string(phase),
                    load.oid);
    }
  }
  return std::optional<Measurement>();
}

// Models that do not know a quantity serve it as -1.
std::optional<Measurement> UnitQuantity(const Cells& cells,
                                        std::uint32_t object, int digits) {
  const std::optional<std::int64_t> number = cells.Number(Ident(object));
  if (number.value_or(-1) < 0) {
    return std::nullopt;
  }
  return Scaled(number, digits, "unit", Ident(object));
}

// rPDU has neither frequency nor energy.
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  const Oid load = OutletStatus(kOutletLoad).Child(outlet.index);
  const Oid bank = OutletStatus(kOutletBank).Child(outlet.index);
  const Oid phase = OutletStatus(kOutletPhase).Child(outlet.index);
  Result<Cells> cells =
      Cells::Get(session, {Ident(kLineToLineVoltage), Ident(kPowerWatts),
                           Ident(kPowerFactor), Ident(kPowerVa),
                           OutletDev(kMonitoredOutlets), load, bank, phase});
  if (!cells.ok()) {
    return cells.error();
  }
  PowerReading reading;
  reading.voltage = UnitQuantity(*cells, kLineToLineVoltage, 0);
  reading.active_power = UnitQuantity(*cells, kPowerWatts, 0);
  reading.power_factor = UnitQuantity(*cells, kPowerFactor, kThousandths);
  reading.apparent_power = UnitQuantity(*cells, kPowerVa, 0);
  // Units that do not meter their outlets serve the column too, all zeros
  // (captures of an AP7902B and an AP8932).
  if (cells->Number(OutletDev(kMonitoredOutlets)).value_or(0) >=
      outlet.number) {
    reading.current = Scaled(cells->Number(load), kTenths,
                             "outlet " + std::to_string(outlet.number), load);
    return reading;
  }
  Result<std::optional<Measurement>> current =
      SharedCurrent(session, cells->Number(bank).value_or(0),
                    cells->Number(phase).value_or(0));
  if (!current.ok()) {
    return current.error();
  }
  reading.current = *current;
  return reading;
}

// rPDULoadStatusTable holds phases and banks, each with a 0 for the other.
std::vector<MeterTable> Tables() {
  MeterTable outlets;
  outlets.place = MeterPlace::kOutlet;
  outlets.quantities = {
      {&PowerReading::current, OutletStatus(kOutletLoad), kTenths}};
  outlets.row_count = OutletDev(kMonitoredOutlets);

  MeterTable banks;
  banks.place = MeterPlace::kBank;
  banks.quantities = {{&PowerReading::current, LoadStatus(2), kTenths}};
  banks.number = LoadStatus(5);

  MeterTable phases;
  phases.place = MeterPlace::kPhase;
  phases.quantities = {{&PowerReading::current, LoadStatus(2), kTenths}};
  phases.number = LoadStatus(4);
  phases.where = LoadStatus(5);
  phases.where_values = {0};

  const Oid ident = Rpdu().Child(1);
  MeterTable unit;
  unit.place = MeterPlace::kUnit;
  unit.quantities = {
      {&PowerReading::voltage, ident.Child(kLineToLineVoltage)},
      {&PowerReading::active_power, ident.Child(kPowerWatts)},
      {&PowerReading::power_factor, ident.Child(kPowerFactor), kThousandths},
      {&PowerReading::apparent_power, ident.Child(kPowerVa)}};
  return {outlets, banks, phases, unit};
}

}  // namespace

Family ApcRpdu() {
  const Oid products = {1, 3, 6, 1, 4, 1, 318, 1, 3, 4};
  Family family;
  family.name = "apc_rpdu";
  family.sys_object_ids = {
      products.Child(5),  // masterSwitchrPDU: AP78xx, AP79xx
      products.Child(6),  // masterSwitchrPDU2: AP8xxx
      products.Child(8),  // masterSwitchrPDUB: AP79xxB
  };
  family.outlet_count = Ident(8);
  family.switched_count = OutletDev(3);
  family.command = Rpdu().Child(Oid{3, 3, 1, 1, 4});
  family.commands = {
      {OutletCommand::kOn, 1},         {OutletCommand::kOff, 2},
      {OutletCommand::kReboot, 3},     {OutletCommand::kDelayedOn, 4},
      {OutletCommand::kDelayedOff, 5}, {OutletCommand::kCancel, 7},
  };
  family.state = OutletStatus(4);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.pending = OutletStatus(5);
  family.pending_value = 1;
  family.name_column = OutletStatus(2);
  // rPDUOutletConfigOutletName
  family.writable_name = Rpdu().Child(Oid{3, 4, 1, 1, 2});
  // rPDUOutletConfigRebootDuration, up to 60 s.
  family.reboot_time = Rpdu().Child(Oid{3, 4, 1, 1, 6});
  family.reboot_default = std::chrono::seconds(60);
  family.read = Read;
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
