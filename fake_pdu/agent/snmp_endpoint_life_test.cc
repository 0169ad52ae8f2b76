#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <future>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/agent/agent_thread.h"
#include "fake_pdu/agent/snmp_endpoint.h"
#include "fake_pdu/agent/testing/map_view.h"
#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/agent/testing/users.h"

namespace pdukit::fake_pdu {
namespace {

const Oid kName{1, 3, 6, 1, 2, 1, 1, 5, 0};

std::ptrdiff_t OpenDescriptors() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                       std::filesystem::directory_iterator());
}

// Sends what no SNMP library would.
class RawSocket {
 public:
  explicit RawSocket(std::uint16_t port) {
    peer_.sin_family = AF_INET;
    peer_.sin_port = htons(port);
    peer_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  }
  ~RawSocket() { close(socket_); }
  RawSocket(const RawSocket&) = delete;
  RawSocket& operator=(const RawSocket&) = delete;

  void Send(const std::string& datagram) {
    sendto(socket_, datagram.data(), datagram.size(), 0,
           reinterpret_cast<const sockaddr*>(&peer_), sizeof peer_);
  }

 private:
  const int socket_ = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_in peer_{};
};

class SnmpEndpointLifeTest : public ::testing::Test {
 protected:
  SnmpEndpointLifeTest() { view_.Add(kName, Value::OctetString("rack4")); }

  SnmpEndpoint::Options Options() {
    SnmpEndpoint::Options options;
    options.read_community = "public";
    options.users = {Granted(user_)};
    options.clock = &clock_;
    return options;
  }

  std::unique_ptr<SnmpEndpoint> Start() {
    return SnmpEndpoint::Start(Options(), view_).value();
  }

  const UsmUser user_ = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  ManualClock clock_;
  MapView view_;
};

TEST_F(SnmpEndpointLifeTest, SendsAClientFromBeforeARestartBackOnce) {
  const auto endpoint = Start();
  TestClient client(endpoint->address(), user_);
  client.Get({kName});

  endpoint->Restart();
  const TestReply reply = client.Get({kName});

  EXPECT_EQ(reply.resends, 1);
  EXPECT_EQ(reply.value(), Value::OctetString("rack4"));
}

TEST_F(SnmpEndpointLifeTest, TakesTheTimeOfAClientThatJustDiscoveredIt) {
  const auto endpoint = Start();
  clock_.Advance(std::chrono::hours(24));

  TestClient client(endpoint->address(), user_);

  EXPECT_EQ(client.Get({kName}).resends, 0);
}

TEST_F(SnmpEndpointLifeTest, SendsAClientBackOutsideOfTheTimeWindow) {
  const auto endpoint = Start();
  TestClient client(endpoint->address(), user_);
  client.Get({kName});

  clock_.Advance(std::chrono::seconds(140));
  EXPECT_EQ(client.Get({kName}).resends, 0);

  clock_.Advance(std::chrono::seconds(160));
  EXPECT_EQ(client.Get({kName}).resends, 1);
  EXPECT_EQ(client.Get({kName}).resends, 0);
}

TEST_F(SnmpEndpointLifeTest, SwallowsWhatComesWhileMute) {
  const auto endpoint = Start();
  TestClient early(endpoint->address(), SnmpVersion::kV2c, "public");
  TestClient late(endpoint->address(), SnmpVersion::kV2c, "public");

  endpoint->Mute();
  early.Send(kName);
  endpoint->Unmute();

  EXPECT_EQ(late.Get({kName}).value(), Value::OctetString("rack4"));
  EXPECT_EQ(early.Received(), std::nullopt);
}

TEST_F(SnmpEndpointLifeTest, LeavesOthersAloneWhileMute) {
  const auto mute = Start();
  const auto other = Start();

  mute->Mute();

  TestClient client(other->address(), user_);
  EXPECT_EQ(client.Get({kName}).value(), Value::OctetString("rack4"));
}

TEST_F(SnmpEndpointLifeTest, FreesItsPort) {
  const std::string address = Start()->address();
  SnmpEndpoint::Options options = Options();
  options.listen = address;

  const auto endpoint = SnmpEndpoint::Start(options, view_);

  ASSERT_TRUE(endpoint.ok()) << endpoint.error();
  EXPECT_EQ((*endpoint)->address(), address);
}

