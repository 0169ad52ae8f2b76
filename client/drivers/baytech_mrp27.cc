// Facts: Baytech-MIB-403-1; no capture. Scales as Observium and NUT have them.
#include "client/drivers/baytech_mrp27.h"

#include <optional>

#include "client/drivers/readings.h"

namespace pdukit::client {
namespace {

const Oid& Rpc() {
  static const Oid& oid = *new Oid{1, 3, 6, 1, 4, 1, 4779, 1, 3, 5};
  return oid;
}

// Index module.outlet.
Oid Outlets(std::uint32_t column) { return Rpc().Child(Oid{3, 1, column}); }

// Of the outlet's module, which is a strip.
Column Strip(std::uint32_t column) {
  return {Rpc().Child(Oid{2, 1, column}),
          [](const Oid& index) { return Oid{index[0]}; }};
}

const std::map<OutletCommand, std::int32_t>& Commands() {
  static const auto& commands =
      *new std::map<OutletCommand, std::int32_t>{{OutletCommand::kOff, 0},
                                                 {OutletCommand::kOn, 1},
                                                 {OutletCommand::kReboot, 2},
                                                 {OutletCommand::kLock, 3},
                                                 {OutletCommand::kUnlock, 5}};
  return commands;
}

constexpr std::int32_t kLockOn = 3;
constexpr std::int32_t kLockOff = 4;

// A lock takes the state that it locks the outlet in.
Result<std::vector<Varbind>> MakeCommand(SnmpSession& session,
                                         const OutletRow& outlet,
                                         OutletCommand command) {
  const Oid oid = Outlets(3).Child(outlet.index);
  const auto write = [&oid](std::int32_t value) {
    return std::vector<Varbind>{{oid, Value::Integer32(value)}};
  };
  if (command != OutletCommand::kLock) {
    return write(Commands().at(command));
  }
  Result<Cells> cells = Cells::Get(session, {oid});
  if (!cells.ok()) {
    return cells.error();
  }
  const std::optional<std::int64_t> state = cells->Number(oid);
  if (state != 0 && state != 1) {
    return Error{ErrorKind::kUnsupported,
                 "an outlet that is neither on nor off cannot be locked", "",
                 session.host()};
  }
  return write(state == 1 ? kLockOn : kLockOff);
}

}  // namespace

Family BaytechMrp27() {
  Family family;
  family.name = "baytech_mrp27";
  family.model = Rpc().Child(Oid{2, 1, 24});
  family.firmware = Rpc().Child(Oid{2, 1, 3});
  // unverified: on a real device.
  family.sys_object_ids = {{1, 3, 6, 1, 4, 1, 4779}};
  family.outlet_walk = Outlets(3);
  family.index_arcs = 2;
  family.name_column = Outlets(4);
  family.state = Outlets(3);
  // reboot(2), which a read of one outlet should not give, is that in the list
  // of a strip's outlets.
  family.states = {{0, PowerState::kOff},
                   {1, PowerState::kOn},
                   {2, PowerState::kPendingOn},
                   {kLockOn, PowerState::kOn},
                   {kLockOff, PowerState::kOff}};
  family.command = Outlets(3);
  family.commands = Commands();
  family.make_command = MakeCommand;
  family.lock = Outlets(3);
  family.locked_values = {kLockOn, kLockOff};
  family.reboot_time = Strip(9);  // unverified: seconds
  family.meters = {
      {&PowerReading::current, MeterPlace::kUnit, Strip(4), 1},
      {&PowerReading::voltage, MeterPlace::kUnit, Strip(6), 1},
      {&PowerReading::active_power, MeterPlace::kUnit, Strip(7)},
      {&PowerReading::apparent_power, MeterPlace::kUnit, Strip(18)},
  };
  family.not_metered = {-1, 0xFFFFFFFF, -2000000};
  return family;
}

}  // namespace pdukit::client
