// Facts: NETIO-PRODUCTS-NETIO-MIB; no capture.
#include "client/drivers/netio.h"

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Products() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 47952, 1};
  return oid;
}

Oid Outputs(std::uint32_t column) {
  return Products().Child(Oid{1, 1, column});
}
Oid Unit(std::uint32_t object) { return Products().Child(Oid{2, object, 0}); }

std::vector<Meter> Meters() {
  using R = PowerReading;
  const MeterPlace outlet = MeterPlace::kOutlet;
  return {
      {&R::active_power, outlet, Outputs(25)},
      {&R::energy, outlet, Outputs(26)},
      {&R::current, outlet, Outputs(28), 3},
      {&R::power_factor, outlet, Outputs(29), 3},
      {&R::voltage, MeterPlace::kUnit, Column::Scalar(Unit(1)), 3},
      {&R::frequency, MeterPlace::kUnit, Column::Scalar(Unit(2)), 3},
  };
}

// All of it reads 0 where there is no meter; a unit that answers has a voltage.
Result<PowerReading> Read(SnmpSession& session, const OutletRow& outlet) {
  Result<PowerReading> reading =
      ReadMeters(session, Meters(), {-1, 0xFFFFFFFF}, outlet);
  if (reading.ok() &&
      (!reading->voltage.has_value() || reading->voltage->value <= 0)) {
    return PowerReading();
  }
  return reading;
}

}  // namespace

Family Netio() {
  Family family;
  family.name = "netio";
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 47952}};  // unverified
  family.outlet_walk = Outputs(3);
  family.name_column = Outputs(2);
  family.state = Outputs(3);
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.command = Outputs(5);
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 2}};  // reset
  family.read = Read;
  return family;
}

}  // namespace pdukit::client
