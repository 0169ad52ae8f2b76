#include "client/drivers/families.h"

#include <cstddef>

#include "client/drivers/apc_rpdu.h"
#include "client/drivers/raritan_pdu2.h"

namespace pdukit::client {

// Of families that one device may speak, the one that tells most comes first.
const std::vector<Family>& KnownFamilies() {
  static const std::vector<Family>& families = *new std::vector<Family>{
      ApcRpdu(),
      RaritanPdu2(),
  };
  return families;
}

const Family* FindFamily(std::string_view name) {
  for (const Family& family : KnownFamilies()) {
    if (family.name == name) {
      return &family;
    }
  }
  return nullptr;
}

const Family* FindFamilyByCommand(const Oid& command) {
  for (const Family& family : KnownFamilies()) {
    const Oid& column = family.command.base();
    if (!column.empty() && family.command.is_plain() &&
        command.StartsWith(column) &&
        command.size() + 1 ==
            column.size() + static_cast<std::size_t>(family.index_arcs)) {
      return &family;
    }
  }
  return nullptr;
}

Result<Identification> IdentifyFamily(SnmpSession& session) {
  return IdentifyAmong(session, KnownFamilies());
}

}  // namespace pdukit::client
