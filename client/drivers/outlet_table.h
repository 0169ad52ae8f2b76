#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_TABLE_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_TABLE_H_

// The outlets of one device, through what its Family says of the MIB.

#include <optional>
#include <vector>

#include "base/result.h"
#include "client/drivers/family.h"
#include "client/outlet_info.h"
#include "client/power_client.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

// Thread-safe if the session is. Errors are those of SnmpSession, and
// kNoSuchObject, naming the object, where the device lacks one that the family
// has, unless the family is lenient.
class OutletTable {
 public:
  // Both must outlive this.
  OutletTable(SnmpSession& session, const Family& family)
      : session_(session), family_(family) {}

  // Nullopt if it cannot be known.
  Result<std::optional<int>> Count() const;

  // Nullopt if a lenient family's device does not let it be read.
  Result<std::optional<PowerState>> State(int outlet) const;

  // `count` as Count() said; the rows of the state column if it is not known.
  Result<std::vector<OutletInfo>> List(std::optional<int> count) const;

  // Fails with kUnsupported where the family has no such command or, after the
  // device refused it, where the outlet has no relay.
  Result<void> Send(int outlet, OutletCommand command, Resend resend) const;

 private:
  Result<std::optional<int>> ReadCount(const Oid& oid) const;
  Result<bool> Switchable(int outlet) const;
  Error Missing(const Oid& oid) const;

  SnmpSession& session_;
  const Family& family_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_TABLE_H_
