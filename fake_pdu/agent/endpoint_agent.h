#ifndef PDUKIT_FAKE_PDU_AGENT_ENDPOINT_AGENT_H_
#define PDUKIT_FAKE_PDU_AGENT_ENDPOINT_AGENT_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/agent/access.h"
#include "fake_pdu/agent/agent_thread.h"
#include "fake_pdu/agent/gate.h"
#include "fake_pdu/agent/listen_address.h"
#include "fake_pdu/agent/object_handler.h"
#include "fake_pdu/agent/snmp_endpoint.h"
#include "snmp/runtime.h"
#include "snmp/usm.h"

struct session_list;
struct netsnmp_transport_s;
struct snmp_pdu;
struct snmp_session;

namespace pdukit::fake_pdu {

// What an SnmpEndpoint consists of: its Net-SNMP session, and whatever a
// request needs. Thread-safe; what takes a Lock runs on the agent thread.
class EndpointAgent final : public RequestTarget {
 public:
  // Fails with kInvalidArgument.
  static Result<std::unique_ptr<EndpointAgent>> Create(
      const SnmpEndpoint::Options& options, ObjectView& view);

  ~EndpointAgent();
  EndpointAgent(const EndpointAgent&) = delete;
  EndpointAgent& operator=(const EndpointAgent&) = delete;

  // Binds the address, once, and answers from then on. Fails with kSystem.
  Result<ListenAddress> Open(const ListenAddress& address);

  const std::string& engine_id() const { return identity_->engine_id(); }
  void Restart();
  void Mute();
  void Unmute();
  Gate& gate() { return gate_; }
  // Whoever has an answer finds its exchange in the journal afterwards.
  void FinishExchange() { const NetSnmpRuntime::Lock lock(runtime_); }

  ObjectView& view() override { return view_; }

 private:
  EndpointAgent(const SnmpEndpoint::Options& options, ObjectView& view);

  Result<ListenAddress> Bind(const ListenAddress& address, AgentThread& thread);
  bool AddSession(netsnmp_transport_s* transport);
  void Read(const NetSnmpRuntime::Lock& lock);
  void ReadMessage(const NetSnmpRuntime::Lock& lock,
                   const ReceivedMessage* message);
  // Answers all that has come.
  void FinishWork();
  static int OnMessage(int operation, snmp_session* session, int request_id,
                       snmp_pdu* request, void* target) noexcept;
  int Answer(snmp_session* session, int request_id, snmp_pdu& request);
  // Without serving it, as the fault says.
  void Misanswer(const Effect& effect, snmp_pdu& request);
  void Respond(snmp_pdu& request, ErrorStatus status, int index);
  void SendReport(snmp_pdu& request, ReportKind kind);
  void Send(snmp_pdu* message);
  Access AccessOf(const snmp_pdu& request) const;
  EngineTime Now() const;
  void DropReceived() const;

  NetSnmpRuntime& runtime_ = NetSnmpRuntime::Get();
  ObjectView& view_;
  const AccessPolicy policy_;
  Clock& clock_;
  const std::function<void()> on_exchange_;
  std::unique_ptr<UsmAgentIdentity> identity_;
  Gate gate_;
  int worker_ = -1;

  // Guarded by the runtime's lock, as are those below.
  AgentThread* thread_ = nullptr;
  AgentThread::SocketId watch_ = 0;
  session_list* session_ = nullptr;
  int socket_ = -1;
  bool mute_ = false;
  std::uint32_t boots_;
  Clock::TimePoint booted_at_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_ENDPOINT_AGENT_H_
