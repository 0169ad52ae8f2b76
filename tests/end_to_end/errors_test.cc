// What the client says when something is wrong, by a real fake over the wire.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "tests/end_to_end/credentials.h"

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::FakePdu;
using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr std::chrono::milliseconds kShort{50};

const Credentials kV2c{SnmpVersion::kV2c, {}};

Credentials V3(AuthProtocol auth, PrivProtocol priv) {
  return {SnmpVersion::kV3, MakeUser(auth, priv)};
}

// A loopback port on which somebody listens and never answers.
class MutePort {
 public:
  MutePort() : fd_(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    bind(fd_, reinterpret_cast<sockaddr*>(&address), size);
    getsockname(fd_, reinterpret_cast<sockaddr*>(&address), &size);
    address_ = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  }
  ~MutePort() { Close(); }
  MutePort(const MutePort&) = delete;
  MutePort& operator=(const MutePort&) = delete;

  void Close() {
    close(fd_);
    fd_ = -1;
  }
  const std::string& address() const { return address_; }

 private:
  int fd_;
  std::string address_;
};

class ErrorsTest : public ::testing::Test {
 protected:
  FakePdu Start(const Credentials& credentials) {
    return FakePdu::Start(FakeOptions("AP7900", credentials, clock_)).value();
  }

  // The error of opening `address` and switching its first outlet off.
  Error ErrorOf(const std::string& address, const Credentials& credentials,
                const std::string& community = "private") {
    SnmpPdu::Options options = ClientOptions(credentials, clock_);
    options.community = community;
    options.timeout = kShort;
    options.retries = 0;
    options.family = "apc_rpdu";
    Result<SnmpPdu> pdu = SnmpPdu::Open(address, options);
    if (!pdu.ok()) {
      return pdu.error();
    }
    Result<void> off = pdu->outlet(1).value().Off();
    return off.ok() ? Error{ErrorKind::kCancelled, "no error"} : off.error();
  }

  ManualClock clock_;
};

TEST_F(ErrorsTest, NamesAnUnknownUser) {
  const Credentials right = V3(AuthProtocol::kSha1, PrivProtocol::kAes128);
  Credentials wrong = right;
  wrong.user.name = "stranger";
  const FakePdu fake = Start(right);

  const Error error = ErrorOf(fake.address(), wrong);

  EXPECT_EQ(error.kind, ErrorKind::kUnknownUser) << error;
  EXPECT_THAT(error.Text(),
              AllOf(HasSubstr(fake.address()), HasSubstr("stranger")));
}

TEST_F(ErrorsTest, NamesAWrongAuthenticationKey) {
  const Credentials right = V3(AuthProtocol::kSha1, PrivProtocol::kNone);
  Credentials wrong = right;
  wrong.user.auth_passphrase = "quite another one";
  const FakePdu fake = Start(right);

  const Error error = ErrorOf(fake.address(), wrong);

  EXPECT_EQ(error.kind, ErrorKind::kAuthenticationFailure) << error;
  EXPECT_THAT(error.Text(), HasSubstr("authentication"));
  EXPECT_THAT(error.Text(), ::testing::Not(HasSubstr("another")));
}

TEST_F(ErrorsTest, NamesAWrongAuthenticationProtocol) {
  const FakePdu fake = Start(V3(AuthProtocol::kSha1, PrivProtocol::kNone));

  const Error error =
      ErrorOf(fake.address(), V3(AuthProtocol::kSha256, PrivProtocol::kNone));

  EXPECT_EQ(error.kind, ErrorKind::kAuthenticationFailure) << error;
}

TEST_F(ErrorsTest, NamesAWrongPrivacyKey) {
  const Credentials right = V3(AuthProtocol::kSha1, PrivProtocol::kAes128);
  Credentials wrong = right;
  wrong.user.priv_passphrase = "quite another one";
  const FakePdu fake = Start(right);

  const Error error = ErrorOf(fake.address(), wrong);

  EXPECT_EQ(error.kind, ErrorKind::kDecryptionFailure) << error;
}

TEST_F(ErrorsTest, NamesTooLowALevel) {
  const FakePdu fake = Start(V3(AuthProtocol::kSha1, PrivProtocol::kAes128));

  const Error error =
      ErrorOf(fake.address(), V3(AuthProtocol::kSha1, PrivProtocol::kNone));

  EXPECT_EQ(error.kind, ErrorKind::kUnsupportedSecurityLevel) << error;
  EXPECT_THAT(error.Text(), HasSubstr("level"));
}

