// Facts: PM-MIB; no capture. Layout and scales as ha-avocent-pdu found them on
// two chained PM3000.
#include "client/drivers/emerson_avocent.h"

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Power() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 10418, 17, 2, 5};
  return oid;
}

// Index port.pdu.outlet; the PDU itself is 1.1.
Oid Outlets(std::uint32_t column) { return Power().Child(Oid{5, 1, column}); }

// Of the outlet's PDU.
Column Pdu(std::uint32_t column) {
  return {Power().Child(Oid{3, 1, column}), [](const Oid& index) {
            return Oid{index[0], index[1]};
          }};
}

// A meter, and where it says how it comes by its value.
struct Sensor {
  Meter meter{};
  Column type{};
};

std::vector<Sensor> Sensors() {
  using R = PowerReading;
  const MeterPlace outlet = MeterPlace::kOutlet;
  const MeterPlace unit = MeterPlace::kUnit;
  return {
      {{&R::current, outlet, Outlets(50), 1}},
      {{&R::active_power, outlet, Outlets(60), 1}, Outlets(65)},
      {{&R::voltage, outlet, Outlets(70)}, Outlets(75)},
      {{&R::power_factor, outlet, Outlets(80), 2}, Outlets(85)},
      {{&R::energy, outlet, Outlets(105)}},
      {{&R::current, unit, Pdu(50), 1}},
      {{&R::active_power, unit, Pdu(60), 1}, Pdu(65)},
      {{&R::voltage, unit, Pdu(70)}, Pdu(75)},
      {{&R::power_factor, unit, Pdu(80), 2}, Pdu(85)},
      {{&R::energy, unit, Pdu(105)}},
  };
}

// Leaves out what has no sensor, none-sensor(0).
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  std::vector<Oid> types;
  for (const Sensor& sensor : Sensors()) {
    if (!sensor.type.empty()) {
      types.push_back(sensor.type.At(outlet.index));
    }
  }
  Result<Cells> cells = Cells::Get(session, types);
  if (!cells.ok()) {
    return cells.error();
  }
  std::vector<Meter> meters;
  for (const Sensor& sensor : Sensors()) {
    if (sensor.type.empty() ||
        cells->Number(sensor.type.At(outlet.index)) != 0) {
      meters.push_back(sensor.meter);
    }
  }
  return ReadMeters(session, meters, {-1, 0xFFFFFFFF}, outlet);
}

}  // namespace

Family EmersonAvocent() {
  Family family;
  family.name = "emerson_avocent";
  family.model = Oid{1, 3, 6, 1, 4, 1, 10418, 17, 2, 1, 2};
  family.firmware = Oid{1, 3, 6, 1, 4, 1, 10418, 17, 2, 1, 7};
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 10418, 17, 1}};
  family.outlet_walk = Outlets(5);
  family.index_arcs = 3;
  family.name_column = Outlets(4);
  family.state = Outlets(5);
  // tripped(12) may be on or off, and notSet(9) either.
  family.states = {{1, PowerState::kOff},        {2, PowerState::kOn},
                   {3, PowerState::kOff},        {4, PowerState::kOn},
                   {5, PowerState::kPendingOn},   // offCycle
                   {6, PowerState::kPendingOff},  // onPendingOff
                   {7, PowerState::kPendingOn},   // offPendingOn
                   {8, PowerState::kPendingOff},  // onPendingCycle
                   {10, PowerState::kOn},         // onFixed
                   {11, PowerState::kOff}};       // offShutdown
  family.command = Outlets(6);
  family.commands = {{OutletCommand::kOn, 2},
                     {OutletCommand::kOff, 3},
                     {OutletCommand::kReboot, 4},
                     {OutletCommand::kLock, 5},
                     {OutletCommand::kUnlock, 6}};
  // Tenths of a second.
  family.on_delay = Outlets(9);
  family.off_delay = Outlets(10);
  family.delay_digits = 1;
  // All but unsupported (0) and onFixed(10).
  family.switchable = Outlets(5);
  family.switchable_values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12};
  family.lock = Outlets(5);
  family.locked_values = {3, 4};
  family.read = Read;
  return family;
}

}  // namespace pdukit::client
