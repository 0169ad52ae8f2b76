#include "fake_pdu/agent/journal.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/agent/fault.h"
#include "fake_pdu/agent/requests.h"
#include "fake_pdu/agent/snmp_endpoint.h"
#include "fake_pdu/agent/testing/map_view.h"
#include "fake_pdu/agent/testing/test_client.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Oid kName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid kUptime{1, 3, 6, 1, 2, 1, 1, 3, 0};

// Sends a GET of sysUpTime.0 by the community `public`, the same octets each
// time, and waits for the answer.
class RawClient {
 public:
  explicit RawClient(int port) : socket_(socket(AF_INET, SOCK_DGRAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
  }
  ~RawClient() { close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void Ask() const {
    const std::string request(
        "\x30\x26\x02\x01\x01\x04\x06public\xA0\x19\x02\x01\x07\x02\x01\x00\x02"
        "\x01\x00\x30\x0E\x30\x0C\x06\x08\x2B\x06\x01\x02\x01\x01\x03\x00\x05"
        "\x00",
        40);
    std::array<char, 512> answer{};
    ASSERT_EQ(send(socket_, request.data(), request.size(), 0), 40);
    ASSERT_GT(recv(socket_, answer.data(), answer.size(), 0), 0);
  }

 private:
  const int socket_;
};

class JournalTest : public ::testing::Test {
 protected:
  JournalTest() {
    view_.AddWritable(kName, Value::OctetString("rack4"));
    view_.Add(kUptime, Value::TimeTicks(42));
    options_.read_community = "public";
    options_.write_community = "private";
    options_.journal_size = 3;
  }

  std::vector<std::uint64_t> Numbers() {
    std::vector<std::uint64_t> numbers;
    for (const Exchange& exchange : endpoint_->journal()) {
      numbers.push_back(exchange.number);
    }
    return numbers;
  }

  void Start() { endpoint_ = SnmpEndpoint::Start(options_, view_).value(); }

  TestClient Client(const std::string& community = "private") {
    return {endpoint_->address(), SnmpVersion::kV2c, community};
  }

  MapView view_;
  SnmpEndpoint::Options options_;
  std::unique_ptr<SnmpEndpoint> endpoint_;
};

TEST_F(JournalTest, WhoHasTheAnswerFindsTheExchange) {
  Start();
  TestClient client = Client();

  client.Set({{kName, Value::OctetString("rack5")}});

  const std::vector<Exchange> journal = endpoint_->journal();
  ASSERT_EQ(journal.size(), 1U);
  const Request& request = journal[0].request;
  EXPECT_EQ(request.operation, Operation::kSet);
  EXPECT_EQ(request.version, SnmpVersion::kV2c);
  EXPECT_EQ(request.community, "private");
  EXPECT_EQ(request.varbinds.at(0).oid, kName);
  EXPECT_EQ(request.varbinds.at(0).value, Value::OctetString("rack5"));
  EXPECT_FALSE(request.is_resend);
  EXPECT_EQ(journal[0].response.value().status, ErrorStatus::kNoError);
}

TEST_F(JournalTest, HoldsTheAnswersValues) {
  Start();
  TestClient client = Client();

  client.Get({kUptime, kName});

  const Response response = endpoint_->journal().at(0).response.value();
  EXPECT_EQ(response.varbinds.at(0).value, Value::TimeTicks(42));
  EXPECT_EQ(response.varbinds.at(1).value, Value::OctetString("rack4"));
}

TEST_F(JournalTest, KeepsTheLastAndCountsAll) {
  Start();
  TestClient client = Client();

  for (int i = 0; i < 5; ++i) {
    client.Get({kUptime});
  }

  EXPECT_THAT(Numbers(), ElementsAre(3, 4, 5));
  EXPECT_EQ(endpoint_->exchange_count(), 5U);
}

TEST_F(JournalTest, NumbersGoOnAfterItWasCleared) {
  Start();
  TestClient client = Client();
  client.Get({kUptime});
  client.Get({kUptime});

  endpoint_->ClearJournal();
  EXPECT_THAT(Numbers(), IsEmpty());
  for (int i = 0; i < 4; ++i) {
    client.Get({kUptime});
  }

  EXPECT_THAT(Numbers(), ElementsAre(4, 5, 6));
}

TEST_F(JournalTest, OfNoSizeKeepsNothing) {
  options_.journal_size = 0;
  Start();
  TestClient client = Client();

  client.Get({kUptime});

  EXPECT_THAT(Numbers(), IsEmpty());
}

TEST_F(JournalTest, SaysWhyNobodyWasAnswered) {
  Start();
  TestClient stranger = Client("guess");
  TestClient client = Client();

  stranger.Send(kUptime);
  client.Get({kUptime});

  const Exchange refused = endpoint_->journal().at(0);
  EXPECT_EQ(refused.refusal, "unknown community");
  EXPECT_FALSE(refused.response.has_value());
}

TEST_F(JournalTest, KnowsAResendWhoeverAskedAnotherPduMeanwhile) {
  Start();
  SnmpEndpoint::Options over_ipv6 = options_;
  over_ipv6.listen = "[::1]:0";
  const auto other = SnmpEndpoint::Start(over_ipv6, view_).value();
  TestClient neighbour(other->address(), SnmpVersion::kV2c, "public");
  const InjectedFault resent = endpoint_->Inject(
      Fault::Refuse(ErrorStatus::kGenErr).For(Requests().Resent()));
  const RawClient client(endpoint_->port());

  client.Ask();
  EXPECT_EQ(resent.count(), 0);
  neighbour.Get({kUptime});
  client.Ask();

  EXPECT_EQ(resent.count(), 1);
}

TEST_F(JournalTest, AnExchangeIsALine) {
  Start();
  TestClient client = Client();
  client.Set({{kName, Value::OctetString("rack5")}});

  std::ostringstream line;
  line << endpoint_->journal().at(0);

  EXPECT_THAT(line.str(),
              HasSubstr(" v2c \"private\" SET 1.3.6.1.2.1.1.5.0 = \"rack5\" "
                        "-> ok"));
}

}  // namespace
}  // namespace pdukit::fake_pdu
