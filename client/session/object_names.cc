#include "client/session/object_names.h"

#include <cstddef>
#include <vector>

namespace pdukit::client {
namespace {

struct Group {
  Oid node{};
  std::vector<const char*> objects{};  // From number 1 on.
};

const std::vector<Group>& Groups() {
  static const std::vector<Group> kGroups{
      // SNMPv2-MIB
      {{1, 3, 6, 1, 2, 1, 1},
       {"sysDescr", "sysObjectID", "sysUpTime", "sysContact", "sysName",
        "sysLocation", "sysServices"}},
      // SNMP-USER-BASED-SM-MIB
      {{1, 3, 6, 1, 6, 3, 15, 1, 1},
       {"usmStatsUnsupportedSecLevels", "usmStatsNotInTimeWindows",
        "usmStatsUnknownUserNames", "usmStatsUnknownEngineIDs",
        "usmStatsWrongDigests", "usmStatsDecryptionErrors"}},
      // SNMP-MPD-MIB
      {{1, 3, 6, 1, 6, 3, 11, 2, 1},
       {"snmpUnknownSecurityModels", "snmpInvalidMsgs",
        "snmpUnknownPDUHandlers"}},
      // SNMP-TARGET-MIB
      {{1, 3, 6, 1, 6, 3, 12, 1},
       {"snmpTargetSpinLock", "snmpTargetAddrTable", "snmpTargetParamsTable",
        "snmpUnavailableContexts", "snmpUnknownContexts"}}};
  return kGroups;
}

}  // namespace

std::string ObjectName(const Oid& oid) {
  for (const Group& group : Groups()) {
    const std::size_t place = group.node.size();
    if (oid.StartsWith(group.node) && oid.size() > place && oid[place] >= 1 &&
        oid[place] <= group.objects.size()) {
      return group.objects[oid[place] - 1];
    }
  }
  return "";
}

}  // namespace pdukit::client
