// Facts: CPS-MIB 2.9. The only capture with the sysObjectID of these PDUs is of
// a UPS.
#include "client/drivers/cyberpower.h"

#include <vector>

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

// ePDULoadStatusTable has the phases and then the banks.
// unverified: whether units that do not monitor their outlets serve zeros for
// them, as APC's do; so ePDUOutletDevMonitoredOutlets decides.
std::vector<MeterTable> Tables() {
  MeterTable outlets =
      MetersOfOutlets({{&PowerReading::current, OutletStatus(7), 1},
                       {&PowerReading::active_power, OutletStatus(8)},
                       {&PowerReading::energy, OutletStatus(13), -2}});
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
  banks.of_outlet.keys = {{Load(kLoadBank), OutletStatus(kOutletBank)}};
  phases.place = MeterPlace::kPhase;
  phases.number = Load(kLoadPhase);
  phases.where = Load(kLoadBank);
  phases.where_values = {0};
  phases.of_outlet.keys = {{Load(kLoadPhase), OutletStatus(kOutletPhase)}};

  MeterTable unit;
  unit.place = MeterPlace::kUnit;
  unit.quantities = {{&PowerReading::voltage, Epdu().Child(Oid{5, 7}), 1},
                     {&PowerReading::frequency, Epdu().Child(Oid{5, 8}), 1}};
  unit.of_outlet.from_index = ScalarIndex;
  return {outlets, banks, phases, unit};
}

}  // namespace

Family Cyberpower() {
  Family family;
  family.name = "cyberpower";
  family.model = Epdu().Child(Oid{1, 5});
  family.firmware = Epdu().Child(Oid{1, 3});
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
  family.meter_tables = Tables();
  return family;
}

}  // namespace pdukit::client
