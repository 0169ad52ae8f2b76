#ifndef PDUKIT_FAKE_PDU_AGENT_ACCESS_H_
#define PDUKIT_FAKE_PDU_AGENT_ACCESS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "snmp/security.h"

namespace pdukit::fake_pdu {

enum class Access : std::uint8_t { kNone, kRead, kReadWrite };

// Who may speak SNMPv3, and what they may do.
struct EndpointUser {
  UsmUser user{};
  Access access = Access::kReadWrite;
};

// Who may do what: by community under v1 and v2c, by user and security level
// under v3. Immutable.
class AccessPolicy {
 public:
  // An empty community admits nobody.
  AccessPolicy(std::string read_community, std::string write_community,
               const std::vector<EndpointUser>& users);

  Access ForCommunity(const std::string& community) const;

  // kNone below the level that the user's keys allow.
  Access ForUser(const std::string& name, SecurityLevel level) const;

 private:
  struct Grant {
    SecurityLevel least_level = SecurityLevel::kAuthPriv;
    Access access = Access::kNone;
  };

  const std::string read_community_;
  const std::string write_community_;
  std::map<std::string, Grant> users_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_ACCESS_H_
