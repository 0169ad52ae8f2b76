#include "tests/security/askers.h"

#include <utility>

namespace pdukit {
namespace {

using fake_pdu::FakePdu;
using fake_pdu::TestClient;

constexpr char kAuthKey[] = "auth-passphrase";
constexpr char kPrivKey[] = "priv-passphrase";
constexpr char kWrongAuthKey[] = "auth-guesswork";
constexpr char kWrongPrivKey[] = "priv-guesswork";

// A user who asks at this level, whatever they could do.
UsmUser At(SecurityLevel level, const std::string& name,
           const std::string& auth_key = kAuthKey,
           const std::string& priv_key = kPrivKey) {
  UsmUser user;
  user.name = name;
  if (level >= SecurityLevel::kAuthNoPriv) {
    user.auth_protocol = AuthProtocol::kSha256;
    user.auth_passphrase = auth_key;
  }
  if (level == SecurityLevel::kAuthPriv) {
    user.priv_protocol = PrivProtocol::kAes128;
    user.priv_passphrase = priv_key;
  }
  return user;
}

Asker V1(const std::string& name, const std::string& community, Entry entry) {
  return {"V1" + name, SnmpVersion::kV1, community, {}, entry};
}

Asker V2c(const std::string& name, const std::string& community, Entry entry) {
  return {"V2c" + name, SnmpVersion::kV2c, community, {}, entry};
}

Asker V3(const std::string& name, const UsmUser& user, Entry entry) {
  return {"V3" + name, SnmpVersion::kV3, "", user, entry};
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Asker& asker) {
  return out << asker.name;
}

const std::vector<Asker>& Askers() {
  constexpr SecurityLevel kNone = SecurityLevel::kNoAuthNoPriv;
  constexpr SecurityLevel kAuth = SecurityLevel::kAuthNoPriv;
  constexpr SecurityLevel kPriv = SecurityLevel::kAuthPriv;
  static const auto& askers = *new std::vector<Asker>{
      V1("ReadCommunity", "read-secret", Entry::kRead),
      V1("WriteCommunity", "write-secret", Entry::kReadWrite),
      V1("WrongCommunity", "community-guess", Entry::kSilence),
      V1("EmptyCommunity", "", Entry::kSilence),

      V2c("ReadCommunity", "read-secret", Entry::kRead),
      V2c("WriteCommunity", "write-secret", Entry::kReadWrite),
      V2c("WrongCommunity", "community-guess", Entry::kSilence),
      V2c("EmptyCommunity", "", Entry::kSilence),
      // A part of the right one, and more than it, are wrong ones.
      V2c("BeginningOfCommunity", "write-secre", Entry::kSilence),
      V2c("MoreThanCommunity", "write-secret2", Entry::kSilence),
      V2c("UserAsCommunity", "writer-priv", Entry::kSilence),

      // At the level that the user's keys allow, and at the others.
      V3("ReaderAtAuthPriv", At(kPriv, "reader-priv"), Entry::kRead),
      V3("ReaderAtAuthNoPriv", At(kAuth, "reader-priv"),
         Entry::kAuthorizationError),
      V3("ReaderAtNoAuthNoPriv", At(kNone, "reader-priv"),
         Entry::kAuthorizationError),
      V3("WriterAtAuthPriv", At(kPriv, "writer-priv"), Entry::kReadWrite),
      V3("WriterAtAuthNoPriv", At(kAuth, "writer-priv"),
         Entry::kAuthorizationError),
      V3("WriterAtNoAuthNoPriv", At(kNone, "writer-priv"),
         Entry::kAuthorizationError),
      V3("AuthReaderAtAuthNoPriv", At(kAuth, "reader-auth"), Entry::kRead),
      V3("AuthWriterAtAuthPriv", At(kPriv, "writer-auth"),
         Entry::kUnsupportedLevel),
      V3("AuthWriterAtAuthNoPriv", At(kAuth, "writer-auth"), Entry::kReadWrite),
      V3("AuthWriterAtNoAuthNoPriv", At(kNone, "writer-auth"),
         Entry::kAuthorizationError),
      V3("OpenWriterAtAuthPriv", At(kPriv, "writer-open"),
         Entry::kUnsupportedLevel),
      V3("OpenWriterAtAuthNoPriv", At(kAuth, "writer-open"),
         Entry::kUnsupportedLevel),
      V3("OpenWriterAtNoAuthNoPriv", At(kNone, "writer-open"),
         Entry::kReadWrite),
      V3("OpenReaderAtNoAuthNoPriv", At(kNone, "reader-open"), Entry::kRead),

      V3("StrangerAtAuthPriv", At(kPriv, "stranger"), Entry::kUnknownUser),
      V3("StrangerAtAuthNoPriv", At(kAuth, "stranger"), Entry::kUnknownUser),
      V3("StrangerAtNoAuthNoPriv", At(kNone, "stranger"), Entry::kUnknownUser),
      V3("CommunityAsUser", At(kNone, "write-secret"), Entry::kUnknownUser),

      V3("WrongAuthKeyAtAuthPriv", At(kPriv, "writer-priv", kWrongAuthKey),
         Entry::kWrongDigest),
      V3("WrongAuthKeyAtAuthNoPriv", At(kAuth, "writer-auth", kWrongAuthKey),
         Entry::kWrongDigest),
      V3("WrongPrivKey", At(kPriv, "writer-priv", kAuthKey, kWrongPrivKey),
         Entry::kDecryptionError),
  };
  return askers;
}

FakePdu StartGuarded() {
  FakePdu::Options options;
  options.model = "AP7900";
  options.read_community = "read-secret";
  options.write_community = "write-secret";
  for (const auto& [suffix, level] :
       {std::pair{"-open", SecurityLevel::kNoAuthNoPriv},
        std::pair{"-auth", SecurityLevel::kAuthNoPriv},
        std::pair{"-priv", SecurityLevel::kAuthPriv}}) {
    options.users.push_back({At(level, std::string("reader") + suffix),
                             FakePdu::Access::kReadOnly});
    options.users.push_back({At(level, std::string("writer") + suffix),
                             FakePdu::Access::kReadWrite});
  }
  return FakePdu::Start(options).value();
}

std::unique_ptr<TestClient> ClientOf(const Asker& asker,
                                     const std::string& address) {
  if (asker.version == SnmpVersion::kV3) {
    return std::make_unique<TestClient>(address, asker.user);
  }
  return std::make_unique<TestClient>(address, asker.version, asker.community);
}

std::vector<std::string> Passphrases() {
  return {kAuthKey, kPrivKey, kWrongAuthKey, kWrongPrivKey};
}

}  // namespace pdukit