TEST_F(SnmpEndpointLifeTest, LeavesNoDescriptorBehind) {
  Start();
  const std::ptrdiff_t before = OpenDescriptors();

  for (int i = 0; i < 20; ++i) {
    const auto endpoint = Start();
    TestClient(endpoint->address(), user_).Get({kName});
  }

  EXPECT_EQ(OpenDescriptors(), before);
}

TEST_F(SnmpEndpointLifeTest, LeavesNoDescriptorBehindIfItCannotStart) {
  const auto endpoint = Start();
  SnmpEndpoint::Options options = Options();
  options.listen = endpoint->address();
  const std::ptrdiff_t before = OpenDescriptors();

  EXPECT_FALSE(SnmpEndpoint::Start(options, view_).ok());

  EXPECT_EQ(OpenDescriptors(), before);
}

TEST_F(SnmpEndpointLifeTest, SurvivesGarbage) {
  const auto endpoint = Start();
  TestClient client(endpoint->address(), user_);
  RawSocket raw(endpoint->port());

  raw.Send("");
  raw.Send("garbage");
  // A message that claims more octets than it has.
  raw.Send("\x30\x82\xFF\xFF\x02\x01\x01\x04\x06public");

  EXPECT_EQ(client.Get({kName}).value(), Value::OctetString("rack4"));
}

TEST_F(SnmpEndpointLifeTest, AnswersForAHundredOnOneThread) {
  const auto threads = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                         std::filesystem::directory_iterator());
  };
  std::vector<std::unique_ptr<SnmpEndpoint>> endpoints;
  endpoints.push_back(Start());
  const std::ptrdiff_t before = threads();

  for (int i = 1; i < 100; ++i) {
    endpoints.push_back(Start());
  }

  EXPECT_EQ(threads(), before);
  for (const auto& endpoint : endpoints) {
    TestClient client(endpoint->address(), user_);
    EXPECT_EQ(client.Get({kName}).value(), Value::OctetString("rack4"));
  }
}

// Endpoints come and go while clients with right and wrong keys ask others.
TEST_F(SnmpEndpointLifeTest, KeepsClientsOfManyThreadsApart) {
  UsmUser wrong = user_;
  wrong.auth_passphrase = "auth-guess";
  const auto endpoint = Start();
  const auto ask = [&](const UsmUser& user) {
    return std::async(std::launch::async, [&endpoint, user] {
      int answers = 0;
      for (int i = 0; i < 50; ++i) {
        TestClient client(endpoint->address(), user);
        answers += client.Get({kName}).report.empty() ? 1 : 0;
      }
      return answers;
    });
  };

  auto right = ask(user_);
  auto guess = ask(wrong);
  for (int i = 0; i < 100; ++i) {
    Start();
  }

  EXPECT_EQ(right.get(), 50);
  EXPECT_EQ(guess.get(), 0);
}

TEST(AgentThreadTest, RunsATimerWhenItIsDue) {
  AgentThread& thread = *AgentThread::Get().value();
  std::promise<Clock::TimePoint> ran;
  const Clock::TimePoint due =
      Clock::Real().Now() + std::chrono::milliseconds(20);

  thread.timers().Schedule(due, [&ran] { ran.set_value(Clock::Real().Now()); });

  EXPECT_GE(ran.get_future().get(), due);
}

TEST(AgentThreadTest, RunsAtOnceWhatHasAlwaysBeenDue) {
  AgentThread& thread = *AgentThread::Get().value();
  std::promise<void> ran;

  thread.timers().Schedule(Clock::TimePoint::min(),
                           [&ran] { ran.set_value(); });

  ran.get_future().wait();
}

TEST(AgentThreadTest, RunsTimersWithoutTheRuntimesLock) {
  AgentThread& thread = *AgentThread::Get().value();
  std::promise<void> ran;

  thread.timers().Schedule(Clock::Real().Now(), [&ran] {
    const NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
    ran.set_value();
  });

  ran.get_future().wait();
}

}  // namespace
}  // namespace pdukit::fake_pdu
