#include "client/drivers/object_roles.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace pdukit::client {
namespace {

using Role = std::pair<Oid, const char*>;

std::vector<Role> Roles(const Family& family) {
  std::vector<Role> roles{
      {family.command.base(), "outlet command"},
      {family.unlock.base(), "outlet unlock"},
      {family.state.base(), "outlet state"},
      {family.pending.base(), "outlet's pending command"},
      {family.name_column.base(), "outlet name"},
      {family.writable_name.base(), "outlet name"},
      {family.label.base(), "outlet label"},
      {family.switchable.base(), "whether the outlet can be switched"},
      {family.lock.base(), "outlet lock"},
      {family.on_delay.base(), "outlet's delay of on"},
      {family.off_delay.base(), "outlet's delay of off"},
      {family.reboot_time.base(), "outlet's reboot time"},
      {family.outlet_count, "number of outlets"},
      {family.switched_count, "number of switched outlets"},
      {family.outlet_walk, "outlets"},
  };
  for (const auto& [command, columns] : family.command_columns) {
    for (const Column& column : columns) {
      roles.emplace_back(column.base(), "outlet command");
    }
  }
  for (const Meter& meter : family.meters) {
    roles.emplace_back(meter.column.base(), "meter");
  }
  for (const MeterTable& table : family.meter_tables) {
    for (const MeterTable::Quantity& quantity : table.quantities) {
      roles.emplace_back(quantity.column, "meter");
    }
  }
  return roles;
}

}  // namespace

Error Named(const Family& family, Error error) {
  const Result<Oid> oid = Oid::Parse(error.oid);
  if (!error.object.empty() || !oid.ok()) {
    return error;
  }
  // The longest that fits, since some families begin at a whole table.
  std::size_t longest = 0;
  for (const auto& [base, role] : Roles(family)) {
    if (base.size() > longest && oid->StartsWith(base)) {
      longest = base.size();
      error.object = role;
    }
  }
  return error;
}

Error MissingObject(const SnmpSession& session, const Family& family,
                    const Oid& oid, const Value* answer) {
  Error error{
      ErrorKind::kNoSuchObject,
      "the device does not serve an object that devices of the family " +
          family.name + " have",
      "is it of another family, or hidden from these credentials?",
      session.host()};
  error.oid = oid.ToString();
  if (answer != nullptr) {
    error.answer =
        DeviceAnswer{DeviceAnswer::Type::kException, answer->ToString()};
  }
  return Named(family, std::move(error));
}

}  // namespace pdukit::client
