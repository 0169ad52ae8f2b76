#ifndef PDUKIT_TESTS_BENCH_LAB_USER_H_
#define PDUKIT_TESTS_BENCH_LAB_USER_H_

#include "snmp/security.h"

namespace pdukit::bench {

// Whom every server of a benchmark knows.
inline UsmUser LabUser() {
  UsmUser user;
  user.name = "labuser";
  user.auth_protocol = AuthProtocol::kSha1;
  user.auth_passphrase = "auth passphrase";
  user.priv_protocol = PrivProtocol::kAes128;
  user.priv_passphrase = "priv passphrase";
  return user;
}

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_LAB_USER_H_
