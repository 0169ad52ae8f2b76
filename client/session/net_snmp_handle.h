#ifndef PDUKIT_CLIENT_SESSION_NET_SNMP_HANDLE_H_
#define PDUKIT_CLIENT_SESSION_NET_SNMP_HANDLE_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "client/session/net_snmp_session.h"
#include "client/session/resolve.h"
#include "client/session/snmp_session.h"
#include "snmp/error_status.h"
#include "snmp/net_snmp.h"
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

// What became of a request: one of these or, if none is set, silence.
struct Outcome {
  std::optional<SnmpResponse> response{};
  std::optional<Oid> report{};  // The counter that a Report holds
  std::optional<Error> error{};
  int datagrams = 0;  // How many were sent.
};

// A session of Net-SNMP with its connected socket. Takes the runtime's lock
// itself, and holds it only while it does not wait. One thread at a time.
class NetSnmpHandle {
 public:
  // `identity` is null but for version 3; it must outlive the handle, as
  // `options` must. Fails with kUnreachable or kSystem.
  static Result<std::unique_ptr<NetSnmpHandle>> Open(
      const NetSnmpSession::Options& options, UsmClientIdentity* identity,
      const SocketAddress& address);

  // After an outcome that is no response the handle is of no more use.
  ~NetSnmpHandle();
  NetSnmpHandle(const NetSnmpHandle&) = delete;
  NetSnmpHandle& operator=(const NetSnmpHandle&) = delete;

  // Sends nothing any more once `end` is over.
  using End = std::optional<Clock::TimePoint>;
  Outcome Exchange(const SnmpRequest& request, const End& end);

  // Asks a device of version 3 for its engine ID. Its Report, which is the
  // answer, has reached the identity; also one that came late.
  Outcome Probe(const End& end);

 private:
  // Makes a PDU, under the runtime's lock; null if it cannot be encoded.
  using MakePdu = std::function<netsnmp_pdu*()>;

  NetSnmpHandle(const NetSnmpSession::Options& options,
                UsmClientIdentity* identity, void* session, std::string peer);

  // Sends it, and again as often after each timeout, with the same request ID.
  Outcome SendUntilAnswered(const MakePdu& make, int retries, const End& end);
  void Send(netsnmp_pdu* pdu);
  void Fail(Error error);
  // Until the answer or the timeout.
  void Await();
  // Whether something can be read, now or within this time.
  bool Poll(Clock::Duration wait) const;
  void Receive();
  static int OnAnswer(int operation, netsnmp_session* session, int request_id,
                      netsnmp_pdu* pdu, void* magic) noexcept;

  const NetSnmpSession::Options& options_;
  UsmClientIdentity* const identity_;
  void* const session_;
  const int socket_;
  const std::string peer_;

  // Of the request that is out, until it is done. Written by the callback,
  // which snmp_sess_close calls too.
  Outcome outcome_;
  bool done_ = true;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_NET_SNMP_HANDLE_H_
