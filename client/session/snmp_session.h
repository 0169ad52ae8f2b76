#ifndef PDUKIT_CLIENT_SESSION_SNMP_SESSION_H_
#define PDUKIT_CLIENT_SESSION_SNMP_SESSION_H_

// Requests to one SNMP agent, whatever the version.
//
//   Result<std::vector<Varbind>> answer = session.Get({kSysName, kSysUpTime});
//   if (!answer.ok()) return answer.error();
//   Use(answer->front().value);

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "snmp/oid.h"
#include "snmp/varbind.h"

namespace pdukit::client {

// Whether a request may go out again when no answer comes. A SET that is not
// idempotent must not: its answer may be what got lost.
enum class Resend : std::uint8_t { kAllowed, kNever };

// Calls block until the answer, or until the implementation's timeout and
// retries are used up, and may come from any thread.
//
// Errors, with the host: kNameResolution, kUnreachable, kTimeout, the v3 kinds
// (kUnknownUser, kAuthenticationFailure, kDecryptionFailure,
// kUnsupportedSecurityLevel, kNotInTimeWindow), kAccessDenied if the agent
// says noAccess, readOnly or authorizationError (below the highest level of v3
// that is kUnsupportedSecurityLevel too), kRefusedByDevice for its other error
// statuses, kProtocol for an answer that does not fit the request.
class SnmpSession {
 public:
  virtual ~SnmpSession() = default;

  // One varbind for each OID, in order. One that the agent does not have holds
  // noSuchObject or noSuchInstance, under v1 too.
  virtual Result<std::vector<Varbind>> Get(const std::vector<Oid>& oids) = 0;

  // The next variable after each OID, in order; endOfMibView where there is
  // none, under v1 too.
  virtual Result<std::vector<Varbind>> GetNext(
      const std::vector<Oid>& oids) = 0;

  // Up to `max_repetitions` variables after `oid`, in ascending order, at
  // least one; endOfMibView as the last one where they end. Under v1, which
  // has no GETBULK, always one.
  virtual Result<std::vector<Varbind>> GetBulk(const Oid& oid,
                                               int max_repetitions) = 0;

  // All or nothing, as far as the agent keeps to the standard.
  virtual Result<void> Set(const std::vector<Varbind>& varbinds,
                           Resend resend) = 0;

  // The agent as the caller named it: what errors show.
  virtual std::string host() const = 0;

  // The same agent, for calls that send nothing any more once `end` is over:
  // they last one timeout longer at most. Shares this session, which must
  // outlive it. Without a notion of time it is this session, no more.
  virtual std::unique_ptr<SnmpSession> Until(Clock::TimePoint end);
};

// Every variable below `root`, in order; empty if there is none. Fails with
// kProtocol if the agent's OIDs do not ascend.
Result<std::vector<Varbind>> Walk(SnmpSession& session, const Oid& root);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_SNMP_SESSION_H_
