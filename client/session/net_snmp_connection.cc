#include "client/session/net_snmp_connection.h"

#include <fcntl.h>
#include <poll.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "client/session/net_snmp_varbinds.h"

namespace pdukit::client {
namespace {

// Octets; Net-SNMP copies a community into a buffer of COMMUNITY_MAX_LEN.
constexpr std::size_t kMaxCommunity = 255;
constexpr int kMaxRetries = 100;
constexpr std::chrono::hours kMaxTimeout{1};

Error Invalid(const char* message) {
  return Error{ErrorKind::kInvalidArgument, message};
}

Result<void> Validate(const NetSnmpSession::Options& options) {
  if (options.endpoint.host.empty()) {
    return Invalid("the host is missing");
  }
  if (options.timeout <= std::chrono::milliseconds::zero() ||
      options.timeout > kMaxTimeout) {
    return Invalid("the timeout is not between 1 ms and an hour");
  }
  if (options.retries < 0 || options.retries > kMaxRetries) {
    return Invalid("the number of retries is not between 0 and 100");
  }
  if (options.community.size() > kMaxCommunity) {
    return Invalid("the community has more than 255 characters");
  }
  return {};
}

long NetSnmpVersion(SnmpVersion version) {
  switch (version) {
    case SnmpVersion::kV1:
      return SNMP_VERSION_1;
    case SnmpVersion::kV2c:
      return SNMP_VERSION_2c;
    case SnmpVersion::kV3:
      return SNMP_VERSION_3;
  }
  return SNMP_VERSION_2c;
}

// A set of the one descriptor: FD_SETSIZE does not bound it.
class DescriptorSet {
 public:
  explicit DescriptorSet(int descriptor) {
    netsnmp_large_fd_set_init(&set_, descriptor + 1);
    NETSNMP_LARGE_FD_ZERO(&set_);
    NETSNMP_LARGE_FD_SET(descriptor, &set_);
  }
  ~DescriptorSet() { netsnmp_large_fd_set_cleanup(&set_); }
  DescriptorSet(const DescriptorSet&) = delete;
  DescriptorSet& operator=(const DescriptorSet&) = delete;

  netsnmp_large_fd_set* get() { return &set_; }

 private:
  netsnmp_large_fd_set set_{};
};

struct LastError {
  int system = 0;
  int snmp = 0;
};

LastError LastErrorOf(void* session) {
  LastError last;
  char* text = nullptr;
  snmp_sess_error(session, &last.system, &last.snmp, &text);
  free(text);
  return last;
}

Error SendError(void* session) {
  const LastError last = LastErrorOf(session);
  if (last.system == EMSGSIZE || last.snmp == SNMPERR_TOO_LONG) {
    return Invalid("the request does not fit a datagram");
  }
  if (last.system != 0) {
    return SocketError(last.system);
  }
  return Error{ErrorKind::kSystem, std::string("the request cannot be sent: ") +
                                       snmp_api_errstring(last.snmp)};
}

}  // namespace

struct NetSnmpConnection::Pending {
  bool done = false;
  // What became of it: one of these, or a timeout.
  std::optional<SnmpResponse> response{};
  std::optional<Oid> report{};
  std::optional<Error> error{};
  int datagrams = 0;
};

Result<std::unique_ptr<NetSnmpConnection>> NetSnmpConnection::Create(
    NetSnmpSession::Options options) {
  Result<void> valid = Validate(options);
  if (!valid.ok()) {
    return valid.error();
  }
  std::unique_ptr<UsmClientIdentity> identity;
  if (options.version == SnmpVersion::kV3) {
    Result<std::unique_ptr<UsmClientIdentity>> created =
        UsmClientIdentity::Create(options.user);
    if (!created.ok()) {
      return created.error();
    }
    identity = *std::move(created);
  }
  options.user.auth_passphrase.clear();
  options.user.priv_passphrase.clear();
  return std::unique_ptr<NetSnmpConnection>(
      new NetSnmpConnection(std::move(options), std::move(identity)));
}

NetSnmpConnection::NetSnmpConnection(
    NetSnmpSession::Options options,
    std::unique_ptr<UsmClientIdentity> identity)
    : options_(std::move(options)), identity_(std::move(identity)) {}

void NetSnmpConnection::Closer::operator()(void* session) const {
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  snmp_sess_close(session);
}

Result<SnmpResponse> NetSnmpConnection::Exchange(const SnmpRequest& request) {
  if (session_ != nullptr) {
    return ExchangeAt({}, request);
  }
  Result<std::vector<SocketAddress>> addresses = Resolve(options_.endpoint);
  if (!addresses.ok()) {
    return addresses.error();
  }
  // "localhost" may be ::1 first, where nothing listens. What was refused was
  // not received, so that trying the next is safe for any request.
  Error last;
  for (const SocketAddress& address : *addresses) {
    Result<SnmpResponse> response = ExchangeAt(address, request);
    if (response.ok() || response.error().kind != ErrorKind::kUnreachable) {
      return response;
    }
    last = response.error();
  }
  return last;
}

Result<SnmpResponse> NetSnmpConnection::ExchangeAt(const SocketAddress& address,
                                                   const SnmpRequest& request) {
  Result<void> opened = Open(address);
  if (!opened.ok()) {
    return opened.error();
  }
  Result<void> discovered = Discover();
  if (!discovered.ok()) {
    Close();
    return discovered.error();
  }
  Pending pending;
  SendRequest(request, pending);
  Wait(pending);
  if (pending.response.has_value()) {
    return *std::move(pending.response);
  }
  Error error =
      FailureOf(pending, identity_ == nullptr ? Silence::kFromTheStart
                                              : Silence::kAfterDiscovery);
  Close();
  return error;
}

Result<void> NetSnmpConnection::Open(const SocketAddress& address) {
  if (session_ != nullptr) {
    return {};
  }
  Result<void> opened = OpenSession(address);
  if (!opened.ok()) {
    return opened;
  }
  fcntl(socket_, F_SETFD, FD_CLOEXEC);
  // The kernel then drops answers from elsewhere, and tells of a closed port.
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address.storage),
              address.size) != 0) {
    const int code = errno;
    Close();
    return SocketError(code);
  }
  return {};
}

