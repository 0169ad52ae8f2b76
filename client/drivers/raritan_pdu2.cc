#include "client/drivers/raritan_pdu2.h"

#include "client/drivers/outlet_meters.h"
#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

// Names and meanings are those of the PDU2-MIB. Rows begin with the pduId,
// which is 1 on a unit that is not chained.
const Oid& Raritan() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 13742, 6};
  return oid;
}

constexpr std::uint32_t kUnit = 1;

Oid UnitConfiguration(std::uint32_t column) {
  return Raritan().Child(Oid{3, 2, 2, 1, column, kUnit});
}

Oid OutletConfiguration(std::uint32_t column) {
  return Raritan().Child(Oid{3, 5, 3, 1, column, kUnit});
}

Oid OutletSwitch(std::uint32_t column) {
  return Raritan().Child(Oid{4, 1, 2, 1, column, kUnit});
}

// SensorTypeEnumeration, and where its reading goes.
struct Sensor {
  std::uint32_t type;
  std::optional<Measurement> PowerReading::*quantity;
};

constexpr Sensor kSensors[] = {
    {1, &PowerReading::current},         // rmsCurrent
    {4, &PowerReading::voltage},         // rmsVoltage
    {5, &PowerReading::active_power},    // activePower
    {6, &PowerReading::apparent_power},  // apparentPower
    {7, &PowerReading::power_factor},    // powerFactor
    {8, &PowerReading::energy},          // activeEnergy
    {23, &PowerReading::frequency},      // frequency
};

// The sensors of all rows, by their measurements' and configurations' tables.
// A value means nothing without its digits, which differ between models and
// firmwares.
MeterTable Sensors(MeterPlace place, const Oid& measurements,
                   const Oid& configuration) {
  MeterTable table;
  table.place = place;
  for (const Sensor& sensor : kSensors) {
    table.quantities.push_back({sensor.quantity,
                                measurements.Child(Oid{1, 4, kUnit}), 0,
                                sensor.type});
  }
  table.decimal_digits = configuration.Child(Oid{1, 7, kUnit});
  table.state = measurements.Child(Oid{1, 3, kUnit});
  return table;
}

MeterTable OutletSensors() {
  MeterTable table = Sensors(MeterPlace::kOutlet, Raritan().Child(Oid{5, 4, 3}),
                             Raritan().Child(Oid{3, 5, 4}));
  table.of_outlet.from_index = SameIndex;
  return table;
}

// Over-current protectors.
MeterTable ProtectorSensors() {
  return Sensors(MeterPlace::kBank, Raritan().Child(Oid{5, 3, 3}),
                 Raritan().Child(Oid{3, 4, 4}));
}

MeterTable InletSensors() {
  MeterTable table = Sensors(MeterPlace::kInlet, Raritan().Child(Oid{5, 2, 3}),
                             Raritan().Child(Oid{3, 3, 4}));
  // The only one there is: see Read.
  table.of_outlet.from_index = [](const Oid& /*index*/) { return Oid{1}; };
  return table;
}

// By outlet; by inlet on models that do not meter their outlets and have but
// one inlet.
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  Result<PowerReading> reading =
      ReadOutletMeters(session, {OutletSensors()}, {}, outlet);
  if (!reading.ok() || !reading->empty()) {
    return reading;
  }
  const Oid inlet_count = UnitConfiguration(2);
  Result<Cells> cells = Cells::Get(session, {inlet_count});
  if (!cells.ok()) {
    return cells.error();
  }
  return cells->Number(inlet_count) == 1
             ? ReadOutletMeters(session, {InletSensors()}, {}, outlet)
             : reading;
}

// outletPowerCyclingPowerOffPeriod, unless the outlet is set to use
// globalOutletPowerCyclingPowerOffPeriod; both in seconds.
Result<std::chrono::seconds> CyclePeriod(SnmpSession& session,
                                         const OutletRow& outlet) {
  const Oid own = OutletConfiguration(12).Child(outlet.index);
  const Oid use_global = OutletConfiguration(14).Child(outlet.index);
  const Oid global = UnitConfiguration(37);
  Result<Cells> cells = Cells::Get(session, {own, use_global, global});
  if (!cells.ok()) {
    return cells.error();
  }
  constexpr std::int64_t kTrue = 1;  // TruthValue
  const bool is_global = cells->Number(use_global).value_or(kTrue) == kTrue;
  return ToSeconds(cells->Number(is_global ? global : own),
                   std::chrono::hours(1));
}

}  // namespace

Family RaritanPdu2() {
  Family family;
  family.name = "raritan_pdu2";
  family.model = Raritan().Child(Oid{3, 2, 1, 1, 3});
  family.firmware = Raritan().Child(Oid{3, 2, 3, 1, 6});
  family.sys_object_ids = {Raritan()};
  family.outlet_count = UnitConfiguration(4);
  // The capture has the labels, but no count.
  family.outlet_walk = OutletConfiguration(2);
  family.command = OutletSwitch(2);
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 2}};
  family.state = OutletSwitch(3);
  family.states = {{7, PowerState::kOn}, {8, PowerState::kOff}};
  family.name_column = OutletConfiguration(3);
  family.writable_name = OutletConfiguration(3);
  family.label = OutletConfiguration(2);
  family.switchable = OutletConfiguration(28);
  family.switchable_values = {1};
  family.reboot_duration = CyclePeriod;
  family.read = Read;
  family.meter_tables = {OutletSensors(), ProtectorSensors(), InletSensors()};
  return family;
}

}  // namespace pdukit::client