TEST_F(ErrorsTest, NamesALevelThatTheUserHasNoKeysFor) {
  const FakePdu fake = Start(V3(AuthProtocol::kNone, PrivProtocol::kNone));

  const Error error =
      ErrorOf(fake.address(), V3(AuthProtocol::kSha1, PrivProtocol::kNone));

  EXPECT_EQ(error.kind, ErrorKind::kUnsupportedSecurityLevel) << error;
}

TEST_F(ErrorsTest, NamesTheOutletsThereAre) {
  const FakePdu fake = Start(kV2c);
  const SnmpPdu pdu =
      SnmpPdu::Open(fake.address(), ClientOptions(kV2c, clock_)).value();

  const auto outlet = pdu.outlet(9);

  ASSERT_FALSE(outlet.ok());
  EXPECT_EQ(outlet.error().kind, ErrorKind::kNoSuchOutlet);
  EXPECT_THAT(outlet.error().Text(),
              AllOf(HasSubstr("no outlet 9"), HasSubstr("8")));
}

TEST_F(ErrorsTest, TellsAClosedPortAtOnce) {
  MutePort port;
  port.Close();

  const Error error = ErrorOf(port.address(), kV2c);

  EXPECT_EQ(error.kind, ErrorKind::kUnreachable) << error;
}

TEST_F(ErrorsTest, AMuteHostMayHaveAnotherCommunity) {
  const MutePort port;

  const Error error = ErrorOf(port.address(), kV2c);

  EXPECT_EQ(error.kind, ErrorKind::kTimeout) << error;
  EXPECT_THAT(error.Text(), HasSubstr("community"));
}

TEST_F(ErrorsTest, AWrongCommunityLooksLikeAMuteHost) {
  const FakePdu fake = Start(kV2c);

  const Error error = ErrorOf(fake.address(), kV2c, "nonsense");

  EXPECT_EQ(error.kind, ErrorKind::kTimeout) << error;
  EXPECT_THAT(error.Text(), HasSubstr("community"));
}

TEST_F(ErrorsTest, AMuteV3HostMayHaveNoAgent) {
  const MutePort port;

  const Error error =
      ErrorOf(port.address(), V3(AuthProtocol::kSha1, PrivProtocol::kAes128));

  EXPECT_EQ(error.kind, ErrorKind::kTimeout) << error;
  EXPECT_THAT(error.Text(), HasSubstr("no SNMP agent"));
}

TEST_F(ErrorsTest, ReadCommunityMayNotSwitch) {
  const FakePdu fake = Start(kV2c);

  const Error error = ErrorOf(fake.address(), kV2c, "public");

  EXPECT_EQ(error.kind, ErrorKind::kAccessDenied) << error;
  EXPECT_EQ(fake.outlet(1).state(), fake_pdu::OutletState::kOn);
}

TEST_F(ErrorsTest, AReadOnlyUserMayNotSwitch) {
  const Credentials credentials =
      V3(AuthProtocol::kSha1, PrivProtocol::kAes128);
  FakePdu::Options options = FakeOptions("AP7900", credentials, clock_);
  options.users[0].access = FakePdu::Access::kReadOnly;
  const FakePdu fake = FakePdu::Start(options).value();

  const Error error = ErrorOf(fake.address(), credentials);

  EXPECT_EQ(error.kind, ErrorKind::kAccessDenied) << error;
  EXPECT_EQ(fake.outlet(1).state(), fake_pdu::OutletState::kOn);
}

TEST_F(ErrorsTest, AnUnpluggedPduIsMute) {
  FakePdu fake = Start(kV2c);
  fake.Unplug();

  const Error error = ErrorOf(fake.address(), kV2c);

  EXPECT_EQ(error.kind, ErrorKind::kTimeout) << error;
}

TEST_F(ErrorsTest, RaritanHasNoDelayedCommands) {
  FakePdu::Options options = FakeOptions("PX3-5493U", kV2c, clock_);
  const FakePdu fake = FakePdu::Start(options).value();
  const SnmpPdu pdu =
      SnmpPdu::Open(fake.address(), ClientOptions(kV2c, clock_)).value();

  const Result<void> delayed = pdu.outlet(1).value().DelayedOff();

  ASSERT_FALSE(delayed.ok());
  EXPECT_EQ(delayed.error().kind, ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace pdukit
