#include <cctype>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/agent/snmp_endpoint.h"
#include "fake_pdu/agent/testing/map_view.h"
#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/agent/testing/users.h"
#include "snmp/net_snmp.h"
#include "snmp/runtime.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const Oid kDescription{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid kCommand{1, 3, 6, 1, 4, 1, 99, 1, 1};

class SnmpEndpointV3Test : public ::testing::Test {
 protected:
  SnmpEndpointV3Test() {
    view_.Add(kDescription, Value::OctetString("a device"));
    view_.AddWritable(kCommand, Value::Integer32(1));
  }

  std::unique_ptr<SnmpEndpoint> Start(const std::vector<EndpointUser>& users) {
    SnmpEndpoint::Options options;
    options.users = users;
    return SnmpEndpoint::Start(options, view_).value();
  }

  MapView view_;
};

using Pair = std::tuple<AuthProtocol, PrivProtocol>;

class SnmpEndpointAlgorithmTest : public SnmpEndpointV3Test,
                                  public ::testing::WithParamInterface<Pair> {
 protected:
  const UsmUser user_ = LabUser(std::get<AuthProtocol>(GetParam()),
                                std::get<PrivProtocol>(GetParam()));
  const std::unique_ptr<SnmpEndpoint> endpoint_ = Start({Granted(user_)});
};

TEST_P(SnmpEndpointAlgorithmTest, AnswersTheRightKeys) {
  TestClient client(endpoint_->address(), user_);

  EXPECT_EQ(client.Get({kDescription}).value(), Value::OctetString("a device"));
}

TEST_P(SnmpEndpointAlgorithmTest, RefusesAWrongAuthenticationKey) {
  UsmUser wrong = user_;
  wrong.auth_passphrase = "auth-guess";
  TestClient client(endpoint_->address(), wrong);

  EXPECT_EQ(client.Get({kDescription}).report, WrongDigests());
}

std::string PairName(const ::testing::TestParamInfo<Pair>& info) {
  std::string name = ToString(std::get<AuthProtocol>(info.param)) +
                     std::string("With") +
                     ToString(std::get<PrivProtocol>(info.param));
  std::erase_if(name, [](unsigned char c) { return std::isalnum(c) == 0; });
  return name;
}

const auto kAuthProtocols = ::testing::Values(
    AuthProtocol::kMd5, AuthProtocol::kSha1, AuthProtocol::kSha224,
    AuthProtocol::kSha256, AuthProtocol::kSha384, AuthProtocol::kSha512);

INSTANTIATE_TEST_SUITE_P(
    AuthNoPriv, SnmpEndpointAlgorithmTest,
    ::testing::Combine(kAuthProtocols, ::testing::Values(PrivProtocol::kNone)),
    PairName);

const auto kPrivacyPairs = ::testing::Combine(
    kAuthProtocols,
    ::testing::Values(PrivProtocol::kDes, PrivProtocol::kAes128,
                      PrivProtocol::kAes192, PrivProtocol::kAes256));

INSTANTIATE_TEST_SUITE_P(AuthPriv, SnmpEndpointAlgorithmTest, kPrivacyPairs,
                         PairName);

class SnmpEndpointPrivacyTest : public SnmpEndpointAlgorithmTest {};

TEST_P(SnmpEndpointPrivacyTest, RefusesAWrongPrivacyKey) {
  UsmUser wrong = user_;
  wrong.priv_passphrase = "priv-guess";
  TestClient client(endpoint_->address(), wrong);

  EXPECT_EQ(client.Get({kDescription}).report, DecryptionErrors());
}

TEST_P(SnmpEndpointPrivacyTest, RefusesToAnswerWithoutPrivacy) {
  UsmUser open = user_;
  open.priv_protocol = PrivProtocol::kNone;
  TestClient client(endpoint_->address(), open);

  const TestReply reply = client.Get({kDescription});

  EXPECT_EQ(reply.status, ErrorStatus::kAuthorizationError);
  EXPECT_NE(reply.value(), Value::OctetString("a device"));
}

INSTANTIATE_TEST_SUITE_P(AuthPriv, SnmpEndpointPrivacyTest, kPrivacyPairs,
                         PairName);

TEST_F(SnmpEndpointV3Test, AnswersAUserWithoutKeys) {
  const UsmUser user = LabUser(AuthProtocol::kNone, PrivProtocol::kNone);
  const auto endpoint = Start({Granted(user)});
  TestClient client(endpoint->address(), user);

  EXPECT_EQ(client.Get({kDescription}).value(), Value::OctetString("a device"));
}