Result<void> NetSnmpConnection::OpenSession(const SocketAddress& address) {
  std::string peer = address.PeerName();
  std::string community = options_.community;
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  netsnmp_session settings;
  snmp_sess_init(&settings);
  settings.version = NetSnmpVersion(options_.version);
  settings.peername = peer.data();
  settings.timeout = std::chrono::microseconds(options_.timeout).count();
  settings.retries = options_.retries;
  // Without a callback of the session's own, Net-SNMP drops responses whose
  // digest is wrong; with one it would deliver them.
  settings.callback = nullptr;
  if (identity_ == nullptr) {
    settings.community = reinterpret_cast<u_char*>(community.data());
    settings.community_len = community.size();
  } else {
    identity_->Attach(settings, lock);
  }
  session_.reset(snmp_sess_open(&settings));
  if (session_ == nullptr) {
    return SocketError(settings.s_errno);
  }
  // snmp_sess_open clears it, and would then block in a discovery of its own.
  snmp_sess_session(session_.get())->flags |= SNMP_FLAGS_DONT_PROBE;
  socket_ = snmp_sess_transport(session_.get())->sock;
  return {};
}

void NetSnmpConnection::Close() {
  session_.reset();
  socket_ = -1;
  if (identity_ != nullptr) {
    NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
    identity_->ForgetEngine(lock);
  }
}

Result<void> NetSnmpConnection::Discover() {
  if (identity_ == nullptr) {
    return {};
  }
  {
    NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
    if (identity_->engine_known(lock)) {
      return {};
    }
  }
  Pending pending;
  SendProbe(pending);
  Wait(pending);
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  if (identity_->engine_known(lock)) {
    return {};
  }
  return FailureOf(pending, Silence::kFromTheStart);
}

void NetSnmpConnection::SendProbe(Pending& pending) {
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  snmp_sess_session(session_.get())->retries = options_.retries;
  netsnmp_pdu* probe = snmp_pdu_create(SNMP_MSG_GET);
  probe->version = SNMP_VERSION_3;
  probe->securityModel = SNMP_SEC_MODEL_USM;
  probe->securityLevel = SNMP_SEC_LEVEL_NOAUTH;
  probe->securityName = strdup("");
  probe->securityNameLen = 0;
  Send(lock, probe, pending);
}

