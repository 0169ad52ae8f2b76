#ifndef PDUKIT_CLIENT_SESSION_NET_SNMP_CONNECTION_H_
#define PDUKIT_CLIENT_SESSION_NET_SNMP_CONNECTION_H_

#include <memory>
#include <vector>

#include "base/result.h"
#include "client/session/net_snmp_session.h"
#include "client/session/resolve.h"
#include "client/session/session_errors.h"
#include "client/session/snmp_session.h"
#include "snmp/net_snmp.h"
#include "snmp/runtime.h"
#include "snmp/usm.h"
#include "snmp/varbind.h"

namespace pdukit::client {

struct SnmpRequest {
  int command = SNMP_MSG_GET;
  std::vector<Varbind> varbinds{};
  int max_repetitions = 0;  // SNMP_MSG_GETBULK
  Resend resend = Resend::kAllowed;
};

struct SnmpResponse {
  ErrorStatus status = ErrorStatus::kNoError;
  long error_index = 0;
  std::vector<Varbind> varbinds{};
};

// One agent, and the socket to it while there is one. One thread at a time.
class NetSnmpConnection {
 public:
  // Fails with kInvalidArgument.
  static Result<std::unique_ptr<NetSnmpConnection>> Create(
      NetSnmpSession::Options options);

  // The agent's answer, whatever its status. Resolves and connects first where
  // there is no socket, and lets go of it where nothing answered. Errors are
  // without the host.
  Result<SnmpResponse> Exchange(const SnmpRequest& request);

  // Without the user's passphrases.
  const NetSnmpSession::Options& options() const { return options_; }

 private:
  // Closes under the runtime's lock, which must not be held.
  struct Closer {
    void operator()(void* session) const;
  };
  // A request that is out, until the library's callback says what became of
  // it.
  struct Pending;

  NetSnmpConnection(NetSnmpSession::Options options,
                    std::unique_ptr<UsmClientIdentity> identity);

  Result<SnmpResponse> ExchangeAt(const SocketAddress& address,
                                  const SnmpRequest& request);
  Result<void> Open(const SocketAddress& address);
  Result<void> OpenSession(const SocketAddress& address);
  void Close();

  // Learns the engine ID (RFC 3414 section 4), unless it is known.
  Result<void> Discover();
  void SendProbe(Pending& pending);
  void SendRequest(const SnmpRequest& request, Pending& pending);
  void Send(const NetSnmpRuntime::Lock& lock, netsnmp_pdu* pdu,
            Pending& pending);
  void Wait(Pending& pending);
  int PollTimeout(const NetSnmpRuntime::Lock& lock);
  void Receive(const NetSnmpRuntime::Lock& lock, Pending& pending);
  Error FailureOf(const Pending& pending, Silence silence) const;
  static int OnAnswer(int operation, netsnmp_session* session, int request_id,
                      netsnmp_pdu* pdu, void* magic) noexcept;

  const NetSnmpSession::Options options_;
  // Null but for version 3.
  const std::unique_ptr<UsmClientIdentity> identity_;
  std::unique_ptr<void, Closer> session_;
  int socket_ = -1;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_NET_SNMP_CONNECTION_H_
