#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_ROWS_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_ROWS_H_

// Which outlets a device has.

#include <optional>
#include <vector>

#include "base/result.h"
#include "client/drivers/family.h"
#include "client/drivers/outlet_row.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

// In the order of their numbers; nullopt if it cannot be known, which is so for
// lenient families only. Outlets of a lone unit have their numbers on it, or
// those of their labels where all of these are numbers; those of several units
// are numbered from 1 on, with labels like "2.7". Fails as SnmpSession does,
// with kNoSuchObject where the device has no outlets of this family, with
// kProtocol where it says nonsense.
Result<std::optional<std::vector<OutletRow>>> FindRows(SnmpSession& session,
                                                       const Family& family);

// That of the number, by the family's rule alone.
OutletRow MakeRow(const Family& family, int number);

// Whether the device answered that it does not serve this, or not to us.
bool IsRefusal(ErrorKind kind);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_ROWS_H_
