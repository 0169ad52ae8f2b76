#include "client/session/net_snmp_handle.h"

#include <fcntl.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include "base/timer_queue.h"
#include "client/session/net_snmp_varbinds.h"
#include "client/session/session_errors.h"
#include "snmp/runtime.h"

namespace pdukit::client {
namespace {

long NetSnmpVersion(SnmpVersion version) {
  switch (version) {
    case SnmpVersion::kV1:
      return SNMP_VERSION_1;
    case SnmpVersion::kV3:
      return SNMP_VERSION_3;
    default:
      return SNMP_VERSION_2c;
  }
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
    return Error{ErrorKind::kInvalidArgument,
                 "the request does not fit a datagram"};
  }
  if (last.system != 0) {
    return SocketError(last.system);
  }
  return Error{ErrorKind::kSystem, std::string("the request cannot be sent: ") +
                                       snmp_api_errstring(last.snmp)};
}

Result<void*> OpenNetSnmp(const NetSnmpSession::Options& options,
                          UsmClientIdentity* identity, std::string peer,
                          const NetSnmpRuntime::Lock& lock) {
  std::string community = options.community;
  netsnmp_session settings;
  snmp_sess_init(&settings);
  settings.version = NetSnmpVersion(options.version);
  settings.peername = peer.data();
  // Timeouts are ours, by our clock: once told of one, it is to let go.
  settings.timeout = 1;
  settings.retries = 0;
  // With one, Net-SNMP would deliver responses whose digest is wrong.
  settings.callback = nullptr;
  if (identity == nullptr) {
    settings.community = reinterpret_cast<u_char*>(community.data());
    settings.community_len = community.size();
  } else {
    identity->Attach(settings, lock);
  }
  void* session = snmp_sess_open(&settings);
  return session == nullptr ? Result<void*>(SocketError(settings.s_errno))
                            : session;
}

}  // namespace

Result<std::unique_ptr<NetSnmpHandle>> NetSnmpHandle::Open(
    const NetSnmpSession::Options& options, UsmClientIdentity* identity,
    const SocketAddress& address) {
  std::unique_ptr<NetSnmpHandle> handle;
  {
    const NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
    const Result<void*> session =
        OpenNetSnmp(options, identity, address.PeerName(), lock);
    if (!session.ok()) {
      return session.error();
    }
    handle.reset(
        new NetSnmpHandle(options, identity, *session, address.ToString()));
  }
  fcntl(handle->socket_, F_SETFD, FD_CLOEXEC);
  // The kernel then drops answers from elsewhere, and tells of a closed port.
  if (connect(handle->socket_,
              reinterpret_cast<const sockaddr*>(&address.storage),
              address.size) != 0) {
    return SocketError(errno);
  }
  return handle;
}

NetSnmpHandle::NetSnmpHandle(const NetSnmpSession::Options& options,
                             UsmClientIdentity* identity, void* session,
                             std::string peer)
    : options_(options),
      identity_(identity),
      session_(session),
      socket_(snmp_sess_transport(session)->sock),
      peer_(std::move(peer)) {
  // snmp_sess_open clears it, and would then block in a discovery of its own.
  snmp_sess_session(session)->flags |= SNMP_FLAGS_DONT_PROBE;
}

NetSnmpHandle::~NetSnmpHandle() {
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  snmp_sess_close(session_);
}

Outcome NetSnmpHandle::Probe(const End& end) {
  Outcome outcome = SendUntilAnswered(
      [] {
        netsnmp_pdu* probe = snmp_pdu_create(SNMP_MSG_GET);
        probe->version = SNMP_VERSION_3;
        probe->securityModel = SNMP_SEC_MODEL_USM;
        probe->securityLevel = SNMP_SEC_LEVEL_NOAUTH;
        probe->securityName = strdup("");
        probe->securityNameLen = 0;
        return probe;
      },
      options_.retries, end);
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  identity_->TellSession(*snmp_sess_session(session_), lock);
  return outcome;
}

Outcome NetSnmpHandle::Exchange(const SnmpRequest& request, const End& end) {
  return SendUntilAnswered(
      [&request]() -> netsnmp_pdu* {
        netsnmp_pdu* pdu = snmp_pdu_create(request.command);
        if (request.command == SNMP_MSG_GETBULK) {
          pdu->non_repeaters = 0;
          pdu->max_repetitions = request.max_repetitions;
        }
        for (const Varbind& varbind : request.varbinds) {
          if (!AddVarbind(*pdu, varbind)) {
            snmp_free_pdu(pdu);
            return nullptr;
          }
        }
        return pdu;
      },
      request.resend == Resend::kAllowed ? options_.retries : 0, end);
}

