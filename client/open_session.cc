#include "client/open_session.h"

#include <utility>

#include "client/endpoint.h"
#include "client/session/net_snmp_session.h"

namespace pdukit::client {

Result<std::unique_ptr<SnmpSession>> OpenSession(
    const std::string& endpoint, const SnmpPdu::Options& options) {
  Result<Endpoint> parsed = Endpoint::Parse(endpoint);
  if (!parsed.ok()) {
    return parsed.error();
  }
  NetSnmpSession::Options session_options;
  session_options.endpoint = *parsed;
  session_options.version = options.version;
  session_options.community = options.community;
  session_options.user = options.user;
  session_options.timeout = options.timeout;
  session_options.retries = options.retries;
  session_options.clock = options.clock;
  Result<std::unique_ptr<NetSnmpSession>> session =
      NetSnmpSession::Open(session_options);
  if (!session.ok()) {
    return session.error();
  }
  return std::unique_ptr<SnmpSession>(*std::move(session));
}

}  // namespace pdukit::client
