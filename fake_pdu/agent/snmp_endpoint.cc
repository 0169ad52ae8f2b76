#include "fake_pdu/agent/snmp_endpoint.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

#include "fake_pdu/agent/agent_library.h"
#include "fake_pdu/agent/agent_thread.h"
#include "fake_pdu/agent/bulk_limit.h"
#include "fake_pdu/agent/engine_id.h"
#include "fake_pdu/agent/listen_address.h"
#include "fake_pdu/agent/net_snmp_agent.h"
#include "fake_pdu/agent/object_handler.h"
#include "snmp/net_snmp_varbind.h"
#include "snmp/runtime.h"
#include "snmp/usm.h"

namespace pdukit::fake_pdu {
namespace {

// The largest datagram of UDP over IPv4.
constexpr long kMaxMessageSize = 65507;

// Net-SNMP's own enterprise number.
constexpr std::uint32_t kNetSnmpEnterprise = 8072;

bool IsRequest(const netsnmp_pdu& pdu) {
  switch (pdu.command) {
    case SNMP_MSG_GET:
    case SNMP_MSG_GETNEXT:
    case SNMP_MSG_SET:
      return true;
    case SNMP_MSG_GETBULK:
      return pdu.version != SNMP_VERSION_1;
    default:
      return false;
  }
}

SecurityLevel LevelOf(const netsnmp_pdu& pdu) {
  switch (pdu.securityLevel) {
    case SNMP_SEC_LEVEL_AUTHPRIV:
      return SecurityLevel::kAuthPriv;
    case SNMP_SEC_LEVEL_AUTHNOPRIV:
      return SecurityLevel::kAuthNoPriv;
    default:
      return SecurityLevel::kNoAuthNoPriv;
  }
}

// All of a message that answers `request` but its varbinds, at most.
std::size_t OverheadOf(const netsnmp_pdu& request) {
  // Message, version, PDU, request-id, error-status and -index, varbind list.
  constexpr std::size_t kCommon = 4 + 3 + 4 + 6 + 3 + 3 + 4;
  if (request.version != SNMP_VERSION_3) {
    return kCommon + 4 + request.community_len;
  }
  // msgGlobalData; msgSecurityParameters with the longest digest and a salt;
  // the scoped PDU, twice wrapped, padded and with an empty context name.
  constexpr std::size_t kV3 =
      20 + (4 + 4 + 2 + 6 + 6 + 2 + 50 + 10) + (4 + 8 + 4 + 2 + 2);
  return kCommon + kV3 + request.securityEngineIDLen + request.securityNameLen +
         request.contextEngineIDLen;
}

void LimitBulk(const ObjectView& view, netsnmp_pdu& request) {
  std::vector<Oid> oids;
  for (const netsnmp_variable_list* variable = request.variables;
       variable != nullptr; variable = variable->next_variable) {
    oids.push_back(NameOf(*variable));
  }
  const auto size = static_cast<std::size_t>(request.msgMaxSize);
  const std::size_t overhead = OverheadOf(request);
  request.max_repetitions = RepetitionsThatFit(
      view, oids, static_cast<std::size_t>(std::max(0L, request.non_repeaters)),
      request.max_repetitions, size > overhead ? size - overhead : 0);
}

// Puts a session where Net-SNMP looks for that of a response. It is there only
// while it is read, since the library searches one after the other.
class FindableSession {
 public:
  explicit FindableSession(session_list& session) : session_(session) {
    session_.next = Sessions;
    Sessions = &session_;
  }
  ~FindableSession() {
    Sessions = session_.next;
    session_.next = nullptr;
  }
  FindableSession(const FindableSession&) = delete;
  FindableSession& operator=(const FindableSession&) = delete;

 private:
  session_list& session_;
};

// Grows by itself; made once, since it is large.
netsnmp_large_fd_set& DescriptorSet(const NetSnmpRuntime::Lock&) {
  static netsnmp_large_fd_set* const set = [] {
    auto* made = new netsnmp_large_fd_set;
    netsnmp_large_fd_set_init(made, 20480);
    NETSNMP_LARGE_FD_ZERO(made);
    return made;
  }();
  return *set;
}

}  // namespace

// The session of one endpoint and all that its requests need. Methods that take
// a Lock run on the agent thread or are waited for by the lock.
class SnmpEndpoint::Agent final : public RequestTarget {
 public:
  Agent(const Options& options, ObjectView& view)
      : view_(view),
        policy_(options.read_community, options.write_community, options.users),
        clock_(options.clock != nullptr ? *options.clock : Clock::Real()),
        boots_(options.engine_boots),
        booted_at_(clock_.Now()) {}

