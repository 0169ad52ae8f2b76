#ifndef PDUKIT_SNMP_SECURITY_H_
#define PDUKIT_SNMP_SECURITY_H_

// Who speaks and how it is protected: versions, and the users of the
// User-based Security Model (RFC 3414).

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pdukit {

enum class SnmpVersion : std::uint8_t { kV1, kV2c, kV3 };

enum class AuthProtocol : std::uint8_t {
  kNone,
  kMd5,     // HMAC-MD5-96, RFC 3414
  kSha1,    // HMAC-SHA-96, RFC 3414
  kSha224,  // RFC 7860, as those below
  kSha256,
  kSha384,
  kSha512,
};

enum class PrivProtocol : std::uint8_t {
  kNone,
  kDes,     // CBC-DES, RFC 3414
  kAes128,  // CFB128-AES-128, RFC 3826
  kAes192,  // As Net-SNMP has it: draft-blumenthal-aes-usm-04, and below
  kAes256,
};

enum class SecurityLevel : std::uint8_t {
  kNoAuthNoPriv,
  kAuthNoPriv,
  kAuthPriv,
};

// RFC 3414 section 11.2 asks for at least so many characters.
inline constexpr std::size_t kMinPassphraseLength = 8;

struct UsmUser {
  std::string name{};
  AuthProtocol auth_protocol = AuthProtocol::kNone;
  std::string auth_passphrase{};
  PrivProtocol priv_protocol = PrivProtocol::kNone;
  std::string priv_passphrase{};

  // The highest level that the user has keys for.
  SecurityLevel level() const;
};

// Fails with kInvalidArgument, and a sentence that holds no secret, unless the
// name has 1 to 32 octets and none of them is NUL, each protocol comes with a
// passphrase of at least kMinPassphraseLength characters, and privacy only with
// authentication.
Result<void> Validate(const UsmUser& user);

// The names, in any case: "MD5", "SHA" or "SHA-1", "SHA-224", "SHA-256",
// "SHA-384", "SHA-512" (also without the hyphen); "DES", "AES" or "AES-128",
// "AES-192", "AES-256"; "NONE". "1", "2c", "3". An unknown one fails with
// kInvalidArgument and lists those allowed.
Result<AuthProtocol> ParseAuthProtocol(std::string_view name);
Result<PrivProtocol> ParsePrivProtocol(std::string_view name);
Result<SnmpVersion> ParseSnmpVersion(std::string_view name);

const char* ToString(SnmpVersion version);
const char* ToString(AuthProtocol protocol);
const char* ToString(PrivProtocol protocol);
const char* ToString(SecurityLevel level);
std::ostream& operator<<(std::ostream& out, SnmpVersion version);
std::ostream& operator<<(std::ostream& out, AuthProtocol protocol);
std::ostream& operator<<(std::ostream& out, PrivProtocol protocol);
std::ostream& operator<<(std::ostream& out, SecurityLevel level);

}  // namespace pdukit

#endif  // PDUKIT_SNMP_SECURITY_H_
