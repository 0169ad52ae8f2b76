#include "client/drivers/generic.h"

#include "client/drivers/families.h"

namespace pdukit::client {

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
    family = *known;
  } else {
    family.state = *oid;
    family.states = {{options.on_value, PowerState::kOn},
                     {options.off_value, PowerState::kOff}};
  }
  family.name = "generic";
  family.command = *oid;
  family.commands = {{OutletCommand::kOn, options.on_value},
                     {OutletCommand::kOff, options.off_value}};
  family.lenient = true;
  return family;
}

}  // namespace pdukit::client