void NetSnmpConnection::SendRequest(const SnmpRequest& request,
                                    Pending& pending) {
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  snmp_sess_session(session_.get())->retries =
      request.resend == Resend::kAllowed ? options_.retries : 0;
  netsnmp_pdu* pdu = snmp_pdu_create(request.command);
  if (request.command == SNMP_MSG_GETBULK) {
    pdu->non_repeaters = 0;
    pdu->max_repetitions = request.max_repetitions;
  }
  for (const Varbind& varbind : request.varbinds) {
    if (!AddVarbind(*pdu, varbind)) {
      snmp_free_pdu(pdu);
      pending.error = Invalid("a variable cannot be encoded");
      pending.done = true;
      return;
    }
  }
  Send(lock, pdu, pending);
}

void NetSnmpConnection::Send(const NetSnmpRuntime::Lock& /*lock*/,
                             netsnmp_pdu* pdu, Pending& pending) {
  pending.datagrams = 1;
  if (snmp_sess_async_send(session_.get(), pdu, OnAnswer, &pending) == 0) {
    snmp_free_pdu(pdu);
    if (!pending.error.has_value()) {
      pending.error = SendError(session_.get());
    }
    pending.done = true;
  }
}

void NetSnmpConnection::Wait(Pending& pending) {
  while (!pending.done) {
    int timeout = 0;
    {
      NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
      timeout = PollTimeout(lock);
    }
    pollfd ready = {.fd = socket_, .events = POLLIN, .revents = 0};
    const int count = poll(&ready, 1, timeout);
    NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
    if (count > 0) {
      Receive(lock, pending);
    }
    if (!pending.done) {
      // Resends, or gives up, what is due; does nothing before.
      snmp_sess_timeout(session_.get());
    }
  }
}

// Until the request is due to be sent again or given up, in milliseconds.
int NetSnmpConnection::PollTimeout(const NetSnmpRuntime::Lock& /*lock*/) {
  DescriptorSet ready(socket_);
  int count = 0;
  int block = 1;
  timeval left = {};
  snmp_sess_select_info2(session_.get(), &count, ready.get(), &left, &block);
  constexpr int kUsPerMs = 1000;
  return block != 0 ? 0
                    : static_cast<int>(left.tv_sec * 1000 +
                                       left.tv_usec / kUsPerMs + 1);
}

void NetSnmpConnection::Receive(const NetSnmpRuntime::Lock& /*lock*/,
                                Pending& pending) {
  DescriptorSet ready(socket_);
  if (snmp_sess_read2(session_.get(), ready.get()) == 0 || pending.done) {
    return;
  }
  // What cannot be parsed sets no errno: it is no answer, and the right one
  // may still come.
  const int code = LastErrorOf(session_.get()).system;
  if (code != 0 && code != EAGAIN && code != EINTR) {
    pending.error = SocketError(code);
    pending.done = true;
  }
}

Error NetSnmpConnection::FailureOf(const Pending& pending,
                                   Silence silence) const {
  if (pending.error.has_value()) {
    return *pending.error;
  }
  if (pending.report.has_value()) {
    return ReportError(options_, *pending.report);
  }
  return TimeoutError(options_, silence, pending.datagrams);
}

int NetSnmpConnection::OnAnswer(int operation, netsnmp_session* /*session*/,
                                int /*request_id*/, netsnmp_pdu* pdu,
                                void* magic) noexcept {
  constexpr int kKeepWaiting = 0;
  constexpr int kAnswered = 1;
  Pending& pending = *static_cast<Pending*>(magic);
  if (operation == NETSNMP_CALLBACK_OP_RESEND) {
    ++pending.datagrams;
    pending.report.reset();
    return kAnswered;
  }
  if (operation != NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE) {
    pending.done = true;
    return kAnswered;
  }
  switch (pdu->command) {
    case SNMP_MSG_REPORT:
      // Net-SNMP sends the request again if this is about the time window,
      // and else tells of the failure next.
      pending.report =
          pdu->variables == nullptr ? Oid() : TakeVarbinds(*pdu).front().oid;
      return kAnswered;
    case SNMP_MSG_RESPONSE:
      pending.response = SnmpResponse{static_cast<ErrorStatus>(pdu->errstat),
                                      pdu->errindex, TakeVarbinds(*pdu)};
      pending.done = true;
      return kAnswered;
    default:
      return kKeepWaiting;
  }
}

}  // namespace pdukit::client
