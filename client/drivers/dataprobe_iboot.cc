// Facts: IBOOTPDU-MIB; values as in a capture of an iBoot-PDU8-2N15.
#include "client/drivers/dataprobe_iboot.h"

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Iboot() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 1418, 6};
  return oid;
}

// The instance of outlet 1 is 0.
Oid Outlets(std::uint32_t column) { return Iboot().Child(Oid{5, 1, column}); }

MeterTable Cord(const char* name, std::uint32_t voltage,
                std::uint32_t current) {
  MeterTable cord;
  cord.place = MeterPlace::kInlet;
  cord.quantities = {
      {&PowerReading::voltage, Iboot().Child(Oid{6, voltage}), 2},
      // unverified: hundredths of A, by its size.
      {&PowerReading::current, Iboot().Child(Oid{6, current}), 2}};
  cord.only_name = name;
  return cord;
}

// Which of two line cords feeds an outlet is not told.
Result<Family> Adapt(SnmpSession& session, const Family& family) {
  constexpr std::int64_t kOneCord = 0;
  const Oid cords = Iboot().Child(Oid{1, 7, 0});
  Result<Cells> cells = Cells::Get(session, {cords});
  if (!cells.ok()) {
    return cells.error();
  }
  Family adapted = family;
  adapted.meter_tables = {Cord("1", 1, 2)};
  if (cells->Number(cords) == kOneCord) {
    adapted.meter_tables[0].of_outlet.from_index = ScalarIndex;
  } else {
    adapted.meter_tables.push_back(Cord("2", 3, 4));
  }
  return adapted;
}

}  // namespace

Family DataprobeIboot() {
  Family family;
  family.name = "dataprobe_iboot";
  family.model = Iboot().Child(Oid{1, 4});
  family.firmware = Iboot().Child(Oid{1, 1});
  // Its sysObjectID is that of Net-SNMP on Linux.
  family.adapt = Adapt;
  family.outlet_walk = Outlets(6);
  family.first_index = 0;
  family.name_column = Outlets(2);
  // outletActualStatus, which a cycle switches, with outletStatus for what is
  // pending.
  family.state = Outlets(7);
  family.states = {{0, PowerState::kOff}, {1, PowerState::kOn}};
  family.pending = Outlets(6);
  family.pending_states = {{4, PowerState::kPendingOn}};
  family.command = Outlets(5);
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 2}};
  family.reboot_time = Outlets(4);
  return family;
}

}  // namespace pdukit::client
