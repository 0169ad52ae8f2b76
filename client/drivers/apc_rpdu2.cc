// Facts: PowerNet-MIB v4.5.2; scales and the rows of a unit that meters its
// outlets as in a capture of an AP8641. No capture of a chained group.
#include "client/drivers/apc_rpdu2.h"

#include <optional>
#include <vector>

namespace pdukit::client {
namespace {

const Oid& Rpdu2() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 318, 1, 1, 26};
  return oid;
}

// The tables of switched outlets.
Oid Config(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 1, 1, column});
}
Oid Properties(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 2, 1, column});
}
Oid Status(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 3, 1, column});
}
Oid Control(std::uint32_t column) {
  return Rpdu2().Child(Oid{9, 2, 4, 1, column});
}

constexpr std::uint32_t kModule = 2;  // In every table.
constexpr std::uint32_t kNumber = 4;  // Of an outlet.
constexpr std::uint32_t kPhaseLayout = 5;
constexpr std::uint32_t kBank = 6;

// A table of what is metered, with a running index over all units of a group:
// the row is that of the unit, and of the number there, which is what `number`
// of an outlet's own objects holds.
MeterTable Numbered(MeterPlace place, const Oid& entry,
                    std::uint32_t number_column, const Column& number) {
  MeterTable table;
  table.place = place;
  table.unit = entry.Child(kModule);
  table.number = entry.Child(number_column);
  table.of_outlet.keys = {{table.unit, Status(kModule)},
                          {table.number, number}};
  return table;
}

// rPDU2OutletMeteredStatusTable. The MIB gives no unit for power: watts, by
// the capture's 163 at 0.9 A.
MeterTable Outlets() {
  const Oid entry = Rpdu2().Child(Oid{9, 4, 3, 1});
  MeterTable table =
      Numbered(MeterPlace::kOutlet, entry, kNumber, Status(kNumber));
  table.quantities = {{&PowerReading::current, entry.Child(6), 1},
                      {&PowerReading::active_power, entry.Child(7)},
                      {&PowerReading::energy, entry.Child(11), -2}};
  return table;
}

MeterTable Banks() {
  const Oid entry = Rpdu2().Child(Oid{8, 3, 1});
  MeterTable table = Numbered(MeterPlace::kBank, entry, 3, Properties(kBank));
  table.quantities = {{&PowerReading::current, entry.Child(5), 1}};
  return table;
}

// An outlet between two phases (seqPhase1ToPhase2(4) and beyond) is on none.
MeterTable Phases() {
  const Oid entry = Rpdu2().Child(Oid{6, 3, 1});
  MeterTable table =
      Numbered(MeterPlace::kPhase, entry, 3, Properties(kPhaseLayout));
  table.quantities = {{&PowerReading::current, entry.Child(5), 1},
                      {&PowerReading::voltage, entry.Child(6)},
                      {&PowerReading::active_power, entry.Child(7), -1},
                      {&PowerReading::apparent_power, entry.Child(8), -1},
                      {&PowerReading::power_factor, entry.Child(9), 2}};
  return table;
}

// rPDU2DeviceStatusTable, for units of one phase and more.
MeterTable Units() {
  const Oid entry = Rpdu2().Child(Oid{4, 3, 1});
  MeterTable table;
  table.place = MeterPlace::kUnit;
  table.quantities = {{&PowerReading::active_power, entry.Child(5), -1},
                      {&PowerReading::energy, entry.Child(9), -2},
                      {&PowerReading::apparent_power, entry.Child(16), -1},
                      {&PowerReading::power_factor, entry.Child(17), 2}};
  table.unit = entry.Child(kModule);
  table.of_outlet.keys = {{table.unit, Status(kModule)}};
  return table;
}

}  // namespace

Family ApcRpdu2() {
  const Oid products = {1, 3, 6, 1, 4, 1, 318, 1, 3, 4};
  Family family;
  family.name = "apc_rpdu2";
  family.model = Rpdu2().Child(Oid{2, 1, 8});
  family.firmware = Rpdu2().Child(Oid{2, 1, 6});
  family.sys_object_ids = {
      products.Child(6),  // masterSwitchrPDU2: AP8xxx, APDU9xxx
      products.Child(8),  // masterSwitchrPDUB: AP79xxB
  };
  family.outlet_walk = Status(5);
  family.unit = Status(kModule);
  family.position = Status(kNumber);
  family.state = Status(5);
  // The reverse of the command's numbers.
  family.states = {{1, PowerState::kOff}, {2, PowerState::kOn}};
  family.pending = Status(6);
  family.pending_value = 1;
  family.name_column = Status(3);
  family.writable_name = Config(3);  // rPDU2OutletSwitchedConfigName
  family.command = Control(5);
  family.commands = {
      {OutletCommand::kOn, 1},         {OutletCommand::kOff, 2},
      {OutletCommand::kReboot, 3},     {OutletCommand::kDelayedOn, 5},
      {OutletCommand::kDelayedOff, 6}, {OutletCommand::kCancel, 8},
  };
  family.reboot_time = Config(7);
  family.meter_tables = {Outlets(), Banks(), Phases(), Units()};
  return family;
}

}  // namespace pdukit::client
