#ifndef PDUKIT_TESTS_FUZZ_AGENT_BENCH_H_
#define PDUKIT_TESTS_FUZZ_AGENT_BENCH_H_

#include <string>

#include "base/clock.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/usm.h"
#include "tests/fuzz/datagram_socket.h"

namespace pdukit::fuzz {

// A fake that is sent datagrams over a real socket, and held against its
// promises after each. It answers on the calling thread.
class AgentBench {
 public:
  AgentBench();

  // Ends the process if more than one answer comes back, or one that is no
  // SNMP message; if the journal cannot be printed; if a good request is then
  // not answered as at the beginning.
  void Try(const std::string& datagram);

  const std::string& engine_id() const { return fake_.engine_id(); }
  // Time stands still.
  EngineTime time() const { return {1, 0}; }

 private:
  void Deliver(const std::string& datagram);
  std::string AnswerToGoodRequest();

  ManualClock clock_;
  fake_pdu::FakePdu fake_;
  DatagramSocket socket_;
  const std::string good_request_;
  const std::string good_answer_;
};

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_AGENT_BENCH_H_
