// exiting_program HOW: ends in one of the ways in which a test program may end
// while it has fakes. Prints what it has started, once that answers.

#include <chrono>
#include <cstdlib>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::FakePdu;

UsmUser User() {
  return {"operator", AuthProtocol::kSha1, "auth passphrase",
          PrivProtocol::kAes128, "priv passphrase"};
}

FakePdu Start() {
  FakePdu::Options options;
  options.model = "AP7900";
  options.users = {{User()}};
  return FakePdu::Start(options).value();
}

SnmpPdu Open(const FakePdu& pdu) {
  SnmpPdu::Options options;
  options.version = SnmpVersion::kV3;
  options.user = User();
  options.timeout = std::chrono::seconds(20);
  options.deadline = std::chrono::seconds(60);
  return SnmpPdu::Open(pdu.address(), options).value();
}

void Show(const FakePdu& pdu) {
  Open(pdu).outlet(3).value().Off().value();
  std::cout << pdu.address() << std::endl;
}

// Made before main, and destroyed after it: before what main and the library
// made for the first time later on.
struct Global {
  std::unique_ptr<FakePdu> pdu;
  explicit Global(bool wanted) {
    if (wanted) {
      pdu = std::make_unique<FakePdu>(Start());
    }
  }
};
const Global global(std::getenv("PDUKIT_GLOBAL") != nullptr);

int KeepGlobal() {
  Show(*global.pdu);
  return 0;
}

int KeepStatic() {
  static const FakePdu pdu = Start();
  Show(pdu);
  return 0;
}

int Exit() {
  const FakePdu pdu = Start();
  Show(pdu);
  std::exit(0);
}

int QuickExit() {
  const FakePdu pdu = Start();
  Show(pdu);
  std::quick_exit(0);
}

// Threads that nobody waits for ask, by a session that they have and by new
// ones, while main returns.
int LeaveThreads() {
  static const FakePdu& pdu = *new FakePdu(Start());
  Show(pdu);
  for (int thread = 0; thread < 4; ++thread) {
    std::promise<void> asked;
    std::future<void> has_asked = asked.get_future();
    std::thread([asked = std::move(asked)]() mutable {
      const SnmpPdu client = Open(pdu);
      asked.set_value();
      while (true) {
        static_cast<void>(client.outlet(3).value().On());
        static_cast<void>(Open(pdu).outlets());
      }
    }).detach();
    has_asked.wait();
  }
  return 0;
}

int Main(const std::string& how) {
  static const std::map<std::string, std::function<int()>> ways{
      {"global", KeepGlobal}, {"static", KeepStatic},    {"exit", Exit},
      {"quick", QuickExit},   {"threads", LeaveThreads},
  };
  const auto way = ways.find(how);
  return way == ways.end() ? 2 : way->second();
}

}  // namespace
}  // namespace pdukit

int main(int argc, char** argv) {
  return pdukit::Main(argc > 1 ? argv[1] : "");
}
