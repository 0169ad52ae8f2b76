#include "snmp/security.h"

#include <gtest/gtest.h>

namespace pdukit {
namespace {

UsmUser AuthPrivUser() {
  UsmUser user;
  user.name = "labuser";
  user.auth_protocol = AuthProtocol::kSha1;
  user.auth_passphrase = "auth-secret";
  user.priv_protocol = PrivProtocol::kAes128;
  user.priv_passphrase = "priv-secret";
  return user;
}

std::string Complaint(const UsmUser& user) {
  const Result<void> valid = Validate(user);
  return valid.ok() ? "" : valid.error().message;
}

TEST(UsmUserTest, HasTheLevelOfItsKeys) {
  UsmUser user = AuthPrivUser();
  EXPECT_EQ(user.level(), SecurityLevel::kAuthPriv);

  user.priv_protocol = PrivProtocol::kNone;
  EXPECT_EQ(user.level(), SecurityLevel::kAuthNoPriv);

  user.auth_protocol = AuthProtocol::kNone;
  EXPECT_EQ(user.level(), SecurityLevel::kNoAuthNoPriv);
}

TEST(UsmUserTest, IsValidWithNameAndKeys) {
  EXPECT_TRUE(Validate(AuthPrivUser()).ok());
}

TEST(UsmUserTest, NeedsAName) {
  UsmUser user = AuthPrivUser();
  user.name = "";

  EXPECT_EQ(Complaint(user),
            "SNMPv3 user \"\": a user name has 1 to 32 octets");
}

TEST(UsmUserTest, HasNoMoreThan32OctetsOfName) {
  UsmUser user = AuthPrivUser();
  user.name = std::string(32, 'u');
  EXPECT_EQ(Complaint(user), "");

  user.name += 'u';
  EXPECT_NE(Complaint(user), "");
}

TEST(UsmUserTest, HasNoNulInItsName) {
  UsmUser user = AuthPrivUser();
  user.name = std::string("lab\0user", 8);

  EXPECT_NE(Complaint(user), "");
}

TEST(UsmUserTest, NeedsAuthenticationForPrivacy) {
  UsmUser user = AuthPrivUser();
  user.auth_protocol = AuthProtocol::kNone;

  EXPECT_EQ(Complaint(user),
            "SNMPv3 user \"labuser\": privacy needs an authentication protocol "
            "too");
}

TEST(UsmUserTest, NeedsEightCharactersPerKeyAndKeepsThemSecret) {
  UsmUser user = AuthPrivUser();
  user.priv_passphrase = "secret7";

  EXPECT_EQ(
      Complaint(user),
      "SNMPv3 user \"labuser\": the privacy key has fewer than 8 characters");
}

TEST(SecurityNamesTest, AreReadInAnyCaseAndWithoutHyphens) {
  EXPECT_EQ(ParseAuthProtocol("sha-256").value(), AuthProtocol::kSha256);
  EXPECT_EQ(ParseAuthProtocol("SHA256").value(), AuthProtocol::kSha256);
  EXPECT_EQ(ParseAuthProtocol("sha1").value(), AuthProtocol::kSha1);
  EXPECT_EQ(ParsePrivProtocol("aes").value(), PrivProtocol::kAes128);
  EXPECT_EQ(ParsePrivProtocol("none").value(), PrivProtocol::kNone);
  EXPECT_EQ(ParseSnmpVersion("2C").value(), SnmpVersion::kV2c);
}

TEST(SecurityNamesTest, AreListedWhenOneIsUnknown) {
  const Result<PrivProtocol> protocol = ParsePrivProtocol("3DES");

  ASSERT_FALSE(protocol.ok());
  EXPECT_EQ(protocol.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_EQ(protocol.error().message, "no privacy protocol \"3DES\"");
  EXPECT_EQ(protocol.error().hint,
            "it is one of NONE, DES, AES, AES-128, AES-192, AES-256");
}

}  // namespace
}  // namespace pdukit
