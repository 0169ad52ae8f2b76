#ifndef PDUKIT_CLIENT_SESSION_NET_SNMP_SESSION_H_
#define PDUKIT_CLIENT_SESSION_NET_SNMP_SESSION_H_

// SNMP v1, v2c and v3 over UDP, by Net-SNMP.
//
//   NetSnmpSession::Options options;
//   options.endpoint = Endpoint::Parse("10.0.0.7").value();
//   auto session = NetSnmpSession::Open(options);
//   if (!session.ok()) return session.error();
//   (*session)->Get({Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}});

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.h"
#include "client/endpoint.h"
#include "client/session/snmp_session.h"
#include "snmp/security.h"

namespace pdukit::client {

class NetSnmpConnection;

// Thread-safe: one request is on its way at a time, others wait for it.
class NetSnmpSession : public SnmpSession {
 public:
  struct Options {
    Endpoint endpoint{};
    SnmpVersion version = SnmpVersion::kV2c;
    std::string community = "public";  // v1 and v2c
    UsmUser user{};                    // v3; its keys decide the level
    // How long to wait for the answer to each datagram.
    std::chrono::milliseconds timeout{1000};
    // How many times an unanswered request goes out again.
    int retries = 3;
    // Of the timeouts; must outlive the session. A clock that is moved by hand
    // counts where the agent is a fake on the same clock: the wait then moves
    // it on, and takes no time. Elsewhere time is real.
    Clock* clock = &Clock::Real();
  };

  // Checks the options and sends nothing: the host name is resolved at the
  // first request, and anew after one that got no answer. Fails with
  // kInvalidArgument.
  static Result<std::unique_ptr<NetSnmpSession>> Open(const Options& options);

  // No other thread may be in a call.
  ~NetSnmpSession() override;
  NetSnmpSession(const NetSnmpSession&) = delete;
  NetSnmpSession& operator=(const NetSnmpSession&) = delete;

  Result<std::vector<Varbind>> Get(const std::vector<Oid>& oids) override;
  Result<std::vector<Varbind>> GetNext(const std::vector<Oid>& oids) override;
  Result<std::vector<Varbind>> GetBulk(const Oid& oid,
                                       int max_repetitions) override;
  Result<void> Set(const std::vector<Varbind>& varbinds,
                   Resend resend) override;
  std::string host() const override;
  std::unique_ptr<SnmpSession> Until(Clock::TimePoint end) override;

 private:
  class Bounded;

  // With connection_mutex_ held.
  Result<std::vector<Varbind>> DoGet(const std::vector<Oid>& oids);
  Result<std::vector<Varbind>> DoGetNext(const std::vector<Oid>& oids);
  Result<std::vector<Varbind>> DoGetBulk(const Oid& oid, int max_repetitions);
  Result<void> DoSet(const std::vector<Varbind>& varbinds, Resend resend);

  explicit NetSnmpSession(std::unique_ptr<NetSnmpConnection> connection);

  // Held during each request.
  std::mutex connection_mutex_;
  std::unique_ptr<NetSnmpConnection> connection_;
  const std::string host_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_NET_SNMP_SESSION_H_
