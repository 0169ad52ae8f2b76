#include "snmp/security.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

namespace pdukit {
namespace {

template <typename T>
struct Name {
  const char* text;
  T value;
};

// The first name of a value is the one that it prints as.
constexpr std::array kAuthNames = {
    Name<AuthProtocol>{"NONE", AuthProtocol::kNone},
    Name<AuthProtocol>{"MD5", AuthProtocol::kMd5},
    Name<AuthProtocol>{"SHA", AuthProtocol::kSha1},
    Name<AuthProtocol>{"SHA-1", AuthProtocol::kSha1},
    Name<AuthProtocol>{"SHA-224", AuthProtocol::kSha224},
    Name<AuthProtocol>{"SHA-256", AuthProtocol::kSha256},
    Name<AuthProtocol>{"SHA-384", AuthProtocol::kSha384},
    Name<AuthProtocol>{"SHA-512", AuthProtocol::kSha512},
};
constexpr std::array kPrivNames = {
    Name<PrivProtocol>{"NONE", PrivProtocol::kNone},
    Name<PrivProtocol>{"DES", PrivProtocol::kDes},
    Name<PrivProtocol>{"AES", PrivProtocol::kAes128},
    Name<PrivProtocol>{"AES-128", PrivProtocol::kAes128},
    Name<PrivProtocol>{"AES-192", PrivProtocol::kAes192},
    Name<PrivProtocol>{"AES-256", PrivProtocol::kAes256},
};
constexpr std::array kVersionNames = {
    Name<SnmpVersion>{"1", SnmpVersion::kV1},
    Name<SnmpVersion>{"2c", SnmpVersion::kV2c},
    Name<SnmpVersion>{"3", SnmpVersion::kV3},
};
constexpr std::array kLevelNames = {
    Name<SecurityLevel>{"noAuthNoPriv", SecurityLevel::kNoAuthNoPriv},
    Name<SecurityLevel>{"authNoPriv", SecurityLevel::kAuthNoPriv},
    Name<SecurityLevel>{"authPriv", SecurityLevel::kAuthPriv},
};

// Upper case without hyphens: "sha-256" and "SHA256" are one.
std::string Folded(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    if (c != '-') {
      folded += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
  }
  return folded;
}

template <typename T, std::size_t N>
Result<T> Parse(const char* what, std::string_view text,
                const std::array<Name<T>, N>& names) {
  std::string allowed;
  for (const Name<T>& name : names) {
    if (Folded(name.text) == Folded(text)) {
      return name.value;
    }
    allowed += (allowed.empty() ? "" : ", ") + std::string(name.text);
  }
  return Error{ErrorKind::kInvalidArgument,
               "no " + std::string(what) + " \"" + std::string(text) + "\"",
               "it is one of " + allowed};
}

template <typename T, std::size_t N>
const char* NameOf(T value, const std::array<Name<T>, N>& names) {
  const auto* found = std::find_if(
      names.begin(), names.end(),
      [value](const Name<T>& name) { return name.value == value; });
  return found == names.end() ? "unknown" : found->text;
}

Error BadUser(const UsmUser& user, std::string message) {
  return {ErrorKind::kInvalidArgument,
          "SNMPv3 user \"" + user.name + "\": " + std::move(message)};
}

}  // namespace

SecurityLevel UsmUser::level() const {
  if (auth_protocol == AuthProtocol::kNone) {
    return SecurityLevel::kNoAuthNoPriv;
  }
  return priv_protocol == PrivProtocol::kNone ? SecurityLevel::kAuthNoPriv
                                              : SecurityLevel::kAuthPriv;
}

Result<void> Validate(const UsmUser& user) {
  // RFC 3414 section 2.4: msgUserName has 0 to 32 octets.
  if (user.name.empty() || user.name.size() > 32) {
    return BadUser(user, "a user name has 1 to 32 octets");
  }
  if (user.name.find('\0') != std::string::npos) {
    return BadUser(user, "a user name has no NUL in it");
  }
  if (user.auth_protocol == AuthProtocol::kNone &&
      user.priv_protocol != PrivProtocol::kNone) {
    return BadUser(user, "privacy needs an authentication protocol too");
  }
  if (user.auth_protocol != AuthProtocol::kNone &&
      user.auth_passphrase.size() < kMinPassphraseLength) {
    return BadUser(user, "the authentication key has fewer than 8 characters");
  }
  if (user.priv_protocol != PrivProtocol::kNone &&
      user.priv_passphrase.size() < kMinPassphraseLength) {
    return BadUser(user, "the privacy key has fewer than 8 characters");
  }
  return {};
}

Result<AuthProtocol> ParseAuthProtocol(std::string_view name) {
  return Parse("authentication protocol", name, kAuthNames);
}

Result<PrivProtocol> ParsePrivProtocol(std::string_view name) {
  return Parse("privacy protocol", name, kPrivNames);
}

Result<SnmpVersion> ParseSnmpVersion(std::string_view name) {
  return Parse("SNMP version", name, kVersionNames);
}

const char* ToString(SnmpVersion version) {
  return NameOf(version, kVersionNames);
}
const char* ToString(AuthProtocol protocol) {
  return NameOf(protocol, kAuthNames);
}
const char* ToString(PrivProtocol protocol) {
  return NameOf(protocol, kPrivNames);
}
const char* ToString(SecurityLevel level) { return NameOf(level, kLevelNames); }

std::ostream& operator<<(std::ostream& out, SnmpVersion version) {
  return out << ToString(version);
}
std::ostream& operator<<(std::ostream& out, AuthProtocol protocol) {
  return out << ToString(protocol);
}
std::ostream& operator<<(std::ostream& out, PrivProtocol protocol) {
  return out << ToString(protocol);
}
std::ostream& operator<<(std::ostream& out, SecurityLevel level) {
  return out << ToString(level);
}

}  // namespace pdukit
