#ifndef PDUKIT_CLIENT_OPEN_SESSION_H_
#define PDUKIT_CLIENT_OPEN_SESSION_H_

#include <memory>
#include <string>

#include "base/result.h"
#include "client/session/snmp_session.h"
#include "client/snmp_pdu.h"

namespace pdukit::client {

// A session with the options' version, credentials, timeout and retries. Sends
// nothing. Fails with kInvalidArgument.
Result<std::unique_ptr<SnmpSession>> OpenSession(
    const std::string& endpoint, const SnmpPdu::Options& options);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_OPEN_SESSION_H_
