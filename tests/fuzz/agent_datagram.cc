// Datagrams into a fake, as they come.

#include <string>
#include <vector>

#include "tests/fuzz/agent_bench.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/requests.h"
#include "tests/fuzz/v3_message.h"

namespace pdukit::fuzz {
namespace {

AgentBench& Bench() {
  static AgentBench& bench = *new AgentBench;
  return bench;
}

}  // namespace

void TryInput(const std::string& input) {
  // No datagram is longer.
  if (input.size() <= 65507) {
    Bench().Try(input);
  }
}

std::vector<std::string> Seeds() {
  const V3Writer writer(FuzzUser(SecurityLevel::kAuthPriv),
                        Bench().engine_id());
  const V3Writer stranger(FuzzUser(SecurityLevel::kAuthPriv), "");
  V3Writer::Envelope discovery;
  discovery.names_user = false;
  std::vector<std::string> seeds = {stranger.Wrap(
      stranger.Scope(PduOf(EncodeRequest(SnmpVersion::kV2c, "", {}))),
      discovery)};
  for (const RequestSpec& spec : SampleRequests()) {
    const std::string v2c = EncodeRequest(SnmpVersion::kV2c, "private", spec);
    seeds.push_back(v2c);
    if (!spec.is_bulk()) {
      seeds.push_back(EncodeRequest(SnmpVersion::kV1, "private", spec));
    }
    for (const SecurityLevel level :
         {SecurityLevel::kNoAuthNoPriv, SecurityLevel::kAuthNoPriv,
          SecurityLevel::kAuthPriv}) {
      seeds.push_back(
          writer.Wrap(writer.Scope(PduOf(v2c)), {level, Bench().time()}));
    }
  }
  return seeds;
}

}  // namespace pdukit::fuzz
