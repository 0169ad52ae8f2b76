#ifndef PDUKIT_CLIENT_SYSTEM_INFO_H_
#define PDUKIT_CLIENT_SYSTEM_INFO_H_

#include <string>

#include "base/result.h"
#include "client/session/snmp_session.h"

namespace pdukit::client {

// What a device says of itself in the system group of the SNMPv2-MIB. Empty
// where it says nothing.
struct SystemInfo {
  std::string description{};  // sysDescr
  std::string name{};         // sysName
  std::string object_id{};    // sysObjectID

  // Out of the description, where it is of a vendor's that puts them there:
  // "AP7900" and "v3.7.4".
  std::string model() const;
  std::string firmware() const;
};

// Fails as SnmpSession does.
Result<SystemInfo> ReadSystemInfo(SnmpSession& session);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SYSTEM_INFO_H_
