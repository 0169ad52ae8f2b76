#include "snmp/usm_keys.h"

#include <cstddef>
#include <string>

#include <gtest/gtest.h>

#include "snmp/net_snmp.h"

namespace pdukit {
namespace {

UsmUser User(AuthProtocol auth, PrivProtocol priv) {
  UsmUser user;
  user.name = "labuser";
  user.auth_protocol = auth;
  user.auth_passphrase = "maplesyrup";
  user.priv_protocol = priv;
  user.priv_passphrase = "maplesyrup";
  return user;
}

// The engine of RFC 3414 section A.3.
std::string Engine() { return std::string(11, '\0') + '\x02'; }

std::string Hex(const u_char* octets, std::size_t size) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += kDigits[octets[i] >> 4U];
    text += kDigits[octets[i] & 0xFU];
  }
  return text;
}

TEST(UsmKeysTest, AreThoseOfTheRfcForMd5) {
  const UsmUserPtr user =
      UsmCredentials::Derive(User(AuthProtocol::kMd5, PrivProtocol::kNone))
          .value()
          .Localize(Engine());

  EXPECT_EQ(Hex(user->authKey, user->authKeyLen),
            "526f5eed9fcce26f8964c2930787d82b");
}

TEST(UsmKeysTest, AreThoseOfTheRfcForSha1) {
  const UsmUserPtr user =
      UsmCredentials::Derive(User(AuthProtocol::kSha1, PrivProtocol::kNone))
          .value()
          .Localize(Engine());

  EXPECT_EQ(Hex(user->authKey, user->authKeyLen),
            "6695febc9288e36282235fc7151f128497b38f3f");
}

class UsmKeysOfProtocolTest : public ::testing::TestWithParam<AuthProtocol> {};

TEST_P(UsmKeysOfProtocolTest, AreThoseOfNetSnmp) {
  const UsmUserPtr user =
      UsmCredentials::Derive(User(GetParam(), PrivProtocol::kNone))
          .value()
          .Localize(Engine());
  const std::string passphrase = "maplesyrup";
  const std::string engine = Engine();
  u_char ku[USM_LENGTH_KU_HASHBLOCK];
  std::size_t ku_size = sizeof ku;
  u_char key[USM_LENGTH_KU_HASHBLOCK];
  std::size_t size = sizeof key;
  const auto id_size = static_cast<u_int>(user->authProtocolLen);

  generate_Ku(user->authProtocol, id_size,
              reinterpret_cast<const u_char*>(passphrase.data()),
              passphrase.size(), ku, &ku_size);
  generate_kul(user->authProtocol, id_size,
               reinterpret_cast<const u_char*>(engine.data()), engine.size(),
               ku, ku_size, key, &size);

  EXPECT_EQ(Hex(user->authKey, user->authKeyLen), Hex(key, size));
}

INSTANTIATE_TEST_SUITE_P(
    All, UsmKeysOfProtocolTest,
    ::testing::Values(AuthProtocol::kMd5, AuthProtocol::kSha1,
                      AuthProtocol::kSha224, AuthProtocol::kSha256,
                      AuthProtocol::kSha384, AuthProtocol::kSha512));

TEST(UsmKeysTest, AreAsLongAsTheCipherNeeds) {
  const UsmUserPtr user =
      UsmCredentials::Derive(User(AuthProtocol::kMd5, PrivProtocol::kAes256))
          .value()
          .Localize(Engine());

  EXPECT_GE(user->privKeyLen, 32U);
}

TEST(UsmKeysTest, DifferFromEngineToEngine) {
  const UsmCredentials credentials =
      UsmCredentials::Derive(User(AuthProtocol::kSha512, PrivProtocol::kNone))
          .value();
  const UsmUserPtr one = credentials.Localize("engine-1");
  const UsmUserPtr other = credentials.Localize("engine-2");

  EXPECT_NE(Hex(one->authKey, one->authKeyLen),
            Hex(other->authKey, other->authKeyLen));
}

TEST(UsmKeysTest, AreNotMadeForAnInvalidUser) {
  UsmUser user = User(AuthProtocol::kSha1, PrivProtocol::kNone);
  user.auth_passphrase = "short";

  EXPECT_FALSE(UsmCredentials::Derive(user).ok());
}

}  // namespace
}  // namespace pdukit
