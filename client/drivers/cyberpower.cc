// Facts: CPS-MIB 2.9. The only capture with the sysObjectID of these PDUs is of
// a UPS.
#include "client/drivers/cyberpower.h"

#include <optional>
#include <vector>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Epdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 3808, 1, 1, 3};
  return oid;
}

Oid OutletStatus(std::uint32_t column) {
  return Epdu().Child(Oid{3, 5, 1, 1, column});
}
Oid OutletDev(std::uint32_t object) {
  return Epdu().Child(Oid{3, 1, object, 0});
}
Oid Load(std::uint32_t column) { return Epdu().Child(Oid{2, 3, 1, 1, column}); }

constexpr std::uint32_t kMonitoredOutlets = 5;
constexpr std::uint32_t kOutletPhase = 3;
constexpr std::uint32_t kOutletBank = 6;
constexpr std::uint32_t kLoadPhase = 4;
constexpr std::uint32_t kLoadBank = 5;  // 0 in the rows of phases

void AddOutlet(const OutletRow& outlet, std::vector<Meter>& meters) {
  const auto at = [&outlet](std::uint32_t column) {
    return Column::Scalar(OutletStatus(column).Child(outlet.index));
  };
  meters.insert(meters.end(),
                {{&PowerReading::current, MeterPlace::kOutlet, at(7), 1},
                 {&PowerReading::active_power, MeterPlace::kOutlet, at(8)},
                 {&PowerReading::energy, MeterPlace::kOutlet, at(13), -2}});
}

// A row of ePDULoadStatusTable, which has the phases and then the banks.
Result<void> AddLoad(SnmpSession& session, MeterPlace place,
                     std::int64_t number, const std::vector<Match>& matches,
                     std::vector<Meter>& meters) {
  if (number <= 0) {
    return {};
  }
  Result<std::optional<Oid>> row = FindRow(session, matches);
  if (!row.ok()) {
    return row.error();
  }
  if (!row->has_value()) {
    return {};
  }
  const std::string source =
      std::string(ToString(place)) + " " + std::to_string(number);
  const auto add = [&](std::optional<Measurement> PowerReading::*quantity,
                       std::uint32_t column, int digits) {
    meters.push_back({quantity, place,
                      Column::Scalar(Load(column).Child(**row)), digits,
                      Column(), source});
  };
  add(&PowerReading::current, 2, 1);
  add(&PowerReading::voltage, 6, 1);
  add(&PowerReading::active_power, 7, 0);
  add(&PowerReading::apparent_power, 8, 0);
  add(&PowerReading::power_factor, 9, 2);
  add(&PowerReading::energy, 10, -2);
  return {};
}

// unverified: whether units that do not monitor their outlets serve zeros for
// them, as APC's do; so ePDUOutletDevMonitoredOutlets decides.
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  const Oid phase = OutletStatus(kOutletPhase).Child(outlet.index);
  const Oid bank = OutletStatus(kOutletBank).Child(outlet.index);
  Result<Cells> cells =
      Cells::Get(session, {OutletDev(kMonitoredOutlets), phase, bank});
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<Meter> meters = {
      {&PowerReading::voltage, MeterPlace::kUnit,
       Column::Scalar(Epdu().Child(Oid{5, 7, 0})), 1},
      {&PowerReading::frequency, MeterPlace::kUnit,
       Column::Scalar(Epdu().Child(Oid{5, 8, 0})), 1},
  };
  if (cells->Number(OutletDev(kMonitoredOutlets)).value_or(0) >=
      outlet.number) {
    AddOutlet(outlet, meters);
  }
  const std::int64_t banks = cells->Number(bank).value_or(0);
  const std::int64_t phases = cells->Number(phase).value_or(0);
  Result<void> added = AddLoad(session, MeterPlace::kBank, banks,
                               {{Load(kLoadBank), banks}}, meters);
  if (added.ok()) {
    added = AddLoad(session, MeterPlace::kPhase, phases,
                    {{Load(kLoadPhase), phases}, {Load(kLoadBank), 0}}, meters);
  }
  return added.ok() ? ReadMeters(session, meters, {-1, 0xFFFFFFFF}, outlet)
                    : added.error();
}

// The tables of all outlets, banks and phases.
std::vector<MeterTable> Tables() {
  MeterTable outlets;
  outlets.place = MeterPlace::kOutlet;
  outlets.quantities = {{&PowerReading::current, OutletStatus(7), 1},
                        {&PowerReading::active_power, OutletStatus(8)},
                        {&PowerReading::energy, OutletStatus(13), -2}};
  outlets.row_count = OutletDev(kMonitoredOutlets);

  MeterTable banks;
  banks.place = MeterPlace::kBank;
  banks.quantities = {{&PowerReading::current, Load(2), 1},
                      {&PowerReading::voltage, Load(6), 1},
                      {&PowerReading::active_power, Load(7)},
                      {&PowerReading::apparent_power, Load(8)},
                      {&PowerReading::power_factor, Load(9), 2},
                      {&PowerReading::energy, Load(10), -2}};
  MeterTable phases = banks;
  banks.number = Load(kLoadBank);
  phases.place = MeterPlace::kPhase;
  phases.number = Load(kLoadPhase);
  phases.where = Load(kLoadBank);
  phases.where_values = {0};

  MeterTable unit;
  unit.place = MeterPlace::kUnit;
  unit.quantities = {{&PowerReading::voltage, Epdu().Child(Oid{5, 7}), 1},
                     {&PowerReading::frequency, Epdu().Child(Oid{5, 8}), 1}};
  return {outlets, banks, phases, unit};
}

}  // namespace

Family Cyberpower() {
  Family family;
  family.name = "cyberpower";
  family.sys_object_ids = {Epdu()};
  family.always_probe = true;  // A UPS has it too, by the capture.
  family.outlet_count = Epdu().Child(Oid{1, 8, 0});
  family.switched_count = OutletDev(3);
  family.name_column = OutletStatus(2);
  family.state = OutletStatus(4);
  family.states = {{1, PowerState::kOn}, {2, PowerState::kOff}};
  family.pending = OutletStatus(5);
  family.pending_value = 1;
  family.command = Epdu().Child(Oid{3, 3, 1, 1, 4});
  // pdudaemon has 4 for cancel, against the MIB.
  family.commands = {
      {OutletCommand::kOn, 1},         {OutletCommand::kOff, 2},
      {OutletCommand::kReboot, 3},     {OutletCommand::kDelayedOn, 4},
      {OutletCommand::kDelayedOff, 5}, {OutletCommand::kCancel, 7},
  };
  family.reboot_time = Epdu().Child(Oid{3, 4, 1, 1, 6});
  family.read = Read;
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
