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

Column Inlet(std::uint32_t column) {
  return Column::Scalar(Px().Child(Oid{20, 2, 1, column, 1}));
}

Meter InletMeter(std::optional<Measurement> PowerReading::*quantity,
                 std::uint32_t column, int digits) {
  return {quantity, MeterPlace::kInlet, Inlet(column),
          digits,   Column(),           "inlet 1"};
}

// outletWattHours is 0 on units that do not meter energy, and which inlet feeds
// an outlet is only known where there is one. The capture lacks inletCount, so
// the rows of inletPoleCount tell.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  const Oid energy_support = Px().Child(Oid{1, 32, 0});
  const Oid first_inlet = Inlet(3).At({});
  const Oid second_inlet = Px().Child(Oid{20, 2, 1, 3, 2});
  Result<Cells> cells =
      Cells::Get(session, {energy_support, first_inlet, second_inlet});
  if (!cells.ok()) {
    return cells.error();
  }
  Family adapted = family;
  if (*cells->Find(energy_support) == Value::OctetString("Yes")) {
    adapted.meters.push_back(
        {&PowerReading::energy, MeterPlace::kOutlet, Outlet(31)});
  }
  if (cells->Number(first_inlet) && !cells->Number(second_inlet)) {
    adapted.meters.insert(adapted.meters.end(),
                          {InletMeter(&PowerReading::current, 7, 3),
                           InletMeter(&PowerReading::voltage, 8, 3),
                           InletMeter(&PowerReading::active_power, 9, 0),
                           InletMeter(&PowerReading::apparent_power, 10, 0),
                           InletMeter(&PowerReading::power_factor, 11, 2)});
  }
  return adapted;
}

}  // namespace

Family RaritanPx1() {
  Family family;
  family.name = "raritan_px1";
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
  family.meters = {
      {&PowerReading::current, MeterPlace::kOutlet, Outlet(4), 3},
      {&PowerReading::voltage, MeterPlace::kOutlet, Outlet(6), 3},
      {&PowerReading::active_power, MeterPlace::kOutlet, Outlet(7)},
      {&PowerReading::apparent_power, MeterPlace::kOutlet, Outlet(8)},
      {&PowerReading::power_factor, MeterPlace::kOutlet, Outlet(9), 2},
  };
  return family;
}

}  // namespace pdukit::client
