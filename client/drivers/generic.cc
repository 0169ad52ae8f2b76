#include "client/drivers/generic.h"

#include <cstddef>
#include <vector>

#include "client/drivers/families.h"

namespace pdukit::client {
namespace {

// The known family, but what is written, and to which outlet, is the caller's:
// the number is the last arc of the index, the OID holds those before.
Family AsIn(const Family& known, const Oid& oid) {
  Family family = known;
  const std::vector<std::uint32_t>& ids = oid.ids();
  family.index_prefix = Oid(std::vector<std::uint32_t>(
      ids.begin() + static_cast<std::ptrdiff_t>(known.command.base().size()),
      ids.end()));
  if (known.first_index != 1 || !family.index_prefix.empty()) {
    family.outlet_count = {};
  }
  family.first_index = 1;
  family.outlet_walk = {};
  family.find_rows = {};
  family.adapt = {};
  family.command_columns = {};
  family.command_type = ValueType::kInteger32;
  family.make_command = {};
  return family;
}

}  // namespace

Result<Family> GenericFamily(const GenericOptions& options) {
  Result<Oid> oid = Oid::Parse(options.oid);
  if (!oid.ok() || oid->size() < 2 || oid->size() >= Oid::kMaxSize) {
    return Error{ErrorKind::kInvalidArgument,
                 "'" + options.oid + "' is not the OID of an outlet column"};
  }
  if (options.on_value == options.off_value) {
    return Error{
        ErrorKind::kInvalidArgument,
        "on and off have the same value, " + std::to_string(options.on_value)};
  }
  Family family;
  if (const Family* known = FindFamilyByCommand(*oid)) {
    family = AsIn(*known, *oid);
  } else {
    family.state = *oid;
    family.states = {{options.on_value, PowerState::kOn},
                     {options.off_value, PowerState::kOff}};
    family.command = *oid;
  }
  family.name = "generic";
  family.commands = {{OutletCommand::kOn, options.on_value},
                     {OutletCommand::kOff, options.off_value}};
  family.lenient = true;
  return family;
}

}  // namespace pdukit::client
