#include "fake_pdu/agent/access.h"

#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

EndpointUser User(const std::string& name, PrivProtocol priv, Access access) {
  EndpointUser user;
  user.user.name = name;
  user.user.auth_protocol = AuthProtocol::kSha1;
  user.user.priv_protocol = priv;
  user.access = access;
  return user;
}

TEST(AccessPolicyTest, LetsTheWriteCommunityReadAndWrite) {
  const AccessPolicy policy("public", "private", {});

  EXPECT_EQ(policy.ForCommunity("public"), Access::kRead);
  EXPECT_EQ(policy.ForCommunity("private"), Access::kReadWrite);
  EXPECT_EQ(policy.ForCommunity("other"), Access::kNone);
}

TEST(AccessPolicyTest, LetsACommunityThatIsBothWrite) {
  const AccessPolicy policy("lab", "lab", {});

  EXPECT_EQ(policy.ForCommunity("lab"), Access::kReadWrite);
}

TEST(AccessPolicyTest, AdmitsNobodyByAnEmptyCommunity) {
  const AccessPolicy policy("", "", {});

  EXPECT_EQ(policy.ForCommunity(""), Access::kNone);
}

TEST(AccessPolicyTest, GivesEachUserTheirOwnAccess) {
  const AccessPolicy policy(
      "", "",
      {User("reader", PrivProtocol::kNone, Access::kRead),
       User("writer", PrivProtocol::kNone, Access::kReadWrite)});

  EXPECT_EQ(policy.ForUser("reader", SecurityLevel::kAuthNoPriv),
            Access::kRead);
  EXPECT_EQ(policy.ForUser("writer", SecurityLevel::kAuthNoPriv),
            Access::kReadWrite);
  EXPECT_EQ(policy.ForUser("other", SecurityLevel::kAuthPriv), Access::kNone);
}

TEST(AccessPolicyTest, RefusesLessProtectionThanTheKeysAllow) {
  const AccessPolicy policy(
      "", "", {User("labuser", PrivProtocol::kAes128, Access::kReadWrite)});

  EXPECT_EQ(policy.ForUser("labuser", SecurityLevel::kAuthPriv),
            Access::kReadWrite);
  EXPECT_EQ(policy.ForUser("labuser", SecurityLevel::kAuthNoPriv),
            Access::kNone);
  EXPECT_EQ(policy.ForUser("labuser", SecurityLevel::kNoAuthNoPriv),
            Access::kNone);
}

}  // namespace
}  // namespace pdukit::fake_pdu
