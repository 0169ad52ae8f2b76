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

// Of the receptacle's branch.
Column Branch(std::uint32_t column) {
  return {Pdu().Child(Oid{40, 20, 1, column}), [](const Oid& index) {
            return Oid{index[0], index[1]};
          }};
}

// The finer of two scales comes first; older units have the other one alone.
std::vector<Meter> Meters() {
  using R = PowerReading;
  const MeterPlace outlet = MeterPlace::kOutlet;
  const MeterPlace bank = MeterPlace::kBank;
  return {
      {&R::voltage, outlet, Receptacles(56), 1},
      {&R::voltage, outlet, Receptacles(55)},
      {&R::current, outlet, Receptacles(61), 2},
      {&R::current, outlet, Receptacles(60), 1},
      {&R::active_power, outlet, Receptacles(65)},
      {&R::apparent_power, outlet, Receptacles(70)},
      {&R::power_factor, outlet, Receptacles(75), 2},
      {&R::frequency, outlet, Receptacles(80), 1},
      {&R::energy, outlet, Receptacles(85), -2},
      {&R::energy, bank, Branch(85), -2},
      {&R::voltage, bank, Branch(100), 1},
      {&R::active_power, bank, Branch(115)},
      {&R::apparent_power, bank, Branch(120)},
      {&R::power_factor, bank, Branch(125), 2},
      {&R::current, bank, Branch(130), 2},
  };
}

}  // namespace

Family EmersonMph() {
  Family family;
  family.name = "emerson_mph";
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
  family.meters = Meters();
  return family;
}

}  // namespace pdukit::client
