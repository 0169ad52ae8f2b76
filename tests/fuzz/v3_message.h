#ifndef PDUKIT_TESTS_FUZZ_V3_MESSAGE_H_
#define PDUKIT_TESTS_FUZZ_V3_MESSAGE_H_

#include <cstdint>
#include <string>

#include "snmp/security.h"
#include "snmp/usm.h"
#include "snmp/usm_keys.h"
#include "tests/fuzz/requests.h"

namespace pdukit::fuzz {

// "fuzzer", with SHA and, for the level kAuthPriv, AES-128.
UsmUser FuzzUser(SecurityLevel level);

// Puts octets, whatever they are, into messages that a user of an engine has
// rightly authenticated and encrypted (RFC 3412 section 6, RFC 3414, RFC 3826).
class V3Writer {
 public:
  V3Writer(const UsmUser& user, const std::string& engine_id);

  struct Envelope {
    SecurityLevel level = SecurityLevel::kNoAuthNoPriv;
    EngineTime time{};
    std::uint32_t message_id = kRequestId;
    bool names_user = true;  // Not in a discovery.
  };

  std::string Wrap(const std::string& scoped_pdu,
                   const Envelope& envelope) const;

  // The scopedPDU of a PDU.
  std::string Scope(const std::string& pdu) const;

 private:
  std::string Encrypt(const std::string& scoped_pdu, EngineTime time) const;
  std::string Digest(const std::string& message) const;

  const std::string name_;
  const std::string engine_id_;
  const UsmUserPtr user_;
};

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_V3_MESSAGE_H_