Outcome NetSnmpHandle::SendUntilAnswered(const MakePdu& make, int retries,
                                         const End& end) {
  outcome_ = Outcome{};
  done_ = false;
  long request_id = 0;
  const auto is_over = [&] { return end && options_.clock->Now() > *end; };
  for (int sent = 0; !done_ && sent <= retries && !is_over(); ++sent) {
    {
      NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
      netsnmp_pdu* pdu = make();
      if (pdu == nullptr) {
        Fail(
            Error{ErrorKind::kInvalidArgument, "a variable cannot be encoded"});
        break;
      }
      request_id = sent == 0 ? pdu->reqid : request_id;
      pdu->reqid = request_id;
      Send(pdu);
    }
    Await();
    NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
    // Lets go of it: for Net-SNMP its time was over long ago.
    snmp_sess_timeout(session_);
  }
  done_ = true;
  return std::move(outcome_);
}

void NetSnmpHandle::Send(netsnmp_pdu* pdu) {
  ++outcome_.datagrams;
  if (snmp_sess_async_send(session_, pdu, OnAnswer, this) == 0) {
    snmp_free_pdu(pdu);
    Fail(SendError(session_));
  }
}

void NetSnmpHandle::Fail(Error error) {
  outcome_.error = std::move(error);
  done_ = true;
}

void NetSnmpHandle::Await() {
  const bool moves_clock = options_.clock->FinishWork(peer_);
  Clock& clock = moves_clock ? *options_.clock : Clock::Real();
  const Clock::TimePoint end = clock.Now() + options_.timeout;
  while (!done_) {
    const Clock::Duration left = end - clock.Now();
    if (Poll(moves_clock ? Clock::Duration::zero() : left)) {
      Receive();
    } else if (left <= Clock::Duration::zero()) {
      return;
    } else if (moves_clock) {
      // No further than to what may bring the answer.
      const auto due = clock.timers()->NextDue();
      clock.SleepFor(std::max(Clock::Duration(1),
                              due ? std::min(left, *due - clock.Now()) : left));
      clock.FinishWork(peer_);
    }
  }
}

bool NetSnmpHandle::Poll(Clock::Duration wait) const {
  using std::chrono::milliseconds;
  // Rounded up, so as not to wake before it is due.
  const milliseconds rounded =
      std::max(milliseconds::zero(), std::chrono::ceil<milliseconds>(wait));
  pollfd ready = {.fd = socket_, .events = POLLIN, .revents = 0};
  return poll(&ready, 1, static_cast<int>(rounded.count())) > 0;
}

void NetSnmpHandle::Receive() {
  NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  DescriptorSet ready(socket_);
  if (snmp_sess_read2(session_, ready.get()) == 0 || done_) {
    return;
  }
  // What cannot be parsed sets no errno: it is no answer, and the right one
  // may still come.
  const int code = LastErrorOf(session_).system;
  if (code != 0 && code != EAGAIN && code != EINTR) {
    Fail(SocketError(code));
  }
}

int NetSnmpHandle::OnAnswer(int operation, netsnmp_session* /*session*/,
                            int /*request_id*/, netsnmp_pdu* pdu,
                            void* magic) noexcept {
  constexpr int kKeepWaiting = 0;
  constexpr int kAnswered = 1;
  NetSnmpHandle& handle = *static_cast<NetSnmpHandle*>(magic);
  if (operation == NETSNMP_CALLBACK_OP_RESEND) {
    ++handle.outcome_.datagrams;
    handle.outcome_.report.reset();
    return kAnswered;
  }
  if (operation == NETSNMP_CALLBACK_OP_TIMED_OUT) {
    return kAnswered;
  }
  if (operation != NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE) {
    handle.done_ = true;
    return kAnswered;
  }
  switch (pdu->command) {
    case SNMP_MSG_REPORT:
      // Net-SNMP sends the request again if this is about the time window,
      // and else tells of the failure next.
      handle.outcome_.report =
          pdu->variables == nullptr ? Oid() : TakeVarbinds(*pdu).front().oid;
      return kAnswered;
    case SNMP_MSG_RESPONSE:
      handle.outcome_.response =
          SnmpResponse{static_cast<ErrorStatus>(pdu->errstat), pdu->errindex,
                       TakeVarbinds(*pdu)};
      handle.done_ = true;
      return kAnswered;
    default:
      return kKeepWaiting;
  }
}

}  // namespace pdukit::client
