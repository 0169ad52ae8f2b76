#include "snmp/usm_keys.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <utility>

#include "snmp/net_snmp.h"
#include "snmp/runtime.h"

namespace pdukit {
namespace {

struct Transform {
  const oid* id;
  std::size_t size;
};

Transform TransformOf(AuthProtocol protocol) {
  switch (protocol) {
    case AuthProtocol::kNone:
      break;
    case AuthProtocol::kMd5:
      return {usmHMACMD5AuthProtocol, OID_LENGTH(usmHMACMD5AuthProtocol)};
    case AuthProtocol::kSha1:
      return {usmHMACSHA1AuthProtocol, OID_LENGTH(usmHMACSHA1AuthProtocol)};
    case AuthProtocol::kSha224:
      return {usmHMAC128SHA224AuthProtocol,
              OID_LENGTH(usmHMAC128SHA224AuthProtocol)};
    case AuthProtocol::kSha256:
      return {usmHMAC192SHA256AuthProtocol,
              OID_LENGTH(usmHMAC192SHA256AuthProtocol)};
    case AuthProtocol::kSha384:
      return {usmHMAC256SHA384AuthProtocol,
              OID_LENGTH(usmHMAC256SHA384AuthProtocol)};
    case AuthProtocol::kSha512:
      return {usmHMAC384SHA512AuthProtocol,
              OID_LENGTH(usmHMAC384SHA512AuthProtocol)};
  }
  return {usmNoAuthProtocol, OID_LENGTH(usmNoAuthProtocol)};
}

Transform TransformOf(PrivProtocol protocol) {
  switch (protocol) {
    case PrivProtocol::kNone:
      break;
    case PrivProtocol::kDes:
      return {usmDESPrivProtocol, OID_LENGTH(usmDESPrivProtocol)};
    case PrivProtocol::kAes128:
      return {usmAESPrivProtocol, OID_LENGTH(usmAESPrivProtocol)};
    case PrivProtocol::kAes192:
      return {usmAES192PrivProtocol, OID_LENGTH(usmAES192PrivProtocol)};
    case PrivProtocol::kAes256:
      return {usmAES256PrivProtocol, OID_LENGTH(usmAES256PrivProtocol)};
  }
  return {usmNoPrivProtocol, OID_LENGTH(usmNoPrivProtocol)};
}

const u_char* Octets(const std::string& text) {
  return reinterpret_cast<const u_char*>(text.data());
}

std::string ToString(const u_char* octets, std::size_t size) {
  return {reinterpret_cast<const char*>(octets), size};
}

// For buffers that the library frees.
u_char* Duplicate(const std::string& text) {
  auto* copy = static_cast<u_char*>(netsnmp_malloc(text.size() + 1));
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

void Wipe(std::string& secret) { explicit_bzero(secret.data(), secret.size()); }

const EVP_MD* HashOf(AuthProtocol protocol) {
  switch (protocol) {
    case AuthProtocol::kNone:
      break;
    case AuthProtocol::kMd5:
      return EVP_md5();
    case AuthProtocol::kSha1:
      return EVP_sha1();
    case AuthProtocol::kSha224:
      return EVP_sha224();
    case AuthProtocol::kSha256:
      return EVP_sha256();
    case AuthProtocol::kSha384:
      return EVP_sha384();
    case AuthProtocol::kSha512:
      return EVP_sha512();
  }
  return nullptr;
}

// RFC 3414 section A.2: the hash of the passphrase, repeated up to 1,048,576
// octets. Net-SNMP's generate_Ku hashes 64 octets at a time, which takes
// several times as long.
std::string DeriveKu(AuthProtocol protocol, const std::string& passphrase) {
  constexpr std::size_t kHashed = 1048576;
  constexpr std::size_t kAtOnce = 16384;
  std::string repeated;
  while (repeated.size() < kAtOnce) {
    repeated += passphrase;
  }
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
      EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_DigestInit_ex(context.get(), HashOf(protocol), nullptr);
  for (std::size_t left = kHashed; left > 0;) {
    const std::size_t size = std::min(left, repeated.size());
    EVP_DigestUpdate(context.get(), repeated.data(), size);
    left -= size;
  }
  Wipe(repeated);
  u_char key[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  EVP_DigestFinal_ex(context.get(), key, &size);
  std::string ku = ToString(key, size);
  explicit_bzero(key, sizeof key);
  return ku;
}

// Ku by protocol and passphrase; of the latter it keeps a salted digest only.
// Thread-safe.
class KuCache {
 public:
  static KuCache& Get() {
    static auto* const kCache = new KuCache;
    return *kCache;
  }

  std::string Find(AuthProtocol protocol, const std::string& passphrase) {
    const Key key(protocol, Digest(passphrase));
    {
      const std::lock_guard<std::mutex> guard(entries_mutex_);
      const auto found = entries_.find(key);
      if (found != entries_.end()) {
        return found->second;
      }
    }
    std::string ku = DeriveKu(protocol, passphrase);
    const std::lock_guard<std::mutex> guard(entries_mutex_);
    if (entries_.emplace(key, ku).second) {
      oldest_first_.push_back(key);
      DropOldest();
    }
    return ku;
  }

 private:
  using Key = std::pair<AuthProtocol, std::string>;
  static constexpr std::size_t kMaxEntries = 256;

  KuCache() {
    std::random_device random;
    for (int i = 0; i < 8; ++i) {
      salt_ += std::to_string(random());
    }
  }

  std::string Digest(const std::string& passphrase) const {
    const Transform hash = TransformOf(AuthProtocol::kSha512);
    std::string text = salt_ + passphrase;
    u_char digest[64];
    std::size_t size = sizeof digest;
    sc_hash(hash.id, hash.size, Octets(text), text.size(), digest, &size);
    Wipe(text);
    return ToString(digest, size);
  }

  void DropOldest() {
    while (oldest_first_.size() > kMaxEntries) {
      const auto oldest = entries_.find(oldest_first_.front());
      Wipe(oldest->second);
      entries_.erase(oldest);
      oldest_first_.pop_front();
    }
  }

  std::string salt_;
  std::mutex entries_mutex_;
  std::map<Key, std::string> entries_;
  std::deque<Key> oldest_first_;
};

// Sets `copy` and `size` to the key of the engine.
void LocalizeKey(AuthProtocol protocol, const std::string& ku,
                 const std::string& engine_id, u_char*& copy,
                 std::size_t& size) {
  const Transform hash = TransformOf(protocol);
  copy = static_cast<u_char*>(netsnmp_malloc(USM_LENGTH_KU_HASHBLOCK));
  size = USM_LENGTH_KU_HASHBLOCK;
  generate_kul(hash.id, static_cast<u_int>(hash.size), Octets(engine_id),
               engine_id.size(), Octets(ku), ku.size(), copy, &size);
}

}  // namespace

void UsmUserDeleter::operator()(usmUser* user) const { usm_free_user(user); }

Result<UsmCredentials> UsmCredentials::Derive(const UsmUser& user) {
  if (const Result<void> valid = Validate(user); !valid.ok()) {
    return valid.error();
  }
  NetSnmpRuntime::Get();
  UsmCredentials credentials;
  credentials.name_ = user.name;
  credentials.auth_protocol_ = user.auth_protocol;
  credentials.priv_protocol_ = user.priv_protocol;
  if (user.auth_protocol != AuthProtocol::kNone) {
    credentials.auth_key_ =
        KuCache::Get().Find(user.auth_protocol, user.auth_passphrase);
  }
  if (user.priv_protocol != PrivProtocol::kNone) {
    // RFC 3414 section 2.6: by the authentication protocol's hash too.
    credentials.priv_key_ =
        KuCache::Get().Find(user.auth_protocol, user.priv_passphrase);
  }
  return credentials;
}

UsmCredentials::~UsmCredentials() {
  Wipe(auth_key_);
  Wipe(priv_key_);
}

SecurityLevel UsmCredentials::level() const {
  UsmUser user;
  user.auth_protocol = auth_protocol_;
  user.priv_protocol = priv_protocol_;
  return user.level();
}

UsmUserPtr UsmCredentials::Localize(const std::string& engine_id) const {
  UsmUserPtr user(usm_create_user());
  const Transform auth = TransformOf(auth_protocol_);
  const Transform priv = TransformOf(priv_protocol_);
  user->name = reinterpret_cast<char*>(Duplicate(name_));
  user->secName = reinterpret_cast<char*>(Duplicate(name_));
  user->engineID = Duplicate(engine_id);
  user->engineIDLen = engine_id.size();
  SNMP_FREE(user->authProtocol);
  user->authProtocol = snmp_duplicate_objid(auth.id, auth.size);
  user->authProtocolLen = auth.size;
  SNMP_FREE(user->privProtocol);
  user->privProtocol = snmp_duplicate_objid(priv.id, priv.size);
  user->privProtocolLen = priv.size;
  user->userStatus = RS_ACTIVE;
  if (!auth_key_.empty()) {
    LocalizeKey(auth_protocol_, auth_key_, engine_id, user->authKey,
                user->authKeyLen);
  }
  if (!priv_key_.empty()) {
    LocalizeKey(auth_protocol_, priv_key_, engine_id, user->privKey,
                user->privKeyLen);
    // Where the cipher needs more octets than the hash has.
    usm_extend_user_kul(user.get(), USM_LENGTH_KU_HASHBLOCK);
  }
  return user;
}

}  // namespace pdukit
