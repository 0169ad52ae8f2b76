#ifndef PDUKIT_FAKE_PDU_AGENT_TESTING_TEST_CLIENT_H_
#define PDUKIT_FAKE_PDU_AGENT_TESTING_TEST_CLIENT_H_

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fake_pdu/agent/exchange.h"
#include "snmp/error_status.h"
#include "snmp/oid.h"
#include "snmp/runtime.h"
#include "snmp/security.h"
#include "snmp/usm.h"
#include "snmp/varbind.h"

struct snmp_pdu;
struct snmp_session;

namespace pdukit::fake_pdu {

// What came back: a response, or the Report of a refused message.
struct TestReply {
  ErrorStatus status = ErrorStatus::kNoError;
  // From one; 0 for none.
  long index = 0;
  std::vector<Varbind> varbinds{};
  // The usmStats counter of a Report; empty for a response.
  Oid report{};
  // How often the request went out again: once after a Report of
  // notInTimeWindow, which the library answers by itself.
  int resends = 0;

  // Of the first varbind.
  Value value() const;
};

// The plainest SNMP client: sends each request as it is told, and hands out
// whatever answers it. One thread at a time.
class TestClient {
 public:
  // "127.0.0.1:40961"
  TestClient(const std::string& address, SnmpVersion version,
             const std::string& community);
  // Version 3; discovers the engine first.
  TestClient(const std::string& address, const UsmUser& user);
  ~TestClient();
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  // These throw std::runtime_error if nothing answers in ten seconds.
  TestReply Get(const std::vector<Oid>& oids);
  TestReply GetNext(const std::vector<Oid>& oids);
  TestReply GetBulk(const std::vector<Oid>& oids, long max_repetitions,
                    long non_repeaters = 0);
  TestReply Set(const std::vector<Varbind>& varbinds);

  // Sends a request and does not wait; a GETBULK of two repetitions. What
  // answers it is Received, if it has come: for silence, after a later request
  // to the agent was answered.
  void Send(Operation operation, const std::vector<Varbind>& varbinds);
  // A GET.
  void Send(const Oid& oid, const std::string& context = "");
  std::optional<TestReply> Received();

 private:
  void Open(const std::string& address, snmp_session& settings,
            const NetSnmpRuntime::Lock& lock);
  void Discover();
  snmp_pdu* Create(int command, const std::vector<Oid>& oids);
  snmp_pdu* CreateSet(const std::vector<Varbind>& varbinds);
  void Send(snmp_pdu* request);
  TestReply Exchange(snmp_pdu* request);
  // Reads one datagram; false if none comes.
  bool Receive(std::chrono::milliseconds wait);
  static int OnMessage(int operation, snmp_session* session, int request_id,
                       snmp_pdu* pdu, void* client) noexcept;

  NetSnmpRuntime& runtime_ = NetSnmpRuntime::Get();
  std::unique_ptr<UsmClientIdentity> identity_;
  void* session_ = nullptr;
  int socket_ = -1;
  int resends_ = 0;
  std::optional<TestReply> reply_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_TESTING_TEST_CLIENT_H_
