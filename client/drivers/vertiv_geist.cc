// Facts: VERTIV-V5-MIB of 2020-01-07; phases and unit as in a capture of an
// MG02E4W1, which is not switched. No capture holds outlets.
#include "client/drivers/vertiv_geist.h"

#include <vector>

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

// Outlets and phases hold the same columns.
MeterTable Rows(MeterPlace place, Oid (*column)(std::uint32_t)) {
  MeterTable table;
  table.place = place;
  table.quantities = {{&PowerReading::voltage, column(4), 1},
                      {&PowerReading::current, column(8), 2},
                      {&PowerReading::active_power, column(12)},
                      {&PowerReading::apparent_power, column(13)},
                      {&PowerReading::power_factor, column(14), 2},
                      {&PowerReading::energy, column(15)}};
  return table;
}

// Outlet meters have an index of their own.
// unverified: that it is the switch's on units that meter every outlet; so a
// row counts only if the factory's name is the same in both, or if it is the
// outlet's only one. The MIB does not say which phase or unit an outlet is on:
// these count for an outlet only where there is but one.
std::vector<MeterTable> Tables() {
  MeterTable outlets = Rows(MeterPlace::kOutlet, OutletMeter);
  outlets.same = {OutletMeter(kName), Switch(kName)};
  outlets.of_outlet.from_index = SameIndex;

  MeterTable breakers;
  breakers.place = MeterPlace::kBank;
  breakers.quantities = {{&PowerReading::current, Breaker(4), 2},
                         {&PowerReading::voltage, Breaker(8), 1},
                         {&PowerReading::active_power, Breaker(12)}};

  MeterTable phases = Rows(MeterPlace::kPhase, Phase);
  phases.of_outlet.only_row_of = Phase(kName);

  MeterTable units;
  units.place = MeterPlace::kUnit;
  units.quantities = {{&PowerReading::active_power, Main(9)},
                      {&PowerReading::apparent_power, Main(10)},
                      {&PowerReading::power_factor, Main(11), 2},
                      {&PowerReading::energy, Main(12)}};
  units.of_outlet.only_row_of = Main(3);
  return {outlets, breakers, phases, units};
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
  family.model = Oid{1, 3, 6, 1, 4, 1, 21239, 5, 2, 1, 8};
  family.firmware = Oid{1, 3, 6, 1, 4, 1, 21239, 5, 2, 1, 2};
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
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
