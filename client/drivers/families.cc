#include "client/drivers/families.h"

#include <cstddef>

#include "client/drivers/apc_masterswitch.h"
#include "client/drivers/apc_masterswitchplus.h"
#include "client/drivers/apc_rpdu.h"
#include "client/drivers/apc_rpdu2.h"
#include "client/drivers/cyberpower.h"
#include "client/drivers/cyberpower_epdu2.h"
#include "client/drivers/raritan_pdu2.h"
#include "client/drivers/raritan_px1.h"
#include "client/drivers/servertech_sentry3.h"
#include "client/drivers/servertech_sentry4.h"
#include "client/drivers/vertiv_geist.h"

namespace pdukit::client {

// Of families that one device may speak, the one that tells most comes first.
const std::vector<Family>& KnownFamilies() {
  static const std::vector<Family>& families = *new std::vector<Family>{
      ApcRpdu2(),          ApcRpdu(),
      ApcMasterswitch(),   ApcMasterswitchplus(),
      CyberpowerEpdu2(),   Cyberpower(),
      RaritanPdu2(),       RaritanPx1(),
      ServertechSentry3(), ServertechSentry4(),
      VertivGeist(),
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
