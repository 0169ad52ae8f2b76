#include "client/session/net_snmp_session.h"

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/session/scripted_agent.h"

namespace pdukit::client {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

using Varbinds = Result<std::vector<Varbind>>;

constexpr std::uint8_t kNoError = 0;
constexpr std::uint8_t kTooBig = 1;
constexpr std::uint8_t kNoSuchName = 2;
constexpr std::uint8_t kNoAccess = 6;
constexpr std::uint8_t kNotWritable = 17;

const Oid kFirst = {1, 3, 6, 1, 4, 1, 99, 1};
const Oid kSecond = {1, 3, 6, 1, 4, 1, 99, 2};
const Oid kThird = {1, 3, 6, 1, 4, 1, 99, 3};

std::unique_ptr<NetSnmpSession> OpenSession(
    const NetSnmpSession::Options& options) {
  return NetSnmpSession::Open(options).value();
}

// Gives up soon.
NetSnmpSession::Options Impatient(const Endpoint& endpoint) {
  NetSnmpSession::Options options;
  options.endpoint = endpoint;
  options.community = "sesame";
  options.timeout = milliseconds(20);
  options.retries = 1;
  return options;
}

// Never gives up, so that what ends a request is not a timeout.
NetSnmpSession::Options Patient(const Endpoint& endpoint) {
  NetSnmpSession::Options options = Impatient(endpoint);
  options.timeout = hours(1);
  return options;
}

// The value of each variable is the last number of its OID.
std::vector<std::string> ValuesOf(const ReceivedRequest& request) {
  std::vector<std::string> values;
  for (const ber::Element& name : request.names) {
    values.push_back(
        ber::WriteInteger(static_cast<std::uint8_t>(name.content.back())));
  }
  return values;
}

std::vector<std::string> AnswerAll(const ReceivedRequest& request) {
  return {request.Response(kNoError, 0, ValuesOf(request))};
}

UsmUser User() {
  UsmUser user;
  user.name = "labuser";
  user.auth_protocol = AuthProtocol::kSha1;
  user.auth_passphrase = "open sesame";
  user.priv_protocol = PrivProtocol::kAes128;
  user.priv_passphrase = "shut sesame";
  return user;
}

TEST(NetSnmpSessionTest, ReadsVariablesInTheOrderAskedFor) {
  ScriptedAgent agent(AnswerAll);
  auto session = OpenSession(Patient(agent.endpoint()));

  Varbinds read = session->Get({kSecond, kFirst});

  ASSERT_TRUE(read.ok()) << read.error();
  EXPECT_THAT(*read, ElementsAre(Varbind{kSecond, Value::Integer32(2)},
                                 Varbind{kFirst, Value::Integer32(1)}));
}

TEST(NetSnmpSessionTest, SaysAtOnceThatNothingListens) {
  Endpoint closed = LoopbackSocket().endpoint();
  auto session = OpenSession(Patient(closed));

  Varbinds read = session->Get({kFirst});

  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kUnreachable);
  EXPECT_EQ(read.error().host, closed.ToString());
}

TEST(NetSnmpSessionTest, SaysAtOnceThatNothingListensByIpv6AndVersion3) {
  NetSnmpSession::Options options =
      Patient(Endpoint{"::1", LoopbackSocket().endpoint().port});
  options.version = SnmpVersion::kV3;
  options.user = User();
  auto session = OpenSession(options);

  Varbinds read = session->Get({kFirst});

  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kUnreachable);
}

TEST(NetSnmpSessionTest, NamesTheCausesThatAMuteHostMayHave) {
  LoopbackSocket mute;
  auto session = OpenSession(Impatient(mute.endpoint()));

  Varbinds read = session->Get({kFirst});

  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kTimeout);
  EXPECT_EQ(read.error().message, "no answer to 2 tries of 0.02 s each");
  EXPECT_THAT(read.error().hint, HasSubstr("wrong community"));
}

TEST(NetSnmpSessionTest, WaitsForEachTryAsLongAsItIsTold) {
  LoopbackSocket mute;
  auto session = OpenSession(Impatient(mute.endpoint()));
  const Clock::TimePoint start = Clock::Real().Now();

  Varbinds read = session->Get({kFirst});

  EXPECT_FALSE(read.ok());
  EXPECT_GE(Clock::Real().Now() - start, milliseconds(40));
}

TEST(NetSnmpSessionTest, DoesNotSpeakOfCommunitiesUnderVersion3) {
  LoopbackSocket mute;
  NetSnmpSession::Options options = Impatient(mute.endpoint());
  options.version = SnmpVersion::kV3;
  options.user = User();
  auto session = OpenSession(options);

  Varbinds read = session->Get({kFirst});

  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kTimeout);
  EXPECT_THAT(read.error().hint,
              AllOf(HasSubstr("SNMPv3"), Not(HasSubstr("community"))));
}

