// Facts: Sentry3-MIB; ids and scales as in captures of Switched CDUs, none of
// which holds an outlet's state or command.
#include "client/drivers/servertech_sentry3.h"

#include <vector>

namespace pdukit::client {
namespace {

const Oid& Sentry() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 1718, 3};
  return oid;
}

// Rows are tower.infeed.outlet, and outlets begin anew on every infeed.
Oid Outlet(std::uint32_t column) {
  return Sentry().Child(Oid{2, 3, 1, column});
}

Oid Infeed(std::uint32_t column) {
  return Sentry().Child(Oid{2, 2, 1, column});
}

Oid Tower(std::uint32_t column) { return Sentry().Child(Oid{2, 1, 1, column}); }

std::vector<MeterTable> Tables() {
  MeterTable outlets =
      MetersOfOutlets({{&PowerReading::current, Outlet(7), 2},
                       {&PowerReading::voltage, Outlet(13), 1},
                       {&PowerReading::active_power, Outlet(14)},
                       {&PowerReading::apparent_power, Outlet(15)},
                       {&PowerReading::power_factor, Outlet(16), 2},
                       {&PowerReading::energy, Outlet(18)}});

  MeterTable infeeds;
  infeeds.place = MeterPlace::kInlet;
  infeeds.quantities = {{&PowerReading::current, Infeed(7), 2},
                        {&PowerReading::voltage, Infeed(11), 1},
                        {&PowerReading::active_power, Infeed(12)},
                        {&PowerReading::apparent_power, Infeed(13)},
                        {&PowerReading::power_factor, Infeed(14), 2},
                        {&PowerReading::energy, Infeed(16), -2}};
  infeeds.number = Infeed(2);  // "AA"
  infeeds.of_outlet.from_index = [](const Oid& index) {
    return Oid{index[0], index[1]};
  };

  MeterTable towers;
  towers.place = MeterPlace::kUnit;
  towers.quantities = {{&PowerReading::active_power, Tower(11)},
                       {&PowerReading::apparent_power, Tower(12)},
                       {&PowerReading::power_factor, Tower(13), 2},
                       {&PowerReading::energy, Tower(14), -3},
                       {&PowerReading::frequency, Tower(15)}};
  towers.of_outlet.from_index = [](const Oid& index) { return Oid{index[0]}; };
  return {outlets, infeeds, towers};
}

}  // namespace

Family ServertechSentry3() {
  Family family;
  family.name = "servertech_sentry3";
  family.model = Tower(7);
  family.firmware = Sentry().Child(Oid{1, 1});
  family.sys_object_ids = {Sentry()};
  family.outlet_walk = Outlet(2);
  family.index_arcs = 3;
  family.label = Outlet(2);  // "AA1"
  family.name_column = Outlet(3);
  family.writable_name = Outlet(3);
  family.state = Outlet(5);
  // The MIB does not say what the waiting states end in, and in the error and
  // fuse states the outlet is not as it was told to be: all unknown.
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.pending = Outlet(10);
  family.pending_states = {{10, PowerState::kPendingOn},
                           {11, PowerState::kPendingOff}};
  family.pending_value = 8;  // reboot
  family.command = Outlet(11);
  family.commands = {{OutletCommand::kOn, 1},
                     {OutletCommand::kOff, 2},
                     {OutletCommand::kReboot, 3}};
  family.switchable = Outlet(4);
  family.switchable_bit = 2;  // powerControl
  family.lock = Outlet(10);
  family.locked_values = {6, 7};
  family.reboot_time = Column::Scalar(Sentry().Child(Oid{1, 14, 0}));
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
