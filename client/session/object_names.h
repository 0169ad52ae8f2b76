#ifndef PDUKIT_CLIENT_SESSION_OBJECT_NAMES_H_
#define PDUKIT_CLIENT_SESSION_OBJECT_NAMES_H_

#include <string>

#include "snmp/oid.h"

namespace pdukit::client {

// What the standard MIBs call it, "sysObjectID" or "usmStatsWrongDigests";
// empty for others.
std::string ObjectName(const Oid& oid);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_OBJECT_NAMES_H_
