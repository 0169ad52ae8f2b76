#ifndef PDUKIT_CLIENT_DRIVERS_SERVES_H_
#define PDUKIT_CLIENT_DRIVERS_SERVES_H_

#include "base/result.h"
#include "client/drivers/family.h"
#include "client/session/snmp_session.h"
#include "snmp/oid.h"

namespace pdukit::client {

// Whether the device has a variable below the node: how a Family::adapt tells
// the layouts of one vendor apart. Fails as SnmpSession does, but for a
// refusal, which is a no.
Result<bool> Serves(SnmpSession& session, const Oid& node);

// The family as a device has it that switches nothing: it has no commands, and
// where it lists no outlets, any number is taken for one, so that what the unit
// meters can be read.
Family Unswitched(const Family& family);

// The family as a device has it that may have no switched outlets: where its
// state column has no row, it is Unswitched, with the outlets of `metered`.
Result<Family> ListMeteredIfUnswitched(SnmpSession& session,
                                       const Family& family,
                                       const Oid& metered);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_SERVES_H_
