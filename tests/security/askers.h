#ifndef PDUKIT_TESTS_SECURITY_ASKERS_H_
#define PDUKIT_TESTS_SECURITY_ASKERS_H_

// Whoever may ask a PDU for something, and what they are: the rows of the
// access matrix.

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit {

// What somebody is let in to.
enum class Entry : std::uint8_t {
  // v1 and v2c know no answer for whom they do not know.
  kSilence,
  // RFC 3414 section 3.2: v3 says why.
  kUnknownUser,
  kWrongDigest,
  kDecryptionError,
  kUnsupportedLevel,
  // RFC 3413 section 3.2: less protected than the user's keys allow.
  kAuthorizationError,
  kRead,
  kReadWrite,
};

struct Asker {
  std::string name{};  // "V3WriterAtAuthPriv"
  SnmpVersion version = SnmpVersion::kV2c;
  std::string community{};
  UsmUser user{};
  Entry entry = Entry::kSilence;
};

// GoogleTest names a case by it.
std::ostream& operator<<(std::ostream& out, const Asker& asker);

// Every one, with what they are let in to at the PDU of StartGuarded().
const std::vector<Asker>& Askers();

// With the communities "read-secret" and "write-secret", and users of each
// level, some of whom may only read.
fake_pdu::FakePdu StartGuarded();

std::unique_ptr<fake_pdu::TestClient> ClientOf(const Asker& asker,
                                               const std::string& address);

// The right and the wrong pass phrases that there are.
std::vector<std::string> Passphrases();

}  // namespace pdukit

#endif  // PDUKIT_TESTS_SECURITY_ASKERS_H_
