#include "client/session/session_errors.h"

#include <cerrno>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;

// usmStats, RFC 3414 section 5, with the instance of a scalar.
Oid UsmCounter(std::uint32_t counter) {
  return {1, 3, 6, 1, 6, 3, 15, 1, 1, counter, 0};
}

NetSnmpSession::Options Version3() {
  NetSnmpSession::Options options;
  options.version = SnmpVersion::kV3;
  options.user.name = "labuser";
  options.user.auth_protocol = AuthProtocol::kSha1;
  options.user.priv_protocol = PrivProtocol::kAes128;
  return options;
}

struct Case {
  std::uint32_t counter;
  ErrorKind kind;
  std::string text;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.kind; }

class ReportErrorTest : public ::testing::TestWithParam<Case> {};

TEST_P(ReportErrorTest, SaysWhatTheDeviceRejects) {
  Error error = ReportError(Version3(), UsmCounter(GetParam().counter));

  EXPECT_EQ(error.kind, GetParam().kind);
  EXPECT_THAT(error.Text(), HasSubstr(GetParam().text));
}

INSTANTIATE_TEST_SUITE_P(
    Counters, ReportErrorTest,
    ::testing::Values(
        Case{1, ErrorKind::kUnsupportedSecurityLevel, "authPriv"},
        Case{2, ErrorKind::kNotInTimeWindow, "clock"},
        Case{3, ErrorKind::kUnknownUser, "does not know the user 'labuser'"},
        Case{4, ErrorKind::kProtocol, "engine ID"},
        Case{5, ErrorKind::kAuthenticationFailure, "authentication key"},
        Case{6, ErrorKind::kDecryptionFailure, "privacy key"},
        Case{9, ErrorKind::kProtocol, "1.3.6.1.6.3.15.1.1.9.0"}));

TEST(ReportErrorTest, NamesTheReport) {
  const Error error = ReportError(Version3(), UsmCounter(5));

  EXPECT_EQ(error.oid, "1.3.6.1.6.3.15.1.1.5.0");
  EXPECT_EQ(error.object, "usmStatsWrongDigests");
  EXPECT_EQ(error.answer, (DeviceAnswer{DeviceAnswer::Type::kReport,
                                        "usmStatsWrongDigests"}));
}

TEST(ReportErrorTest, ReportThatIsNotKnownIsItsNumber) {
  const Error error = ReportError(Version3(), UsmCounter(9));

  EXPECT_EQ(error.object, "");
  EXPECT_EQ(error.answer->name, "1.3.6.1.6.3.15.1.1.9.0");
}

TEST(ReportErrorTest, ContextThatIsNotKnownHasItsName) {
  EXPECT_THAT(ReportError(Version3(), {1, 3, 6, 1, 6, 3, 12, 1, 5, 0}).Text(),
              HasSubstr("(snmpUnknownContexts 1.3.6.1.6.3.12.1.5.0)"));
}

TEST(TimeoutErrorTest, NamesThePrivacyKeyOnceTheEngineIsKnown) {
  Error error = TimeoutError(Version3(), Silence::kAfterDiscovery, 4);

  EXPECT_EQ(error.message, "no answer to 4 tries of 1 s each");
  EXPECT_THAT(error.hint, HasSubstr("wrong privacy key"));
}

TEST(SocketErrorTest, TellsAnUnreachableNetworkFromAFaultOfTheHost) {
  EXPECT_EQ(SocketError(ENETUNREACH).kind, ErrorKind::kUnreachable);
  EXPECT_EQ(SocketError(EMFILE).kind, ErrorKind::kSystem);
}

TEST(StatusErrorTest, SaysThatVersion1CannotTellMissingFromReadOnly) {
  NetSnmpSession::Options options;
  options.version = SnmpVersion::kV1;

  Error error =
      StatusError(options, "SET", {{1, 3, 6}}, ErrorStatus::kNoSuchName, 1);

  EXPECT_EQ(error.kind, ErrorKind::kRefusedByDevice);
  EXPECT_THAT(error.hint, HasSubstr("may only read"));
}

TEST(StatusErrorTest, TellsALevelThatIsTooLowFromAnObjectThatIsNotAllowed) {
  NetSnmpSession::Options options = Version3();
  options.user.priv_protocol = PrivProtocol::kNone;

  Error level = StatusError(options, "GET", {{1, 3, 6}},
                            ErrorStatus::kAuthorizationError, 1);
  Error object =
      StatusError(options, "SET", {{1, 3, 6}}, ErrorStatus::kNoAccess, 1);

  EXPECT_EQ(level.kind, ErrorKind::kUnsupportedSecurityLevel);
  EXPECT_THAT(level.hint, HasSubstr("authNoPriv"));
  EXPECT_EQ(object.kind, ErrorKind::kAccessDenied);
}

TEST(StatusErrorTest, NamesTheObjectThatTheIndexPointsTo) {
  const Error error =
      StatusError({}, "GET", {{1, 3, 6}, {1, 3, 6, 1, 2, 1, 1, 5, 0}},
                  ErrorStatus::kGenErr, 2);

  EXPECT_EQ(error.Text(),
            "GET was refused: genErr (sysName 1.3.6.1.2.1.1.5.0)");
  EXPECT_EQ(error.answer,
            (DeviceAnswer{DeviceAnswer::Type::kErrorStatus, "genErr", 2}));
}

TEST(StatusErrorTest, SaysOfHowManyTheDeviceMeansNone) {
  const Error error =
      StatusError({}, "GET", {{1, 3, 6}, {1, 3, 7}}, ErrorStatus::kTooBig, 0);

  EXPECT_EQ(error.Text(), "GET of 2 objects was refused: tooBig (1.3.6)");
}

TEST(StatusErrorTest, IndexBehindTheLastPointsNowhere) {
  const Error error =
      StatusError({}, "SET", {{1, 3, 6}}, ErrorStatus::kGenErr, 9);

  EXPECT_EQ(error.oid, "1.3.6");
  EXPECT_EQ(error.answer->index, 9);
}

TEST(StatusErrorTest, DoesNotBlameTheHighestLevel) {
  Error error = StatusError(Version3(), "GET", {{1, 3, 6}},
                            ErrorStatus::kAuthorizationError, 1);

  EXPECT_EQ(error.kind, ErrorKind::kAccessDenied);
}

}  // namespace
}  // namespace pdukit::client
