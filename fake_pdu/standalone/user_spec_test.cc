#include "fake_pdu/standalone/user_spec.h"

#include <cstdlib>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

std::string WriteFile(const std::string& text) {
  const std::string path = ::testing::TempDir() + "users";
  std::ofstream(path) << text;
  return path;
}

TEST(UserSpecTest, ANameAloneHasNoKeys) {
  const FakePdu::User user = ParseUserSpec("operator").value();

  EXPECT_EQ(user.credentials.name, "operator");
  EXPECT_EQ(user.credentials.level(), SecurityLevel::kNoAuthNoPriv);
  EXPECT_EQ(user.access, FakePdu::Access::kReadWrite);
}

TEST(UserSpecTest, TakesProtocolsAndKeys) {
  const FakePdu::User user =
      ParseUserSpec("operator:SHA-256:secret one:AES:secret two").value();

  EXPECT_EQ(user.credentials.auth_protocol, AuthProtocol::kSha256);
  EXPECT_EQ(user.credentials.auth_passphrase, "secret one");
  EXPECT_EQ(user.credentials.priv_protocol, PrivProtocol::kAes128);
  EXPECT_EQ(user.credentials.priv_passphrase, "secret two");
}

TEST(UserSpecTest, RoMeansReadOnly) {
  const FakePdu::User user = ParseUserSpec("ro:monitor").value();

  EXPECT_EQ(user.credentials.name, "monitor");
  EXPECT_EQ(user.access, FakePdu::Access::kReadOnly);
}

TEST(UserSpecTest, AMissingKeyIsNamed) {
  const Error error = ParseUserSpec("operator:SHA").error();

  EXPECT_THAT(error.Text(),
              AllOf(HasSubstr("operator"), HasSubstr("NAME[:AUTH:KEY")));
}

TEST(UserSpecTest, AnUnknownProtocolListsThoseThereAre) {
  const Error error = ParseUserSpec("operator:SHA3:secret one").error();

  EXPECT_THAT(error.Text(), AllOf(HasSubstr("SHA3"), HasSubstr("SHA-512")));
}

TEST(UserSpecTest, AShortKeyIsRefusedAndNotShown) {
  const Error error = ParseUserSpec("operator:SHA:hush").error();

  EXPECT_THAT(error.Text(), AllOf(HasSubstr("8"), Not(HasSubstr("hush"))));
}

TEST(UserFileTest, HasOneUserALine) {
  const std::string path =
      WriteFile("# of the lab\noperator\n\nro:monitor:MD5:secret one\n");

  EXPECT_THAT(ReadUserFile(path).value(), SizeIs(2));
}

TEST(UserFileTest, AMistakeHasItsLine) {
  const std::string path = WriteFile("operator\nmonitor:MD5\n");

  EXPECT_THAT(ReadUserFile(path).error().Text(), HasSubstr(path + ":2: "));
}

TEST(UserFileTest, AMissingFileIsNamed) {
  const Error error = ReadUserFile("/nonexistent/users").error();

  EXPECT_EQ(error.kind, ErrorKind::kNotFound);
  EXPECT_THAT(error.Text(), HasSubstr("/nonexistent/users"));
}

}  // namespace
}  // namespace pdukit::fake_pdu