TEST_F(SnmpEndpointV3Test, RefusesToAnswerWithoutAuthentication) {
  const auto endpoint =
      Start({Granted(LabUser(AuthProtocol::kSha1, PrivProtocol::kNone))});
  TestClient client(endpoint->address(),
                    LabUser(AuthProtocol::kNone, PrivProtocol::kNone));

  const TestReply reply = client.Get({kDescription});

  EXPECT_EQ(reply.status, ErrorStatus::kAuthorizationError);
  EXPECT_NE(reply.value(), Value::OctetString("a device"));
}

TEST_F(SnmpEndpointV3Test, ReportsAnUnknownUser) {
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  const auto endpoint = Start({Granted(user)});
  UsmUser stranger = user;
  stranger.name = "stranger";
  TestClient client(endpoint->address(), stranger);

  EXPECT_EQ(client.Get({kDescription}).report, UnknownUserNames());
}

TEST_F(SnmpEndpointV3Test, ReportsALevelThatTheUserHasNoKeysFor) {
  const auto endpoint =
      Start({Granted(LabUser(AuthProtocol::kSha1, PrivProtocol::kNone))});
  TestClient client(endpoint->address(),
                    LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128));

  EXPECT_EQ(client.Get({kDescription}).report, UnsupportedSecLevels());
}

TEST_F(SnmpEndpointV3Test, AnswersNoCommunityUnlessOneIsSet) {
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  const auto endpoint = Start({Granted(user)});
  TestClient client(endpoint->address(), user);
  TestClient stranger(endpoint->address(), SnmpVersion::kV2c, "");

  stranger.Send(kDescription);
  client.Get({kDescription});

  EXPECT_EQ(stranger.Received(), std::nullopt);
}

TEST_F(SnmpEndpointV3Test, KeepsSilentForAnUnknownContext) {
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  const auto endpoint = Start({Granted(user)});
  TestClient client(endpoint->address(), user);
  TestClient other(endpoint->address(), user);

  other.Send(kDescription, "elsewhere");
  client.Get({kDescription});

  EXPECT_EQ(other.Received(), std::nullopt);
}

TEST_F(SnmpEndpointV3Test, LetsAReadOnlyUserChangeNothing) {
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  const auto endpoint = Start({Granted(user, Access::kRead)});
  TestClient client(endpoint->address(), user);

  const TestReply reply = client.Set({{kCommand, Value::Integer32(2)}});

  EXPECT_EQ(reply.status, ErrorStatus::kNoAccess);
  EXPECT_EQ(client.Get({kCommand}).value(), Value::Integer32(1));
}

TEST_F(SnmpEndpointV3Test, SetsAllOrNothing) {
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  const auto endpoint = Start({Granted(user)});
  TestClient client(endpoint->address(), user);

  const TestReply reply =
      client.Set({{kCommand, Value::Integer32(2)},
                  {kDescription, Value::OctetString("mine")}});

  EXPECT_EQ(reply.status, ErrorStatus::kNotWritable);
  EXPECT_EQ(reply.index, 2);
  EXPECT_EQ(view_.Get(kCommand), Value::Integer32(1));
}

TEST_F(SnmpEndpointV3Test, FitsTheDatagramInBulk) {
  const Oid column{1, 3, 6, 1, 4, 1, 99, 4};
  for (std::uint32_t row = 1; row <= 100; ++row) {
    view_.Add(column.Child(row), Value::OctetString(std::string(1000, 'x')));
  }
  const UsmUser user = LabUser(AuthProtocol::kSha512, PrivProtocol::kDes);
  const auto endpoint = Start({Granted(user)});
  TestClient client(endpoint->address(), user);

  EXPECT_THAT(client.GetBulk({column}, 100).varbinds, SizeIs(64));
}

TEST_F(SnmpEndpointV3Test, KeepsUsersOfOneNameApart) {
  const UsmUser one = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  UsmUser other = one;
  other.auth_passphrase = "another-secret";
  const auto first = Start({Granted(one)});
  const auto second = Start({Granted(other)});

  EXPECT_EQ(TestClient(first->address(), one).Get({kCommand}).value(),
            Value::Integer32(1));
  EXPECT_EQ(TestClient(second->address(), other).Get({kCommand}).value(),
            Value::Integer32(1));
  EXPECT_EQ(TestClient(first->address(), other).Get({kCommand}).report,
            WrongDigests());
  EXPECT_EQ(TestClient(second->address(), one).Get({kCommand}).report,
            WrongDigests());
}

