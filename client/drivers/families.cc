#include "client/drivers/families.h"

#include <cstddef>

#include "client/drivers/apc_masterswitch.h"
#include "client/drivers/apc_masterswitchplus.h"
#include "client/drivers/apc_rpdu.h"
#include "client/drivers/apc_rpdu2.h"
#include "client/drivers/aten.h"
#include "client/drivers/baytech_mrp27.h"
#include "client/drivers/cyberpower.h"
#include "client/drivers/cyberpower_epdu2.h"
#include "client/drivers/dataprobe_iboot.h"
#include "client/drivers/digital_loggers.h"
#include "client/drivers/eaton_epdu.h"
#include "client/drivers/eaton_managed.h"
#include "client/drivers/eaton_switched.h"
#include "client/drivers/emerson_avocent.h"
#include "client/drivers/emerson_mph.h"
#include "client/drivers/enlogic.h"
#include "client/drivers/gude.h"
#include "client/drivers/hpe.h"
#include "client/drivers/ibm_ipdu.h"
#include "client/drivers/lindy.h"
#include "client/drivers/netio.h"
#include "client/drivers/planet.h"
#include "client/drivers/powertek.h"
#include "client/drivers/raritan_pdu2.h"
#include "client/drivers/raritan_px1.h"
#include "client/drivers/rittal.h"
#include "client/drivers/schleifenbauer.h"
#include "client/drivers/servertech_sentry3.h"
#include "client/drivers/servertech_sentry4.h"
#include "client/drivers/synaccess.h"
#include "client/drivers/teltronix.h"
#include "client/drivers/tripplite.h"
#include "client/drivers/vertiv_geist.h"

namespace pdukit::client {

// Of families that one device may speak, the one that tells most comes first.
const std::vector<Family>& KnownFamilies() {
  static const std::vector<Family>& families = *new std::vector<Family>{
      ApcRpdu2(),
      ApcRpdu(),
      ApcMasterswitch(),
      ApcMasterswitchplus(),
      CyberpowerEpdu2(),
      Cyberpower(),
      Aten(),
      BaytechMrp27(),
      DataprobeIboot(),
      DigitalLoggers(),
      EatonEpdu(),
      EatonManaged(),
      EatonSwitched(),
      EmersonAvocent(),
      EmersonMph(),
      Enlogic(),
      Gude(),
      Hpe(),
      IbmIpdu(),
      Lindy(),
      Netio(),
      Planet(),
      Powertek(),
      RaritanPdu2(),
      RaritanPx1(),
      Rittal(),
      Schleifenbauer(),
      ServertechSentry3(),
      ServertechSentry4(),
      Synaccess(),
      Teltronix(),
      Tripplite(),
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
