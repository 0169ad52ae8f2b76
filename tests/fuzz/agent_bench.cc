#include "tests/fuzz/agent_bench.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "client/session/ber.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/requests.h"
#include "tests/fuzz/v3_message.h"

namespace pdukit::fuzz {
namespace {

using fake_pdu::FakePdu;
using fake_pdu::Fault;
using std::chrono::milliseconds;

// sysObjectID.0, which no SET changes.
const Oid kSysObjectId{1, 3, 6, 1, 2, 1, 1, 2, 0};

FakePdu StartFake(Clock& clock) {
  FakePdu::Options options;
  options.model = "AP7900";
  options.clock = &clock;
  options.users = {{FuzzUser(SecurityLevel::kAuthPriv)}};
  options.journal_size = 4;
  FakePdu fake = FakePdu::Start(options).value();
  // Befalls nothing, but every request is looked at.
  fake.Inject(Fault::DropRequest().For(
      fake_pdu::SetOf(3).From("somebody who is not there")));
  return fake;
}

bool IsMessage(const std::string& octets) {
  namespace ber = client::ber;
  try {
    const std::vector<ber::Element> message = ber::Parse(octets);
    return message.size() == 1 && message[0].tag == ber::kSequence &&
           ber::Parse(message[0].content).size() >= 3;
  } catch (const std::out_of_range&) {
    return false;
  }
}

}  // namespace

AgentBench::AgentBench()
    : fake_(StartFake(clock_)),
      good_request_(EncodeRequest(SnmpVersion::kV2c, "public",
                                  {0xA0, {{kSysObjectId, Value::Null()}}})),
      good_answer_(AnswerToGoodRequest()) {}

void AgentBench::Deliver(const std::string& datagram) {
  socket_.Send(datagram, static_cast<std::uint16_t>(fake_.port()));
  clock_.FinishWork(fake_.address());
}

std::string AgentBench::AnswerToGoodRequest() {
  Deliver(good_request_);
  const std::optional<std::string> answer = socket_.Receive(milliseconds(0));
  Require(answer.has_value(), "a good request is answered");
  return *answer;
}

void AgentBench::Try(const std::string& datagram) {
  Deliver(datagram);
  const std::optional<std::string> answer = socket_.Receive(milliseconds(0));
  Require(!answer || IsMessage(*answer), "an answer is an SNMP message");
  Require(!socket_.Receive(milliseconds(0)), "there is one answer at most");
  std::ostringstream journal;
  for (const fake_pdu::Exchange& exchange : fake_.journal()) {
    journal << exchange << '\n';
  }
  fake_.ClearJournal();
  Require(AnswerToGoodRequest() == good_answer_,
          "a good request is answered as before");
}

}  // namespace pdukit::fuzz
