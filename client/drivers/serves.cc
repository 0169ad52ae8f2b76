#include "client/drivers/serves.h"

#include <vector>

#include "client/drivers/outlet_rows.h"

namespace pdukit::client {

Result<bool> Serves(SnmpSession& session, const Oid& node) {
  Result<std::vector<Varbind>> next = session.GetNext({node});
  if (!next.ok()) {
    return IsRefusal(next.error().kind) ? Result<bool>(false) : next.error();
  }
  const Varbind& varbind = next->front();
  return !varbind.value.is_exception() && varbind.oid.StartsWith(node);
}

}  // namespace pdukit::client