// A session that Net-SNMP keeps the engine's time for itself, as a program that
// uses it without pdukit has.
class PlainSession {
 public:
  explicit PlainSession(const SnmpEndpoint& endpoint)
      : engine_id_(endpoint.engine_id()) {
    std::string peer = "udp:" + endpoint.address();
    std::string name = "plain";
    netsnmp_session settings;
    snmp_sess_init(&settings);
    settings.version = SNMP_VERSION_3;
    settings.peername = peer.data();
    settings.securityName = name.data();
    settings.securityNameLen = name.size();
    settings.securityLevel = SNMP_SEC_LEVEL_NOAUTH;
    settings.securityEngineID = engine_octets();
    settings.securityEngineIDLen = engine_id_.size();
    session_ = snmp_sess_open(&settings);
  }
  ~PlainSession() { snmp_sess_close(session_); }
  PlainSession(const PlainSession&) = delete;
  PlainSession& operator=(const PlainSession&) = delete;

  void Send() {
    netsnmp_pdu* request = snmp_pdu_create(SNMP_MSG_GET);
    if (snmp_sess_send(session_, request) == 0) {
      snmp_free_pdu(request);
    }
  }

  void SetBoots(u_int boots) {
    set_enginetime(engine_octets(), engine_size(), boots, 1000, TRUE);
  }

  u_int Boots() {
    u_int boots = 0;
    u_int seconds = 0;
    get_enginetime(engine_octets(), engine_size(), &boots, &seconds, TRUE);
    return boots;
  }

 private:
  u_char* engine_octets() {
    return reinterpret_cast<u_char*>(engine_id_.data());
  }
  u_int engine_size() const { return static_cast<u_int>(engine_id_.size()); }

  std::string engine_id_;
  void* session_ = nullptr;
};

TEST_F(SnmpEndpointV3Test, KeepsItsTimeApartFromThatOfAPlainSession) {
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  const auto endpoint = Start({Granted(user)});
  TestClient client(endpoint->address(), user);
  client.Get({kDescription});
  NetSnmpRuntime& runtime = NetSnmpRuntime::Get();
  std::optional<PlainSession> plain;
  {
    const NetSnmpRuntime::Lock lock(runtime);
    plain.emplace(*endpoint);
    plain->Send();
    plain->SetBoots(77);
  }

  const TestReply reply = client.Get({kDescription});

  EXPECT_EQ(reply.value(), Value::OctetString("a device"));
  EXPECT_EQ(reply.resends, 0);
  const NetSnmpRuntime::Lock lock(runtime);
  EXPECT_EQ(plain->Boots(), 77U);
  plain.reset();
}

TEST_F(SnmpEndpointV3Test, HasAnEngineIdOfItsOwn) {
  const auto first = Start({});
  const auto second = Start({});

  EXPECT_NE(first->engine_id(), second->engine_id());
}

TEST_F(SnmpEndpointV3Test, TakesTheEngineIdThatIsAskedFor) {
  SnmpEndpoint::Options options;
  options.engine_id = "engine-1";
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  options.users = {Granted(user)};

  const auto endpoint = SnmpEndpoint::Start(options, view_).value();

  EXPECT_EQ(endpoint->engine_id(), "engine-1");
  EXPECT_THAT(
      TestClient(endpoint->address(), user).Get({kCommand}).report.ids(),
      IsEmpty());
}

TEST_F(SnmpEndpointV3Test, RefusesAnEngineIdThatIsTooShort) {
  SnmpEndpoint::Options options;
  options.engine_id = "four";

  const auto endpoint = SnmpEndpoint::Start(options, view_);

  ASSERT_FALSE(endpoint.ok());
  EXPECT_EQ(endpoint.error().Text(), "an engine ID has 5 to 32 octets, not 4");
}

TEST_F(SnmpEndpointV3Test, RefusesTwoUsersOfOneName) {
  const UsmUser user = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  SnmpEndpoint::Options options;
  options.users = {Granted(user), Granted(user, Access::kRead)};

  const auto endpoint = SnmpEndpoint::Start(options, view_);

  ASSERT_FALSE(endpoint.ok());
  EXPECT_EQ(endpoint.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_EQ(endpoint.error().Text(), "two SNMPv3 users are named \"labuser\"");
}

}  // namespace
}  // namespace pdukit::fake_pdu
