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

Family Unswitched(const Family& family) {
  Family adapted = family;
  adapted.commands.clear();
  adapted.lenient = true;
  return adapted;
}

Result<Family> ListMeteredIfUnswitched(SnmpSession& session,
                                       const Family& family,
                                       const Oid& metered) {
  Result<bool> switched = Serves(session, family.state.base());
  if (!switched.ok()) {
    return switched.error();
  }
  if (*switched) {
    return family;
  }
  Family adapted = Unswitched(family);
  adapted.outlet_walk = metered;
  return adapted;
}

}  // namespace pdukit::client
