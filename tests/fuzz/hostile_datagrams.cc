// Sends the `fake_pdu` program datagrams that somebody has spoilt, and good
// requests between them, each of which has to be answered right.
//
//   hostile_datagrams PROGRAM [COUNT]

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "client/session/ber.h"
#include "fake_pdu/agent/testing/test_client.h"
#include "tests/fuzz/datagram_socket.h"
#include "tests/fuzz/fake_program.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/requests.h"
#include "tests/fuzz/v3_message.h"

namespace pdukit::fuzz {
namespace {

namespace ber = client::ber;
using fake_pdu::TestClient;
using SteadyClock = std::chrono::steady_clock;

// sysObjectID.0 of an AP7900, which no SET changes.
const Oid kSysObjectId{1, 3, 6, 1, 2, 1, 1, 2, 0};
const Oid kRackPdu{1, 3, 6, 1, 4, 1, 318, 1, 3, 4, 5};

// Before the next good request: the program's socket holds three times that.
constexpr std::size_t kBatch = 64;
constexpr std::size_t kBatchOctets = 65536;

// An engine's messages are of no use after 150 s (RFC 3414 section 2.2.3).
constexpr std::chrono::seconds kFresh{60};

// Valid requests of all versions, towards one agent.
class Requests {
 public:
  Requests(DatagramSocket& socket, std::uint16_t port) {
    const V3Writer stranger(FuzzUser(SecurityLevel::kAuthPriv), "");
    V3Writer::Envelope probe;
    probe.names_user = false;
    discovery_ = stranger.Wrap(
        stranger.Scope(PduOf(EncodeRequest(SnmpVersion::kV2c, "", {}))), probe);
    socket.Send(discovery_, port);
    const auto report = socket.Receive(std::chrono::seconds(10));
    Require(report.has_value(), "the program tells its engine ID");
    const std::string parameters =
        ber::Parse(ber::Parse(*report).at(0).content).at(2).content;
    engine_id_ = ber::Parse(ber::Parse(parameters).at(0).content).at(0).content;
    started_ = SteadyClock::now();
  }

  const std::vector<std::string>& Fresh() {
    const auto now = SteadyClock::now();
    if (requests_.empty() || now - made_ > kFresh) {
      made_ = now;
      Make();
    }
    return requests_;
  }

 private:
  void Make() {
    const V3Writer writer(FuzzUser(SecurityLevel::kAuthPriv), engine_id_);
    const auto since =
        std::chrono::duration_cast<std::chrono::seconds>(made_ - started_);
    const EngineTime time{1, static_cast<std::uint32_t>(since.count())};
    requests_ = {discovery_};
    for (const RequestSpec& spec : SampleRequests()) {
      const std::string v2c = EncodeRequest(SnmpVersion::kV2c, "private", spec);
      requests_.push_back(v2c);
      if (!spec.is_bulk()) {
        requests_.push_back(EncodeRequest(SnmpVersion::kV1, "private", spec));
      }
      for (const SecurityLevel level :
           {SecurityLevel::kAuthNoPriv, SecurityLevel::kAuthPriv}) {
        requests_.push_back(
            writer.Wrap(writer.Scope(PduOf(v2c)), {level, time}));
      }
    }
  }

  std::string discovery_;
  std::string engine_id_;
  SteadyClock::time_point started_;
  SteadyClock::time_point made_;
  std::vector<std::string> requests_;
};

// Asks a good question in each version in turn.
class GoodClients {
 public:
  explicit GoodClients(const std::string& address) {
    for (const SnmpVersion version : {SnmpVersion::kV1, SnmpVersion::kV2c}) {
      clients_.push_back(
          std::make_unique<TestClient>(address, version, "public"));
    }
    clients_.push_back(std::make_unique<TestClient>(
        address, FuzzUser(SecurityLevel::kAuthPriv)));
  }

  std::uint64_t asked() const { return asked_; }
  std::uint64_t failures() const { return failures_; }

  // False if there is no right answer.
  bool Ask() {
    TestClient& client = *clients_[asked_++ % clients_.size()];
    try {
      if (client.Get({kSysObjectId}).value() ==
          Value::ObjectIdentifier(kRackPdu)) {
        return true;
      }
      std::cout << "good request " << asked_ << ": a wrong answer\n";
    } catch (const std::exception& failure) {
      std::cout << "good request " << asked_ << ": " << failure.what() << '\n';
    }
    ++failures_;
    return false;
  }

 private:
  std::vector<std::unique_ptr<TestClient>> clients_;
  std::uint64_t asked_ = 0;
  std::uint64_t failures_ = 0;
};

// Spoilt requests, until it is time for a good one; how many they were.
std::size_t SendBatch(DatagramSocket& socket, std::uint16_t port,
                      Mutator& mutator, const std::vector<std::string>& good) {
  std::size_t octets = 0;
  std::size_t sent = 0;
  for (; sent < kBatch && octets < kBatchOctets; ++sent) {
    const std::string datagram =
        mutator.Mutate(good[mutator.Below(good.size())], good);
    octets += datagram.size();
    socket.Send(datagram, port);
  }
  while (socket.Receive(std::chrono::milliseconds(0))) {
  }
  return sent;
}

std::string LogPath() {
  const char* folder = std::getenv("TEST_UNDECLARED_OUTPUTS_DIR");
  return std::string(folder != nullptr ? folder : "/tmp") +
         "/hostile_datagrams.log";
}

int Main(const std::string& path, std::size_t count) {
  const auto start = SteadyClock::now();
  FakeProgram program(path,
                      {"--model", "AP7900", "--v3-user",
                       "fuzzer:SHA:auth passphrase:AES:priv passphrase"},
                      LogPath());
  DatagramSocket socket;
  Requests requests(socket, program.port());
  GoodClients clients(program.address());
  Mutator mutator(1);
  std::size_t sent = 0;
  // Without an answer it is gone, or as good as that.
  while (sent < count && clients.failures() < 3) {
    sent += SendBatch(socket, program.port(), mutator, requests.Fresh());
    clients.Ask();
  }
  const std::uint64_t lost = program.lost();
  const int exit_code = program.Stop();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(
      SteadyClock::now() - start);
  std::cout << sent << " spoilt datagrams (" << lost << " lost), "
            << clients.asked() << " good requests, " << clients.failures()
            << " failures; fake_pdu ended with " << exit_code << " after "
            << seconds.count() << " s; its stderr is in " << LogPath() << '\n';
  return lost == 0 && clients.failures() == 0 && exit_code == 0 ? 0 : 1;
}

}  // namespace
}  // namespace pdukit::fuzz

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: hostile_datagrams PROGRAM [COUNT]\n";
    return 2;
  }
  return pdukit::fuzz::Main(argv[1], std::stoul(argc > 2 ? argv[2] : "20000"));
}