TEST(NetSnmpSessionTest, TellsNoSecretInItsErrors) {
  LoopbackSocket mute;
  auto session = OpenSession(Impatient(mute.endpoint()));

  Varbinds read = session->Get({kFirst});

  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.error().Text(), Not(HasSubstr("sesame")));
}

TEST(NetSnmpSessionTest, SendsAgainAsOftenAsItIsTold) {
  LoopbackSocket mute;
  NetSnmpSession::Options options = Impatient(mute.endpoint());
  options.retries = 3;
  auto session = OpenSession(options);

  Result<void> set =
      session->Set({{kFirst, Value::Integer32(1)}}, Resend::kAllowed);

  EXPECT_FALSE(set.ok());
  EXPECT_EQ(mute.CountDatagrams(), 4);
}

TEST(NetSnmpSessionTest, SendsOnceWhatMustNotBeSentAgain) {
  LoopbackSocket mute;
  auto session = OpenSession(Impatient(mute.endpoint()));

  Result<void> set =
      session->Set({{kFirst, Value::Integer32(3)}}, Resend::kNever);

  ASSERT_FALSE(set.ok());
  EXPECT_EQ(set.error().message, "no answer within 0.02 s");
  EXPECT_EQ(mute.CountDatagrams(), 1);
}

TEST(NetSnmpSessionTest, SendsOtherRequestsAgainAfterOneThatMustNotBe) {
  LoopbackSocket mute;
  auto session = OpenSession(Impatient(mute.endpoint()));
  EXPECT_FALSE(
      session->Set({{kFirst, Value::Integer32(3)}}, Resend::kNever).ok());
  mute.CountDatagrams();

  Varbinds read = session->Get({kFirst});

  EXPECT_FALSE(read.ok());
  EXPECT_EQ(mute.CountDatagrams(), 2);
}

TEST(NetSnmpSessionTest, WorksAgainOnceTheDeviceAnswers) {
  int requests = 0;
  ScriptedAgent agent([&requests](const ReceivedRequest& request) {
    return ++requests > 1 ? AnswerAll(request) : std::vector<std::string>();
  });
  NetSnmpSession::Options options = Impatient(agent.endpoint());
  options.timeout = milliseconds(500);
  options.retries = 0;
  auto session = OpenSession(options);
  EXPECT_FALSE(session->Get({kFirst}).ok());

  Varbinds read = session->Get({kFirst});

  EXPECT_TRUE(read.ok()) << read;
}

TEST(NetSnmpSessionTest, SaysThatANameDoesNotResolve) {
  auto session = OpenSession(Patient(Endpoint{"pdu..rack", 161}));

  Varbinds read = session->Get({kFirst});

  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kNameResolution);
  EXPECT_THAT(read.error().Text(), HasSubstr("pdu..rack"));
}

TEST(NetSnmpSessionTest, TriesEveryAddressOfAName) {
  ScriptedAgent agent(AnswerAll);
  auto session =
      OpenSession(Patient(Endpoint{"localhost", agent.endpoint().port}));

  Varbinds read = session->Get({kFirst});

  EXPECT_TRUE(read.ok()) << read;
}

TEST(NetSnmpSessionTest, IgnoresWhatIsNoAnswerAndTakesTheRightOne) {
  ScriptedAgent agent([](const ReceivedRequest& request) {
    ReceivedRequest other = request;
    other.request_id = ber::WriteInteger(7);
    return std::vector<std::string>{
        "garbage", other.Response(kNoError, 0, ValuesOf(request)),
        request.Response(kNoError, 0, ValuesOf(request))};
  });
  auto session = OpenSession(Patient(agent.endpoint()));

  Varbinds read = session->Get({kFirst});

  ASSERT_TRUE(read.ok()) << read.error();
  EXPECT_EQ(read->front().value, Value::Integer32(1));
}

TEST(NetSnmpSessionTest, LeavesOutWhatAnAgentOfVersion1DoesNotHave) {
  ScriptedAgent agent([](const ReceivedRequest& request) {
    return std::vector<std::string>{
        request.names.size() == 3
            ? request.Response(kNoSuchName, 2, ValuesOf(request))
            : request.Response(kNoError, 0, ValuesOf(request))};
  });
  NetSnmpSession::Options options = Patient(agent.endpoint());
  options.version = SnmpVersion::kV1;
  auto session = OpenSession(options);

  Varbinds read = session->Get({kFirst, kSecond, kThird});

  ASSERT_TRUE(read.ok()) << read.error();
  EXPECT_THAT(*read, ElementsAre(Varbind{kFirst, Value::Integer32(1)},
                                 Varbind{kSecond, Value::NoSuchObject()},
                                 Varbind{kThird, Value::Integer32(3)}));
}

