#ifndef PDUKIT_FAKE_PDU_AGENT_TESTING_USERS_H_
#define PDUKIT_FAKE_PDU_AGENT_TESTING_USERS_H_

#include <cstdint>

#include "fake_pdu/agent/access.h"
#include "snmp/oid.h"
#include "snmp/security.h"

namespace pdukit::fake_pdu {

// "labuser", with the passphrases "auth-secret" and "priv-secret".
inline UsmUser LabUser(AuthProtocol auth, PrivProtocol priv) {
  UsmUser user;
  user.name = "labuser";
  user.auth_protocol = auth;
  user.auth_passphrase = "auth-secret";
  user.priv_protocol = priv;
  user.priv_passphrase = "priv-secret";
  return user;
}

inline EndpointUser Granted(const UsmUser& user,
                            Access access = Access::kReadWrite) {
  EndpointUser granted;
  granted.user = user;
  granted.access = access;
  return granted;
}

// The counters of usmStats (RFC 3414 section 5), as a Report names them.
inline Oid UsmStats(std::uint32_t number) {
  return {1, 3, 6, 1, 6, 3, 15, 1, 1, number, 0};
}
inline Oid UnsupportedSecLevels() { return UsmStats(1); }
inline Oid UnknownUserNames() { return UsmStats(3); }
inline Oid WrongDigests() { return UsmStats(5); }
inline Oid DecryptionErrors() { return UsmStats(6); }

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_TESTING_USERS_H_
