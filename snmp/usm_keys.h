#ifndef PDUKIT_SNMP_USM_KEYS_H_
#define PDUKIT_SNMP_USM_KEYS_H_

// The keys of a USM user: from passphrases to what one engine accepts (RFC
// 3414 section 2.6). Not a public header.

#include <memory>
#include <string>

#include "base/result.h"
#include "snmp/security.h"

struct usmUser;

namespace pdukit {

// Erases the keys too.
struct UsmUserDeleter {
  void operator()(usmUser* user) const;
};
using UsmUserPtr = std::unique_ptr<usmUser, UsmUserDeleter>;

// A user whose passphrases have been turned into keys (Ku) and forgotten.
class UsmCredentials {
 public:
  // Takes some 1 to 5 ms for passphrases that are new to the process, next to
  // nothing for those of the last 256: their keys are kept. Call it without
  // the runtime's lock. Fails as Validate does.
  static Result<UsmCredentials> Derive(const UsmUser& user);

  ~UsmCredentials();
  UsmCredentials(const UsmCredentials&) = default;
  UsmCredentials& operator=(const UsmCredentials&) = default;

  const std::string& name() const { return name_; }
  SecurityLevel level() const;

  // The user as the engine of this ID knows it, in no list yet. Takes a few
  // microseconds, and no lock.
  UsmUserPtr Localize(const std::string& engine_id) const;

 private:
  UsmCredentials() = default;

  std::string name_;
  AuthProtocol auth_protocol_ = AuthProtocol::kNone;
  PrivProtocol priv_protocol_ = PrivProtocol::kNone;
  std::string auth_key_;
  std::string priv_key_;
};

}  // namespace pdukit

#endif  // PDUKIT_SNMP_USM_KEYS_H_