  ~Agent() {
    if (session_ != nullptr) {
      const NetSnmpRuntime::Lock lock(runtime_);
      thread_->Unwatch(watch_, lock);
      snmp_sess_close(session_);
    }
  }
  Agent(const Agent&) = delete;
  Agent& operator=(const Agent&) = delete;

  // Before Open.
  Result<void> Identify(const Options& options);
  // Binds the address, and answers from then on.
  Result<ListenAddress> Open(const ListenAddress& address);

  const std::string& engine_id() const { return identity_->engine_id(); }
  void Restart();
  void SetMute(bool mute);

  ObjectView& view() override { return view_; }
  bool may_write(const snmp_pdu& request) const override {
    return AccessOf(request) == Access::kReadWrite;
  }

 private:
  static int OnMessage(int operation, netsnmp_session* session, int request_id,
                       netsnmp_pdu* request, void* agent) noexcept {
    return static_cast<Agent*>(static_cast<RequestTarget*>(agent))
        ->Answer(operation, session, request_id, *request);
  }

  bool AddSession(netsnmp_transport* transport);
  void Read(const NetSnmpRuntime::Lock& lock);
  int Answer(int operation, netsnmp_session* session, int request_id,
             netsnmp_pdu& request);
  void RefuseAuthorization(netsnmp_pdu& request);
  Access AccessOf(const netsnmp_pdu& request) const;
  EngineTime Now() const;
  void DropReceived();

  NetSnmpRuntime& runtime_ = NetSnmpRuntime::Get();
  ObjectView& view_;
  const AccessPolicy policy_;
  const Clock& clock_;
  std::unique_ptr<UsmAgentIdentity> identity_;
  AgentThread* thread_ = nullptr;
  AgentThread::SocketId watch_ = 0;

