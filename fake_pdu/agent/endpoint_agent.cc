#include "fake_pdu/agent/endpoint_agent.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "fake_pdu/agent/agent_library.h"
#include "fake_pdu/agent/engine_id.h"
#include "fake_pdu/agent/net_snmp_agent.h"

namespace pdukit::fake_pdu {
namespace {

// Other endpoints have their turn then.
constexpr int kMessagesAtOnce = 16;

// Net-SNMP's own enterprise number.
constexpr std::uint32_t kNetSnmpEnterprise = 8072;

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
