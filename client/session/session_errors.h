#ifndef PDUKIT_CLIENT_SESSION_SESSION_ERRORS_H_
#define PDUKIT_CLIENT_SESSION_SESSION_ERRORS_H_

// What went wrong with a request, in words for people. Without the host, which
// the session adds.

#include <string>
#include <vector>

#include "base/error.h"
#include "client/session/net_snmp_session.h"
#include "snmp/error_status.h"
#include "snmp/oid.h"

namespace pdukit::client {

// How far the exchange came before nothing answered.
enum class Silence {
  kFromTheStart,    // Not one answer on this connection.
  kAfterDiscovery,  // Version 3: the engine told its ID.
};

// Names what may be the cause, as it can be for the version.
Error TimeoutError(const NetSnmpSession::Options& options, Silence silence,
                   int datagrams);

// By the OID in a Report (RFC 3414 section 5, usmStats).
Error ReportError(const NetSnmpSession::Options& options, const Oid& counter);

// By the errno of the socket.
Error SocketError(int code);

// To the request for `oids`; `operation` as in "SET". The error-index may point
// nowhere.
Error StatusError(const NetSnmpSession::Options& options,
                  const std::string& operation, const std::vector<Oid>& oids,
                  ErrorStatus status, long error_index);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_SESSION_ERRORS_H_