  // Guarded by the runtime's lock.
  std::uint32_t boots_;
  Clock::TimePoint booted_at_;
  bool mute_ = false;
  session_list* session_ = nullptr;
  int socket_ = -1;
};

Result<void> SnmpEndpoint::Agent::Identify(const Options& options) {
  std::vector<UsmUser> users;
  for (const EndpointUser& user : options.users) {
    users.push_back(user.user);
  }
  auto identity = UsmAgentIdentity::Create(
      options.engine_id.empty() ? MakeEngineId(kNetSnmpEnterprise)
                                : options.engine_id,
      users, [this] { return Now(); });
  if (!identity.ok()) {
    return identity.error();
  }
  identity_ = *std::move(identity);
  return {};
}

Result<ListenAddress> SnmpEndpoint::Agent::Open(const ListenAddress& address) {
  const Result<AgentThread*> thread = AgentThread::Get();
  if (!thread.ok()) {
    return thread.error();
  }
  thread_ = *thread;
  const NetSnmpRuntime::Lock lock(runtime_);
  StartAgentLibrary(lock);
  netsnmp_transport* transport =
      netsnmp_transport_open_server("pdukit", address.ToNetSnmp().c_str());
  if (transport == nullptr) {
    return BindError(address);
  }
  socket_ = transport->sock;
  fcntl(socket_, F_SETFD, FD_CLOEXEC);
  if (!AddSession(transport)) {
    return Error{ErrorKind::kSystem, "Net-SNMP cannot open a session"};
  }
  const auto watch = thread_->Watch(
      socket_, [this](const NetSnmpRuntime::Lock& reading) { Read(reading); },
      lock);
  if (!watch.ok()) {
    return watch.error();
  }
  watch_ = *watch;
  return ListenAddress::Of(socket_);
}

bool SnmpEndpoint::Agent::AddSession(netsnmp_transport* transport) {
  netsnmp_session settings;
  snmp_sess_init(&settings);
  settings.version = SNMP_DEFAULT_VERSION;
  settings.isAuthoritative = SNMP_SESS_AUTHORITATIVE;
  settings.callback = &OnMessage;
  settings.callback_magic = static_cast<RequestTarget*>(this);
  settings.myvoid = static_cast<UsmIdentity*>(identity_.get());
  // Without the hook before parsing, which would read /etc/hosts.allow. The one
  // behind lets through what parses.
  session_ = static_cast<session_list*>(
      snmp_sess_add(&settings, transport, nullptr,
                    [](netsnmp_session*, netsnmp_pdu*, int result) {
                      return result == 0 ? 1 : 0;
                    }));
  return session_ != nullptr;
}

void SnmpEndpoint::Agent::Restart() {
  const NetSnmpRuntime::Lock lock(runtime_);
  DropReceived();
  ++boots_;
  booted_at_ = clock_.Now();
}

void SnmpEndpoint::Agent::SetMute(bool mute) {
  const NetSnmpRuntime::Lock lock(runtime_);
  if (mute_) {
    DropReceived();
  }
  mute_ = mute;
}

void SnmpEndpoint::Agent::Read(const NetSnmpRuntime::Lock& lock) {
  if (mute_) {
    DropReceived();
    return;
  }
  identity_->MakeLocal(lock);
  netsnmp_large_fd_set& ready = DescriptorSet(lock);
  const FindableSession findable(*session_);
  NETSNMP_LARGE_FD_SET(socket_, &ready);
  snmp_sess_read2(session_, &ready);
  NETSNMP_LARGE_FD_CLR(socket_, &ready);
  netsnmp_check_outstanding_agent_requests();
}

int SnmpEndpoint::Agent::Answer(int operation, netsnmp_session* session,
                                int request_id, netsnmp_pdu& request) {
  const bool v3 = request.version == SNMP_VERSION_3;
  // The library reports a wrong digest here too, and answers it by itself.
  if (operation != NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE ||
      (v3 && session->s_snmp_errno == SNMPERR_USM_AUTHENTICATIONFAILURE) ||
      !IsRequest(request)) {
    return 1;
  }
  // RFC 3413 section 3.2: nothing is sent for a context that does not exist.
  if (v3 && request.contextNameLen > 0) {
    return 1;
  }
  if (AccessOf(request) == Access::kNone) {
    if (v3) {
      RefuseAuthorization(request);
    }
    return 1;
  }
  // The library's own access control is not asked.
  request.flags |= UCD_MSG_FLAG_ALWAYS_IN_VIEW;
  request.msgMaxSize = request.msgMaxSize == 0
                           ? kMaxMessageSize
                           : std::min(request.msgMaxSize, kMaxMessageSize);
  if (request.command == SNMP_MSG_GETBULK) {
    LimitBulk(view_, request);
  }
  return handle_snmp_packet(operation, session, request_id, &request, nullptr);
}

void SnmpEndpoint::Agent::RefuseAuthorization(netsnmp_pdu& request) {
  netsnmp_pdu* response = snmp_clone_pdu(&request);
  response->command = SNMP_MSG_RESPONSE;
  response->errstat = SNMP_ERR_AUTHORIZATIONERROR;
  response->errindex = 0;
  if (snmp_sess_send(session_, response) == 0) {
    snmp_free_pdu(response);
  }
}

Access SnmpEndpoint::Agent::AccessOf(const netsnmp_pdu& request) const {
  if (request.version != SNMP_VERSION_3) {
    return policy_.ForCommunity(
        {reinterpret_cast<const char*>(request.community),
         request.community_len});
  }
  return policy_.ForUser({request.securityName, request.securityNameLen},
                         LevelOf(request));
}

EngineTime SnmpEndpoint::Agent::Now() const {
  const auto up = std::chrono::duration_cast<std::chrono::seconds>(
      clock_.Now() - booted_at_);
  return {boots_, static_cast<std::uint32_t>(up.count())};
}

void SnmpEndpoint::Agent::DropReceived() {
  char octet = 0;
  while (recv(socket_, &octet, sizeof octet, MSG_DONTWAIT) >= 0) {
  }
}

Result<std::unique_ptr<SnmpEndpoint>> SnmpEndpoint::Start(
    const Options& options, ObjectView& view) {
  const Result<ListenAddress> wanted = ListenAddress::Parse(options.listen);
  if (!wanted.ok()) {
    return wanted.error();
  }
  auto agent = std::make_unique<Agent>(options, view);
  if (const Result<void> identified = agent->Identify(options);
      !identified.ok()) {
    return identified.error();
  }
  const Result<ListenAddress> bound = agent->Open(*wanted);
  if (!bound.ok()) {
    return bound.error();
  }
  std::unique_ptr<SnmpEndpoint> endpoint(new SnmpEndpoint(std::move(agent)));
  endpoint->host_ = bound->host;
  endpoint->port_ = bound->port;
  endpoint->address_ = bound->ToString();
  endpoint->engine_id_ = endpoint->agent_->engine_id();
  return endpoint;
}

SnmpEndpoint::SnmpEndpoint(std::unique_ptr<Agent> agent)
    : agent_(std::move(agent)) {}

SnmpEndpoint::~SnmpEndpoint() = default;

void SnmpEndpoint::Restart() { agent_->Restart(); }

void SnmpEndpoint::Mute() { agent_->SetMute(true); }

void SnmpEndpoint::Unmute() { agent_->SetMute(false); }

}  // namespace pdukit::fake_pdu
