// Facts: VERTIV-V5-MIB of 2020-01-07; phases and unit as in a capture of an
// MG02E4W1, which is not switched. No capture holds outlets.
#include "client/drivers/vertiv_geist.h"

#include <optional>
#include <vector>

#include "client/drivers/readings.h"
#include "client/drivers/serves.h"

namespace pdukit::client {
namespace {

const Oid& Pdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 21239, 5, 2, 3};
  return oid;
}

Oid Main(std::uint32_t column) { return Pdu().Child(Oid{1, 1, column}); }
Oid Phase(std::uint32_t column) { return Pdu().Child(Oid{2, 1, column}); }
Oid Breaker(std::uint32_t column) { return Pdu().Child(Oid{3, 1, column}); }
Oid Switch(std::uint32_t column) { return Pdu().Child(Oid{5, 1, column}); }
Oid OutletMeter(std::uint32_t column) { return Pdu().Child(Oid{6, 1, column}); }

constexpr std::uint32_t kName = 2;   // The factory's, in every table.
constexpr std::uint32_t kLabel = 3;  // The user's, of an outlet.

struct Quantity {
  std::optional<Measurement> PowerReading::*field;
  std::uint32_t column;
  int digits;
};

// Outlets and phases hold the same columns.
std::vector<Quantity> RowQuantities() {
  return {{&PowerReading::voltage, 4, 1},
          {&PowerReading::current, 8, 2},
          {&PowerReading::active_power, 12, 0},
          {&PowerReading::apparent_power, 13, 0},
          {&PowerReading::power_factor, 14, 2},
          {&PowerReading::energy, 15, 0}};
}

std::vector<Quantity> UnitQuantities() {
  return {{&PowerReading::active_power, 9, 0},
          {&PowerReading::apparent_power, 10, 0},
          {&PowerReading::power_factor, 11, 2},
          {&PowerReading::energy, 12, 0}};
}

void Add(std::vector<Meter>& meters, MeterPlace place,
         Oid (*table)(std::uint32_t), const Oid& row,
         const std::vector<Quantity>& quantities) {
  for (const Quantity& quantity : quantities) {
    const std::string source =
        place == MeterPlace::kPhase ? "phase " + row.ToString() : "";
    meters.push_back({quantity.field, place,
                      Column::Scalar(table(quantity.column).Child(row)),
                      quantity.digits, Column(), source});
  }
}

// The index of the only row; nullopt if there are none or several.
Result<std::optional<Oid>> OnlyRow(SnmpSession& session, const Oid& column) {
  Result<std::vector<Varbind>> cells = Walk(session, column);
  if (!cells.ok()) {
    return cells.error();
  }
  if (cells->size() != 1) {
    return std::optional<Oid>();
  }
  const Oid& oid = cells->front().oid;
  return std::optional<Oid>(Oid{oid[oid.size() - 1]});
}

// Outlet meters have an index of their own.
// unverified: that it is the switch's on units that meter every outlet; so a
// row counts only if the factory's name is the same in both, or if it is the
// outlet's only one.
Result<bool> IsMetered(SnmpSession& session, const Oid& index) {
  const Oid switched = Switch(kName).Child(index);
  const Oid metered = OutletMeter(kName).Child(index);
  Result<Cells> cells = Cells::Get(session, {switched, metered});
  if (!cells.ok()) {
    return cells.error();
  }
  const Value& name = *cells->Find(metered);
  const Value& other = *cells->Find(switched);
  return !name.is_exception() && (other.is_exception() || name == other);
}

// The MIB does not say which phase or unit an outlet is on: these count only
// where there is but one.
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  Result<bool> metered = IsMetered(session, outlet.index);
  if (!metered.ok()) {
    return metered.error();
  }
  Result<std::optional<Oid>> phase = OnlyRow(session, Phase(kName));
  if (!phase.ok()) {
    return phase.error();
  }
  Result<std::optional<Oid>> unit = OnlyRow(session, Main(3));
  if (!unit.ok()) {
    return unit.error();
  }
  std::vector<Meter> meters;
  if (*metered) {
    Add(meters, MeterPlace::kOutlet, OutletMeter, outlet.index,
        RowQuantities());
  }
  if (phase->has_value()) {
    Add(meters, MeterPlace::kPhase, Phase, **phase, RowQuantities());
  }
  if (unit->has_value()) {
    Add(meters, MeterPlace::kUnit, Main, **unit, UnitQuantities());
  }
  return ReadMeters(session, meters, {0xFFFFFFFF}, outlet);
}

MeterTable WholeTable(MeterPlace place, Oid (*table)(std::uint32_t),
                      const std::vector<Quantity>& quantities) {
  MeterTable whole;
  whole.place = place;
  for (const Quantity& quantity : quantities) {
    whole.quantities.push_back(
        {quantity.field, table(quantity.column), quantity.digits});
  }
  return whole;
}

std::vector<MeterTable> Tables() {
  MeterTable outlets =
      WholeTable(MeterPlace::kOutlet, OutletMeter, RowQuantities());
  outlets.same = {OutletMeter(kName), Switch(kName)};  // As in IsMetered.
  return {outlets,
          WholeTable(MeterPlace::kBank, Breaker,
                     {{&PowerReading::current, 4, 2},
                      {&PowerReading::voltage, 8, 1},
                      {&PowerReading::active_power, 12, 0}}),
          WholeTable(MeterPlace::kPhase, Phase, RowQuantities()),
          WholeTable(MeterPlace::kUnit, Main, UnitQuantities())};
}

// Units that are not switched may meter their outlets all the same.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  Result<Family> adapted =
      ListMeteredIfUnswitched(session, family, OutletMeter(kName));
  if (adapted.ok() && adapted->commands.empty()) {
    adapted->name_column = OutletMeter(kLabel);
  }
  return adapted;
}

}  // namespace

Family VertivGeist() {
  Family family;
  family.name = "vertiv_geist";
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 21239, 42, 1}};
  // unverified: whether others than PDUs have it.
  family.always_probe = true;
  family.other_probes = {Main(3)};
  family.adapt = Adapt;
  family.outlet_walk = Switch(4);
  family.state = Switch(4);
  family.states = {{1, PowerState::kOn},         {2, PowerState::kOff},
                   {3, PowerState::kPendingOff},  // on2off
                   {4, PowerState::kPendingOn},   // off2on
                   {5, PowerState::kPendingOff},  // rebootOn
                   {6, PowerState::kPendingOn}};  // rebootOff
  family.name_column = Switch(kLabel);
  family.command = Switch(6);
  family.commands = {
      {OutletCommand::kCancel, 1},     {OutletCommand::kOn, 2},
      {OutletCommand::kDelayedOn, 3},  {OutletCommand::kOff, 4},
      {OutletCommand::kDelayedOff, 5}, {OutletCommand::kReboot, 6},
  };
  family.reboot_time = Switch(11);
  family.read = Read;
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
