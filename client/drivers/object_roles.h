#ifndef PDUKIT_CLIENT_DRIVERS_OBJECT_ROLES_H_
#define PDUKIT_CLIENT_DRIVERS_OBJECT_ROLES_H_

// Errors about an object of a family.

#include "base/error.h"
#include "client/drivers/family.h"
#include "client/session/snmp_session.h"
#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit::client {

// The error with what its object is to this family, "outlet command", if it
// has no name yet.
Error Named(const Family& family, Error error);

// The device lacks an object that the family has; `answer` is what stands in
// its place, or null.
Error MissingObject(const SnmpSession& session, const Family& family,
                    const Oid& oid, const Value* answer);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OBJECT_ROLES_H_
