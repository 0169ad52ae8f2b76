#ifndef PDUKIT_CLIENT_SESSION_NET_SNMP_CONNECTION_H_
#define PDUKIT_CLIENT_SESSION_NET_SNMP_CONNECTION_H_

#include <memory>
#include <optional>

#include "base/clock.h"
#include "base/result.h"
#include "client/session/net_snmp_handle.h"
#include "client/session/net_snmp_session.h"
#include "client/session/resolve.h"
#include "client/session/session_errors.h"
#include "snmp/usm.h"

namespace pdukit::client {

// One agent, and a handle on it while it answers. One thread at a time.
class NetSnmpConnection {
 public:
  // Fails with kInvalidArgument.
  static Result<std::unique_ptr<NetSnmpConnection>> Create(
      NetSnmpSession::Options options);

  // The agent's answer, whatever its status. Resolves, connects and discovers
  // first where there is no handle, and lets go of it where no response came.
  // Errors are without the host.
  Result<SnmpResponse> Exchange(const SnmpRequest& request);

  // From now on nothing is sent any more once `end` is over; nullopt takes
  // that back.
  void SetEnd(std::optional<Clock::TimePoint> end) { end_ = end; }

  // Without the user's passphrases.
  const NetSnmpSession::Options& options() const { return options_; }

 private:
  NetSnmpConnection(NetSnmpSession::Options options,
                    std::unique_ptr<UsmClientIdentity> identity);

  Result<SnmpResponse> ExchangeAnew(const SnmpRequest& request);
  Result<SnmpResponse> ExchangeOnHandle(const SnmpRequest& request);
  Result<void> Open(const SocketAddress& address);
  Result<void> Discover();
  void Close();
  Error FailureOf(const Outcome& outcome, Silence silence) const;

  const NetSnmpSession::Options options_;
  // Null but for version 3.
  const std::unique_ptr<UsmClientIdentity> identity_;
  std::unique_ptr<NetSnmpHandle> handle_;
  std::optional<Clock::TimePoint> end_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_NET_SNMP_CONNECTION_H_
