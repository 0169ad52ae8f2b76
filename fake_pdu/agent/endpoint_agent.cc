#include "fake_pdu/agent/endpoint_agent.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>
#include <vector>

#include "fake_pdu/agent/agent_library.h"
#include "fake_pdu/agent/bulk_limit.h"
#include "fake_pdu/agent/engine_id.h"
#include "fake_pdu/agent/net_snmp_agent.h"

namespace pdukit::fake_pdu {
namespace {

// The largest datagram of UDP over IPv4.
constexpr long kMaxMessageSize = 65507;

// Other endpoints have their turn then.
constexpr int kMessagesAtOnce = 16;

// Net-SNMP's own enterprise number.
constexpr std::uint32_t kNetSnmpEnterprise = 8072;

bool IsRequest(const snmp_pdu& pdu) {
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

int ErrorOf(ReportKind kind) {
  switch (kind) {
    case ReportKind::kUnsupportedSecurityLevel:
      return SNMPERR_USM_UNSUPPORTEDSECURITYLEVEL;
    case ReportKind::kNotInTimeWindow:
      return SNMPERR_USM_NOTINTIMEWINDOW;
    case ReportKind::kUnknownUser:
      return SNMPERR_USM_UNKNOWNSECURITYNAME;
    case ReportKind::kUnknownEngineId:
      return SNMPERR_USM_UNKNOWNENGINEID;
    case ReportKind::kWrongDigest:
      return SNMPERR_USM_AUTHENTICATIONFAILURE;
    case ReportKind::kDecryptionError:
      return SNMPERR_USM_DECRYPTIONERROR;
  }
  return SNMPERR_USM_GENERICERROR;
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
  static netsnmp_large_fd_set* const kSet = [] {
    auto* made = new netsnmp_large_fd_set;
    netsnmp_large_fd_set_init(made, 20480);
    NETSNMP_LARGE_FD_ZERO(made);
    return made;
  }();
  return *kSet;
}

}  // namespace

Result<std::unique_ptr<EndpointAgent>> EndpointAgent::Create(
    const SnmpEndpoint::Options& options, ObjectView& view) {
  std::vector<UsmUser> users;
  for (const EndpointUser& user : options.users) {
    users.push_back(user.user);
  }
  std::unique_ptr<EndpointAgent> agent(new EndpointAgent(options, view));
  auto identity = UsmAgentIdentity::Create(
      options.engine_id.empty() ? MakeEngineId(kNetSnmpEnterprise)
                                : options.engine_id,
      users, [raw = agent.get()] { return raw->Now(); });
  if (!identity.ok()) {
    return identity.error();
  }
  agent->identity_ = *std::move(identity);
  return agent;
}

EndpointAgent::EndpointAgent(const SnmpEndpoint::Options& options,
                             ObjectView& view)
    : view_(view),
      policy_(options.read_community, options.write_community, options.users),
      clock_(options.clock != nullptr ? *options.clock : Clock::Real()),
      on_exchange_(options.on_exchange),
      gate_(view, clock_, options.journal_size),
      boots_(options.engine_boots),
      booted_at_(clock_.Now()) {}

EndpointAgent::~EndpointAgent() {
  clock_.RemoveWorker(worker_);
  gate_.StopDelayed();
  const NetSnmpRuntime::Lock lock(runtime_);
  if (session_ != nullptr) {
    thread_->Unwatch(watch_, lock);
    snmp_sess_close(session_);
  }
}

Result<ListenAddress> EndpointAgent::Open(const ListenAddress& address) {
  const Result<AgentThread*> thread = AgentThread::Get();
  if (!thread.ok()) {
    return thread.error();
  }
  Result<ListenAddress> bound = Bind(address, **thread);
  if (bound.ok()) {
    worker_ = clock_.AddWorker(bound->ToString(), [this] { FinishWork(); });
  }
  return bound;
}

Result<ListenAddress> EndpointAgent::Bind(const ListenAddress& address,
                                          AgentThread& thread) {
  const NetSnmpRuntime::Lock lock(runtime_);
  thread_ = &thread;
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

bool EndpointAgent::AddSession(netsnmp_transport* transport) {
  netsnmp_session settings;
  snmp_sess_init(&settings);
  settings.version = SNMP_DEFAULT_VERSION;
  settings.isAuthoritative = SNMP_SESS_AUTHORITATIVE;
  settings.callback = &OnMessage;
  settings.callback_magic = static_cast<RequestTarget*>(this);
  settings.myvoid = static_cast<UsmIdentity*>(identity_.get());
  // Without the hook before parsing, which would read /etc/hosts.allow. The one
  // behind lets through what parses.
  session_ = static_cast<session_list*>(snmp_sess_add_ex(
      &settings, transport, nullptr, nullptr,
      [](netsnmp_session*, snmp_pdu* message, int result) {
        if (result != 0) {
          Gate::OnUnreadable(*message, result);
        }
        return result == 0 ? 1 : 0;
      },
      nullptr, &Gate::Build, nullptr, nullptr));
  if (session_ == nullptr) {
    return false;
  }
  gate_.Install(
      *transport,
      clock_.timers() != nullptr ? *clock_.timers() : thread_->timers(),
      [this](const ReceivedMessage& message) {
        const NetSnmpRuntime::Lock lock(runtime_);
        if (!mute_) {
          ReadMessage(lock, &message);
        }
      });
  return true;
}

void EndpointAgent::Restart() {
  const NetSnmpRuntime::Lock lock(runtime_);
  DropReceived();
  ++boots_;
  booted_at_ = clock_.Now();
}

void EndpointAgent::Mute() {
  const NetSnmpRuntime::Lock lock(runtime_);
  mute_ = true;
}

void EndpointAgent::Unmute() {
  const NetSnmpRuntime::Lock lock(runtime_);
  if (mute_) {
    DropReceived();
    mute_ = false;
  }
}

void EndpointAgent::Read(const NetSnmpRuntime::Lock& lock) {
  if (mute_) {
    DropReceived();
    return;
  }
  // Several at once spare the waits between them, unless a request had
  // something done that the next one must see.
  for (int count = 0; count < kMessagesAtOnce && gate_.Fetch(); ++count) {
    ReadMessage(lock, nullptr);
    while (const std::optional<ReceivedMessage> duplicate =
               gate_.TakeDuplicate()) {
      ReadMessage(lock, &*duplicate);
    }
    if (mute_ || thread_->has_due_timer()) {
      break;
    }
  }
}

void EndpointAgent::ReadMessage(const NetSnmpRuntime::Lock& lock,
                                const ReceivedMessage* message) {
  {
    identity_->MakeLocal(lock);
    netsnmp_large_fd_set& ready = DescriptorSet(lock);
    const FindableSession findable(*session_);
    const Gate::Reading reading(gate_, message);
    NETSNMP_LARGE_FD_SET(socket_, &ready);
    snmp_sess_read2(session_, &ready);
    NETSNMP_LARGE_FD_CLR(socket_, &ready);
    netsnmp_check_outstanding_agent_requests();
  }
  if (on_exchange_) {
    on_exchange_();
  }
}

void EndpointAgent::FinishWork() {
  const NetSnmpRuntime::Lock lock(runtime_);
  char octet = 0;
  // A client that has gone shows here as an error of the socket.
  while (recv(socket_, &octet, sizeof octet, MSG_DONTWAIT | MSG_PEEK) >= 0 ||
         errno == ECONNREFUSED) {
    Read(lock);
  }
}

int EndpointAgent::OnMessage(int operation, snmp_session* session,
                             int request_id, snmp_pdu* request,
                             void* target) noexcept {
  // The library tells of a wrong digest here too, and answers it by itself.
  if (operation != NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE ||
      (request->version == SNMP_VERSION_3 &&
       session->s_snmp_errno == SNMPERR_USM_AUTHENTICATIONFAILURE) ||
      !IsRequest(*request)) {
    return 1;
  }
  auto* agent =
      static_cast<EndpointAgent*>(static_cast<RequestTarget*>(target));
  return agent->Answer(session, request_id, *request);
}

int EndpointAgent::Answer(snmp_session* session, int request_id,
                          snmp_pdu& request) {
  const Effect* effect = gate_.OnRequest(request);
  const bool v3 = request.version == SNMP_VERSION_3;
  // RFC 3413 section 3.2: nothing is sent for a context that does not exist.
  if (v3 && request.contextNameLen > 0) {
    gate_.Refuse("unknown context");
    return 1;
  }
  const Access access = AccessOf(request);
  if (access == Access::kNone) {
    gate_.Refuse(v3 ? "no access below the level of the user's keys"
                    : "unknown community");
    if (v3) {
      Respond(request, ErrorStatus::kAuthorizationError, 0);
    }
    return 1;
  }
  if (effect != nullptr) {
    Misanswer(*effect, request);
    return 1;
  }
  if (request.command == SNMP_MSG_SET && access != Access::kReadWrite &&
      request.variables != nullptr) {
    // RFC 3584 section 4.3 has no other error for version 1.
    Respond(request,
            request.version == SNMP_VERSION_1 ? ErrorStatus::kNoSuchName
                                              : ErrorStatus::kNoAccess,
            1);
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
  return handle_snmp_packet(NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE, session,
                            request_id, &request, nullptr);
}

void EndpointAgent::Misanswer(const Effect& effect, snmp_pdu& request) {
  switch (effect.intake) {
    case Intake::kRefuse:
      return Respond(request, effect.status, effect.index);
    case Intake::kAcknowledge:
      return Respond(request, ErrorStatus::kNoError, 0);
    case Intake::kReport:
      return SendReport(request, effect.report);
    case Intake::kServe:
    case Intake::kDrop:
    case Intake::kLater:
    case Intake::kTwice:
      return;
  }
}

void EndpointAgent::Respond(snmp_pdu& request, ErrorStatus status, int index) {
  snmp_pdu* response = snmp_clone_pdu(&request);
  response->command = SNMP_MSG_RESPONSE;
  response->errstat = static_cast<long>(status);
  response->errindex = index;
  // RFC 3416 section 4.2.1; RFC 1157 section 4.1.2 gives back what was asked.
  if (status == ErrorStatus::kTooBig && request.version != SNMP_VERSION_1) {
    snmp_free_varbind(std::exchange(response->variables, nullptr));
  }
  Send(response);
}

void EndpointAgent::SendReport(snmp_pdu& request, ReportKind kind) {
  snmp_pdu* report = snmp_clone_pdu(&request);
  snmpv3_make_report(report, ErrorOf(kind));
  Send(report);
}

void EndpointAgent::Send(snmp_pdu* message) {
  if (snmp_sess_send(session_, message) == 0) {
    snmp_free_pdu(message);
  }
}

Access EndpointAgent::AccessOf(const snmp_pdu& request) const {
  if (request.version != SNMP_VERSION_3) {
    return policy_.ForCommunity(
        {reinterpret_cast<const char*>(request.community),
         request.community_len});
  }
  return policy_.ForUser({request.securityName, request.securityNameLen},
                         SecurityLevelOf(request.securityLevel));
}

EngineTime EndpointAgent::Now() const {
  const auto up = std::chrono::duration_cast<std::chrono::seconds>(
      clock_.Now() - booted_at_);
  return {boots_, static_cast<std::uint32_t>(up.count())};
}

void EndpointAgent::DropReceived() const {
  char octet = 0;
  while (recv(socket_, &octet, sizeof octet, MSG_DONTWAIT) >= 0) {
  }
}

}  // namespace pdukit::fake_pdu