TEST(NetSnmpSessionTest, FindsTheEndOfAnAgentOfVersion1) {
  ScriptedAgent agent([](const ReceivedRequest& request) {
    return std::vector<std::string>{
        request.Response(kNoSuchName, 1, ValuesOf(request))};
  });
  NetSnmpSession::Options options = Patient(agent.endpoint());
  options.version = SnmpVersion::kV1;
  auto session = OpenSession(options);

  Varbinds rows = session->GetBulk(kFirst, 25);

  ASSERT_TRUE(rows.ok()) << rows.error();
  EXPECT_THAT(*rows, ElementsAre(Varbind{kFirst, Value::EndOfMibView()}));
}

TEST(NetSnmpSessionTest, AsksInPartsForWhatDoesNotFitAnAnswer) {
  ScriptedAgent agent([](const ReceivedRequest& request) {
    return std::vector<std::string>{
        request.names.size() > 1
            ? request.Response(kTooBig, 0, {})
            : request.Response(kNoError, 0, ValuesOf(request))};
  });
  auto session = OpenSession(Patient(agent.endpoint()));

  Varbinds read = session->Get({kFirst, kSecond, kThird});

  ASSERT_TRUE(read.ok()) << read.error();
  EXPECT_THAT(*read, ElementsAre(Varbind{kFirst, Value::Integer32(1)},
                                 Varbind{kSecond, Value::Integer32(2)},
                                 Varbind{kThird, Value::Integer32(3)}));
}

TEST(NetSnmpSessionTest, SaysThatTheCommunityMayNotWrite) {
  ScriptedAgent agent([](const ReceivedRequest& request) {
    return std::vector<std::string>{
        request.Response(kNoAccess, 1, ValuesOf(request))};
  });
  auto session = OpenSession(Patient(agent.endpoint()));

  Result<void> set =
      session->Set({{kFirst, Value::Integer32(1)}}, Resend::kAllowed);

  ASSERT_FALSE(set.ok());
  EXPECT_EQ(set.error().kind, ErrorKind::kAccessDenied);
  EXPECT_THAT(set.error().Text(), HasSubstr("this community may only read"));
}

TEST(NetSnmpSessionTest, SaysWhatTheDeviceRefusedToSet) {
  ScriptedAgent agent([](const ReceivedRequest& request) {
    return std::vector<std::string>{
        request.Response(kNotWritable, 2, ValuesOf(request))};
  });
  auto session = OpenSession(Patient(agent.endpoint()));

  Result<void> set = session->Set(
      {{kFirst, Value::Integer32(1)}, {kSecond, Value::Integer32(1)}},
      Resend::kAllowed);

  ASSERT_FALSE(set.ok());
  EXPECT_EQ(set.error().kind, ErrorKind::kRefusedByDevice);
  EXPECT_EQ(set.error().message, "SET was refused: notWritable");
  EXPECT_EQ(set.error().oid, "1.3.6.1.4.1.99.2");
  EXPECT_EQ(set.error().answer->index, 2);
}

TEST(NetSnmpSessionTest, RefusesAnAnswerWithTooFewVariables) {
  ScriptedAgent agent([](const ReceivedRequest& request) {
    return std::vector<std::string>{
        request.Response(kNoError, 0, {ber::WriteInteger(1)})};
  });
  auto session = OpenSession(Patient(agent.endpoint()));

  Varbinds read = session->Get({kFirst, kSecond});

  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kProtocol);
}

TEST(NetSnmpSessionTest, ServesSeveralThreads) {
  ScriptedAgent agent(AnswerAll);
  auto session = OpenSession(Patient(agent.endpoint()));
  std::vector<Varbinds> answers(8, Varbinds(Error{}));
  std::vector<std::thread> threads;
  for (Varbinds& answer : answers) {
    threads.emplace_back([&] { answer = session->Get({kFirst}); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }

  EXPECT_THAT(answers, Each(::testing::Property(&Varbinds::ok, true)));
  EXPECT_THAT(agent.requests(), SizeIs(8));
}

TEST(NetSnmpSessionTest, RefusesAPassphraseThatIsTooShort) {
  NetSnmpSession::Options options = Patient(Endpoint{"127.0.0.1", 161});
  options.version = SnmpVersion::kV3;
  options.user = User();
  options.user.auth_passphrase = "sesame";

  Result<std::unique_ptr<NetSnmpSession>> session =
      NetSnmpSession::Open(options);

  ASSERT_FALSE(session.ok());
  EXPECT_EQ(session.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_THAT(session.error().Text(), Not(HasSubstr("sesame")));
}

TEST(NetSnmpSessionTest, RefusesATimeoutThatIsNotPositive) {
  NetSnmpSession::Options options = Patient(Endpoint{"127.0.0.1", 161});
  options.timeout = milliseconds(0);

  Result<std::unique_ptr<NetSnmpSession>> session =
      NetSnmpSession::Open(options);

  ASSERT_FALSE(session.ok());
  EXPECT_EQ(session.error().kind, ErrorKind::kInvalidArgument);
}

}  // namespace
}  // namespace pdukit::client
