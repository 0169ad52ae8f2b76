// What an endpoint answers to a request that Net-SNMP has decoded.

#include <algorithm>
#include <utility>

#include "fake_pdu/agent/bulk_limit.h"
#include "fake_pdu/agent/endpoint_agent.h"
#include "fake_pdu/agent/net_snmp_agent.h"

namespace pdukit::fake_pdu {
namespace {

// The largest datagram of UDP over IPv4.
constexpr long kMaxMessageSize = 65507;

bool IsRequest(const snmp_pdu& pdu) {
  switch (pdu.command) {
    case SNMP_MSG_GET:
    case SNMP_MSG_GETNEXT:
    case SNMP_MSG_SET:
      return true;
    case SNMP_MSG_GETBULK:
      return pdu.version != SNMP_VERSION_1;
    default:
      return false;
  }
}

int ErrorOf(ReportKind kind) {
  switch (kind) {
    case ReportKind::kUnsupportedSecurityLevel:
      return SNMPERR_USM_UNSUPPORTEDSECURITYLEVEL;
    case ReportKind::kNotInTimeWindow:
      return SNMPERR_USM_NOTINTIMEWINDOW;
    case ReportKind::kUnknownUser:
      return SNMPERR_USM_UNKNOWNSECURITYNAME;
    case ReportKind::kUnknownEngineId:
      return SNMPERR_USM_UNKNOWNENGINEID;
    case ReportKind::kWrongDigest:
      return SNMPERR_USM_AUTHENTICATIONFAILURE;
    case ReportKind::kDecryptionError:
      return SNMPERR_USM_DECRYPTIONERROR;
  }
  return SNMPERR_USM_GENERICERROR;
}

}  // namespace

int EndpointAgent::OnMessage(int operation, snmp_session* session,
                             int request_id, snmp_pdu* request,
                             void* target) noexcept {
  // The library tells of a wrong digest here too, and answers it by itself.
  if (operation != NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE ||
      (request->version == SNMP_VERSION_3 &&
       session->s_snmp_errno == SNMPERR_USM_AUTHENTICATIONFAILURE) ||
      !IsRequest(*request)) {
    return 1;
  }
  auto* agent =
      static_cast<EndpointAgent*>(static_cast<RequestTarget*>(target));
  return agent->Answer(session, request_id, *request);
}

int EndpointAgent::Answer(snmp_session* session, int request_id,
                          snmp_pdu& request) {
  const Effect* effect = gate_.OnRequest(request);
  const bool v3 = request.version == SNMP_VERSION_3;
  // RFC 3413 section 3.2: nothing is sent for a context that does not exist.
  if (v3 && request.contextNameLen > 0) {
    gate_.Refuse("unknown context");
    return 1;
  }
  const Access access = AccessOf(request);
  if (access == Access::kNone) {
    gate_.Refuse(v3 ? "no access below the level of the user's keys"
                    : "unknown community");
    if (v3) {
      Respond(request, ErrorStatus::kAuthorizationError, 0);
    }
    return 1;
  }
  if (effect != nullptr) {
    Misanswer(*effect, request);
    return 1;
  }
  if (request.command == SNMP_MSG_SET && access != Access::kReadWrite &&
      request.variables != nullptr) {
    // RFC 3584 section 4.3 has no other error for version 1.
    Respond(request,
            request.version == SNMP_VERSION_1 ? ErrorStatus::kNoSuchName
                                              : ErrorStatus::kNoAccess,
            1);
    return 1;
  }
  // The library's own access control is not asked.
  request.flags |= UCD_MSG_FLAG_ALWAYS_IN_VIEW;
  request.msgMaxSize = request.msgMaxSize == 0
                           ? kMaxMessageSize
                           : std::min(request.msgMaxSize, kMaxMessageSize);
  if (request.command == SNMP_MSG_GETBULK) {
    LimitBulk(view_, request);
  }
  return handle_snmp_packet(NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE, session,
                            request_id, &request, nullptr);
}

void EndpointAgent::Misanswer(const Effect& effect, snmp_pdu& request) {
  switch (effect.intake) {
    case Intake::kRefuse:
      return Respond(request, effect.status, effect.index);
    case Intake::kAcknowledge:
      return Respond(request, ErrorStatus::kNoError, 0);
    case Intake::kReport:
      return SendReport(request, effect.report);
    case Intake::kServe:
    case Intake::kDrop:
    case Intake::kLater:
    case Intake::kTwice:
      return;
  }
}

void EndpointAgent::Respond(snmp_pdu& request, ErrorStatus status, int index) {
  snmp_pdu* response = snmp_clone_pdu(&request);
  response->command = SNMP_MSG_RESPONSE;
  response->errstat = static_cast<long>(status);
  response->errindex = index;
  // RFC 3416 section 4.2.1; RFC 1157 section 4.1.2 gives back what was asked.
  if (status == ErrorStatus::kTooBig && request.version != SNMP_VERSION_1) {
    snmp_free_varbind(std::exchange(response->variables, nullptr));
  }
  Send(response);
}

void EndpointAgent::SendReport(snmp_pdu& request, ReportKind kind) {
  snmp_pdu* report = snmp_clone_pdu(&request);
  snmpv3_make_report(report, ErrorOf(kind));
  Send(report);
}

void EndpointAgent::Send(snmp_pdu* message) {
  if (snmp_sess_send(session_, message) == 0) {
    snmp_free_pdu(message);
  }
}

Access EndpointAgent::AccessOf(const snmp_pdu& request) const {
  if (request.version != SNMP_VERSION_3) {
    return policy_.ForCommunity(
        {reinterpret_cast<const char*>(request.community),
         request.community_len});
  }
  return policy_.ForUser({request.securityName, request.securityNameLen},
                         SecurityLevelOf(request.securityLevel));
}

}  // namespace pdukit::fake_pdu
