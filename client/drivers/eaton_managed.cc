// Facts: EATON-EPDU-MA-MIB; values as in a capture of a DBQ145412 with firmware
// 01.01.01.
#include "client/drivers/eaton_managed.h"

namespace pdukit::client {
namespace {

const Oid& Managed() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 534, 6, 6, 6, 1};
  return oid;
}

Oid Outlets(std::uint32_t column) {
  return Managed().Child(Oid{2, 2, 1, column});
}

Column Unit(std::uint32_t object) {
  return Column::Scalar(Managed().Child(Oid{3, 1, object, 0}));
}

std::vector<Meter> Meters() {
  return {
      {&PowerReading::current, MeterPlace::kOutlet, Outlets(4), 3},
      {&PowerReading::voltage, MeterPlace::kOutlet, Outlets(6)},
      {&PowerReading::active_power, MeterPlace::kOutlet, Outlets(7)},
      {&PowerReading::apparent_power, MeterPlace::kOutlet, Outlets(8)},
      {&PowerReading::power_factor, MeterPlace::kOutlet, Outlets(9), 2},
      {&PowerReading::current, MeterPlace::kUnit, Unit(1), 3},
      {&PowerReading::voltage, MeterPlace::kUnit, Unit(2)},
      {&PowerReading::active_power, MeterPlace::kUnit, Unit(3)},
      {&PowerReading::apparent_power, MeterPlace::kUnit, Unit(4)},
  };
}

// By the MIB voltages are in mV, and the unit's is; the captured device says V
// for its outlets. No mains have less than 1 V, or more than 1000 V.
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  constexpr double kMostVolts = 1000;
  Result<PowerReading> reading =
      ReadMeters(session, Meters(), {-1, 0xFFFFFFFF}, outlet);
  if (reading.ok() && reading->voltage.has_value() &&
      reading->voltage->value > kMostVolts) {
    reading->voltage->value /= 1000;
  }
  return reading;
}

}  // namespace

Family EatonManaged() {
  Family family;
  family.name = "eaton_managed";
  family.model = Managed().Child(Oid{1, 12});
  family.firmware = Managed().Child(Oid{1, 1});
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 534, 6, 6, 6}};
  // The device counts from 0, whatever the MIB says; the capture has the rows,
  // but no count.
  family.outlet_walk = Outlets(3);
  family.first_index = 0;
  family.name_column = Outlets(2);
  family.state = Outlets(3);
  family.states = {{0, PowerState::kOff},
                   {1, PowerState::kOn},
                   {2, PowerState::kPendingOn}};  // cycling
  family.command = Outlets(3);
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 2}};
  family.read = Read;
  return family;
}

}  // namespace pdukit::client
