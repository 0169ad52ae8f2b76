// What stands in a message that a user has rightly authenticated: a scopedPDU,
// or the PDU in one if it begins so. An odd number of octets is encrypted.

#include <string>
#include <vector>

#include "tests/fuzz/agent_bench.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/requests.h"
#include "tests/fuzz/v3_message.h"

namespace pdukit::fuzz {
namespace {

bool IsPdu(const std::string& octets) {
  return !octets.empty() && (octets.front() & 0xF0) == 0xA0;
}

struct Setup {
  AgentBench bench;
  V3Writer writer{FuzzUser(SecurityLevel::kAuthPriv), bench.engine_id()};
};

Setup& TheSetup() {
  static Setup& setup = *new Setup;
  return setup;
}

}  // namespace

void TryInput(const std::string& input) {
  // What is longer fits no datagram.
  if (input.size() > 60000) {
    return;
  }
  Setup& setup = TheSetup();
  const bool encrypted = input.size() % 2 == 1;
  setup.bench.Try(setup.writer.Wrap(
      IsPdu(input) ? setup.writer.Scope(input) : input,
      {encrypted ? SecurityLevel::kAuthPriv : SecurityLevel::kAuthNoPriv,
       setup.bench.time()}));
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const RequestSpec& spec : SampleRequests()) {
    const std::string pdu = PduOf(EncodeRequest(SnmpVersion::kV2c, "", spec));
    seeds.push_back(pdu);
    seeds.push_back(TheSetup().writer.Scope(pdu));
  }
  return seeds;
}

}  // namespace pdukit::fuzz
