// Facts: PDU-MIB of 2016-02-22; inlet values as in a capture of a Dominion PX
// with firmware 1.5.7.
#include "client/drivers/raritan_px1.h"

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Px() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 13742, 4, 1};
  return oid;
}

Oid Outlet(std::uint32_t column) { return Px().Child(Oid{2, 2, 1, column}); }

Oid Inlet(std::uint32_t column) { return Px().Child(Oid{20, 2, 1, column}); }

MeterTable OutletMeters() {
  return MetersOfOutlets({{&PowerReading::current, Outlet(4), 3},
                          {&PowerReading::voltage, Outlet(6), 3},
                          {&PowerReading::active_power, Outlet(7)},
                          {&PowerReading::apparent_power, Outlet(8)},
                          {&PowerReading::power_factor, Outlet(9), 2}});
}

// Which of several feeds an outlet is not told. The capture lacks inletCount,
// so the rows of inletPoleCount tell how many there are.
MeterTable InletMeters() {
  MeterTable inlets;
  inlets.place = MeterPlace::kInlet;
  inlets.quantities = {{&PowerReading::current, Inlet(7), 3},
                       {&PowerReading::voltage, Inlet(8), 3},
                       {&PowerReading::active_power, Inlet(9)},
                       {&PowerReading::apparent_power, Inlet(10)},
                       {&PowerReading::power_factor, Inlet(11), 2}};
  inlets.of_outlet.only_row_of = Inlet(3);
  return inlets;
}

// outletWattHours and inletActiveEnergy are 0 on units that do not meter
// energy.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  const Oid energy_support = Px().Child(Oid{1, 32, 0});
  Result<Cells> cells = Cells::Get(session, {energy_support});
  if (!cells.ok()) {
    return cells.error();
  }
  Family adapted = family;
  if (*cells->Find(energy_support) == Value::OctetString("Yes")) {
    adapted.meter_tables[0].quantities.push_back(
        {&PowerReading::energy, Outlet(31)});
    adapted.meter_tables[1].quantities.push_back(
        {&PowerReading::energy, Inlet(12)});
  }
  return adapted;
}

}  // namespace

Family RaritanPx1() {
  Family family;
  family.name = "raritan_px1";
  family.firmware = Px().Child(Oid{1, 1});
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 13742, 4}};
  family.adapt = Adapt;
  family.outlet_count = Px().Child(Oid{2, 1, 0});
  // The capture has the names, but neither count nor states.
  family.outlet_walk = Outlet(2);
  family.state = Outlet(3);
  family.states = {{0, PowerState::kOff},
                   {1, PowerState::kOn},
                   {2, PowerState::kPendingOn}};  // cycling
  family.name_column = Outlet(2);
  family.command = Outlet(3);
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 2}};
  family.meter_tables = {OutletMeters(), InletMeters()};
  return family;
}

}  // namespace pdukit::client
