#include <cstddef>
#include <set>
#include <utility>

#include "snmp/net_snmp.h"
#include "snmp/usm.h"
#include "snmp/usm_message.h"
#include "snmp/usm_scope.h"

namespace pdukit {
namespace {

// RFC 3414 section 2.2.3, in seconds.
constexpr std::uint32_t kTimeWindow = 150;
// RFC 3414 section 2.2.2: boots that have reached it never match.
constexpr std::uint32_t kMaxBoots = 2147483647;

// With which Net-SNMP lets the message pass, whose time is judged here. Where
// it is a second old, Net-SNMP does not look the engine up again to note it.
EngineTime TimeThatAdmits(const EngineTime& said) {
  return said.boots >= kMaxBoots ? EngineTime{}
                                 : EngineTime{said.boots, said.seconds + 1};
}

bool InTimeWindow(const EngineTime& now, const EngineTime& message) {
  const std::uint32_t difference = now.seconds > message.seconds
                                       ? now.seconds - message.seconds
                                       : message.seconds - now.seconds;
  return now.boots != kMaxBoots && now.boots == message.boots &&
         difference <= kTimeWindow;
}

// Whether the octets are one SEQUENCE, and padding of less than a DES block:
// else they were decrypted with a wrong key.
bool IsScopedPdu(u_char* octets, std::size_t size) {
  std::size_t length = size;
  u_char type = 0;
  u_char* content = asn_parse_header(octets, &length, &type);
  if (content == nullptr || type != (ASN_SEQUENCE | ASN_CONSTRUCTOR) ||
      size - static_cast<std::size_t>(content - octets) - length >= 8) {
    return false;
  }
  // The contextEngineID: a wrong key makes a SEQUENCE of the right length once
  // in some thousand messages, but next to never this as well.
  return asn_parse_header(content, &length, &type) != nullptr &&
         type == ASN_OCTET_STR;
}

}  // namespace

Result<std::unique_ptr<UsmAgentIdentity>> UsmAgentIdentity::Create(
    const std::string& engine_id, const std::vector<UsmUser>& users,
    std::function<EngineTime()> time) {
  if (!IsEngineId(engine_id)) {
    return Error{ErrorKind::kInvalidArgument,
                 "an engine ID has 5 to 32 octets, not " +
                     std::to_string(engine_id.size())};
  }
  std::unique_ptr<UsmAgentIdentity> identity(
      new UsmAgentIdentity(engine_id, std::move(time)));
  std::set<std::string> names;
  for (const UsmUser& user : users) {
    const Result<UsmCredentials> credentials = UsmCredentials::Derive(user);
    if (!credentials.ok()) {
      return credentials.error();
    }
    if (!names.insert(user.name).second) {
      return Error{ErrorKind::kInvalidArgument,
                   "two SNMPv3 users are named \"" + user.name + "\""};
    }
    identity->users_.push_back(credentials->Localize(engine_id));
  }
  return identity;
}

UsmAgentIdentity::UsmAgentIdentity(std::string engine_id,
                                   std::function<EngineTime()> time)
    : engine_id_(std::move(engine_id)), time_(std::move(time)) {}

void UsmAgentIdentity::MakeLocal(const NetSnmpRuntime::Lock&) const {
  SetLocalEngine(engine_id_);
}

void UsmAgentIdentity::FindEntry() {
  if (entry_ == nullptr) {
    entry_ = EngineTimeEntry(engine_id_);
  }
}

int UsmAgentIdentity::Decode(snmp_secmod_incoming_params& message,
                             int (*original)(snmp_secmod_incoming_params*)) {
  FindEntry();
  const EngineTime now = time_();
  const EngineTime said = ParseSecurityParameters(message).time;
  int result = SNMPERR_SUCCESS;
  {
    const UsmScope scope(users_, engine_id_, entry_, TimeThatAdmits(said),
                         UsmScope::Trust::kAuthenticated);
    const NoLocalEngine remote;
    result = original(&message);
  }
  const bool decrypted =
      result == SNMPERR_SUCCESS || result == SNMPERR_USM_DECRYPTIONERROR;
  if (decrypted && IsAuthenticated(message) && !InTimeWindow(now, said)) {
    snmp_increment_statistic(STAT_USMSTATSNOTINTIMEWINDOWS);
    return SNMPERR_USM_NOTINTIMEWINDOW;
  }
  if (result == SNMPERR_SUCCESS &&
      message.secLevel == SNMP_SEC_LEVEL_AUTHPRIV &&
      !IsScopedPdu(*message.scopedPdu, *message.scopedPduLen)) {
    snmp_increment_statistic(STAT_USMSTATSDECRYPTIONERRORS);
    *message.scopedPduLen = 0;  // Else the library would parse it for a Report.
    return SNMPERR_USM_DECRYPTIONERROR;
  }
  return result;
}

int UsmAgentIdentity::Encode(snmp_secmod_outgoing_params& message,
                             int (*original)(snmp_secmod_outgoing_params*)) {
  FindEntry();
  const UsmScope scope(users_, engine_id_, entry_, time_(),
                       UsmScope::Trust::kAuthenticated);
  return original(&message);
}

}  // namespace pdukit
