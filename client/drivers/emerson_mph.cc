// Facts: LIEBERT-GP-PDU-MIB; values as in a capture of an MPH2 with firmware
// 0.4.6.29.
#include "client/drivers/emerson_mph.h"

namespace pdukit::client {
namespace {

const Oid& Pdu() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 476, 1, 42, 3, 8};
  return oid;
}

// Index pdu.branch.receptacle.
Oid Receptacles(std::uint32_t column) {
  return Pdu().Child(Oid{50, 20, 1, column});
}

// Index pdu.branch.
Oid Branches(std::uint32_t column) {
  return Pdu().Child(Oid{40, 20, 1, column});
}
// Index pdu.inlet, and pdu.inlet.line.
Oid Inlets(std::uint32_t column) { return Pdu().Child(Oid{30, 20, 1, column}); }
Oid Lines(std::uint32_t column) { return Pdu().Child(Oid{30, 40, 1, column}); }

// The finer of two scales comes first; older units have the other one alone.
MeterTable Outlets() {
  using R = PowerReading;
  return MetersOfOutlets({{&R::voltage, Receptacles(56), 1},
                          {&R::voltage, Receptacles(55)},
                          {&R::current, Receptacles(61), 2},
                          {&R::current, Receptacles(60), 1},
                          {&R::active_power, Receptacles(65)},
                          {&R::apparent_power, Receptacles(70)},
                          {&R::power_factor, Receptacles(75), 2},
                          {&R::frequency, Receptacles(80), 1},
                          {&R::energy, Receptacles(85), -2}});
}

MeterTable Banks() {
  using R = PowerReading;
  MeterTable table;
  table.place = MeterPlace::kBank;
  table.quantities = {
      {&R::energy, Branches(85), -2},       {&R::voltage, Branches(100), 1},
      {&R::active_power, Branches(115)},    {&R::apparent_power, Branches(120)},
      {&R::power_factor, Branches(125), 2}, {&R::current, Branches(130), 2}};
  table.of_outlet.from_index = [](const Oid& index) {
    return Oid{index[0], index[1]};
  };
  return table;
}

MeterTable Phases() {
  using R = PowerReading;
  MeterTable table;
  table.place = MeterPlace::kPhase;
  table.quantities = {{&R::voltage, Lines(19), 1},
                      {&R::voltage, Lines(20)},
                      {&R::current, Lines(22), 2},
                      {&R::current, Lines(21), 1}};
  table.number = Lines(15);
  return table;
}

// Without the power factor, which the captured device serves as 0.
MeterTable WholeInlets() {
  using R = PowerReading;
  MeterTable table;
  table.place = MeterPlace::kInlet;
  table.quantities = {{&R::energy, Inlets(50), -2},
                      {&R::active_power, Inlets(65)},
                      {&R::apparent_power, Inlets(90)}};
  return table;
}

}  // namespace

Family EmersonMph() {
  Family family;
  family.name = "emerson_mph";
  family.model = Inlets(20);
  family.firmware = Inlets(60);
  // Every Liebert card has it, a UPS's too.
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 476, 1, 42}};
  family.always_probe = true;
  family.outlet_walk = Receptacles(95);
  family.index_arcs = 3;
  family.label = Receptacles(25);
  family.name_column = Receptacles(10);
  family.state = Receptacles(95);
  family.states = {{1, PowerState::kOff},
                   {2, PowerState::kOn},
                   {3, PowerState::kPendingOn}};  // off-pending-on-delay
  family.command = Receptacles(100);
  family.commands = {{OutletCommand::kOff, 0},
                     {OutletCommand::kOn, 1},
                     {OutletCommand::kReboot, 2},
                     {OutletCommand::kLock, 2},
                     {OutletCommand::kUnlock, 1}};
  family.on_delay = Receptacles(220);
  family.off_delay = Receptacles(225);
  // measurement-and-control, control-only, current-measurement-and-control
  family.switchable = Receptacles(50);
  family.switchable_values = {3, 4, 6};
  family.lock = Receptacles(105);
  family.command_columns = {{OutletCommand::kLock, {Receptacles(105)}},
                            {OutletCommand::kUnlock, {Receptacles(105)}}};
  family.locked_values = {2};
  family.meter_tables = {Outlets(), Banks(), Phases(), WholeInlets()};
  return family;
}

}  // namespace pdukit::client
