#ifndef PDUKIT_CLIENT_DRIVERS_OUTLET_TABLE_H_
#define PDUKIT_CLIENT_DRIVERS_OUTLET_TABLE_H_

// The outlets of one device, through what its Family says of the MIB.

#include <optional>
#include <vector>

#include "base/result.h"
#include "client/drivers/family.h"
#include "client/drivers/outlet_row.h"
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

  // Nullopt if a lenient family's device does not let it be read.
  Result<std::optional<PowerState>> State(const OutletRow& outlet) const;

  // `rows` as FindRows says; the rows of the state column if it does not know.
  Result<std::vector<OutletInfo>> List(
      const std::optional<std::vector<OutletRow>>& rows) const;

  // Fails with kUnsupported where the family has no such command.
  Result<void> Send(const OutletRow& outlet, OutletCommand command,
                    Resend resend) const;

  // The reason that the outlet itself gives for not being switched, where there
  // is one: kUnsupported if it has no relay, kRefusedByDevice if it is locked.
  // Else, and where the error is no refusal and no kVerificationFailed, the
  // error itself.
  Error Explain(const OutletRow& outlet, Error error) const;

 private:
  Result<std::vector<Varbind>> Writes(const OutletRow& outlet,
                                      OutletCommand command) const;
  Result<std::optional<std::int64_t>> SwitchedCount() const;

  SnmpSession& session_;
  const Family& family_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_DRIVERS_OUTLET_TABLE_H_
