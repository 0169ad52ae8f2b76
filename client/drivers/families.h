#ifndef PDUKIT_CLIENT_DRIVERS_FAMILIES_H_
#define PDUKIT_CLIENT_DRIVERS_FAMILIES_H_

// The families that the client has a driver for, and how a device's is found.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "client/drivers/family.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

// Live as long as the process.
const std::vector<Family>& KnownFamilies();

// Null if there is none of this name.
const Family* FindFamily(std::string_view name);

// The one that an outlet's command column is of, where the OID may hold all
// arcs of the outlet's index but the last; null if there is none.
const Family* FindFamilyByCommand(const Oid& command);

struct Identification {
  const Family* family = nullptr;  // Never null.
  // What showed it: "its sysObjectID is 1.3.6.1.4.1.318.1.3.4.5".
  std::string reason{};
};

// As Family::sys_object_ids says. Fails as SnmpSession does, with
// kUnknownFamily if none fits.
Result<Identification> IdentifyFamily(SnmpSession& session);

// The same among others than KnownFamilies().
Result<Identification> IdentifyAmong(SnmpSession& session,
                                     const std::vector<Family>& families);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_FAMILIES_H_
