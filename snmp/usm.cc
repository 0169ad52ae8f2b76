#include "snmp/usm.h"

#include <cstdlib>
#include <cstring>
#include <set>
#include <utility>

#include "snmp/net_snmp.h"
#include "snmp/usm_scope.h"

namespace pdukit {
namespace {

// RFC 3414 section 2.2.3, in seconds.
constexpr std::uint32_t kTimeWindow = 150;
// RFC 3414 section 2.2.2: boots that have reached it never match.
constexpr std::uint32_t kMaxBoots = 2147483647;

// RFC 3411 section 5: SnmpEngineID.
bool IsEngineId(const std::string& octets) {
  return octets.size() >= 5 && octets.size() <= 32;
}

int NetSnmpLevel(SecurityLevel level) {
  switch (level) {
    case SecurityLevel::kNoAuthNoPriv:
      return SNMP_SEC_LEVEL_NOAUTH;
    case SecurityLevel::kAuthNoPriv:
      return SNMP_SEC_LEVEL_AUTHNOPRIV;
    case SecurityLevel::kAuthPriv:
      return SNMP_SEC_LEVEL_AUTHPRIV;
  }
  return SNMP_SEC_LEVEL_AUTHPRIV;
}

std::string SecurityEngine(const snmp_secmod_incoming_params& message) {
  return {reinterpret_cast<const char*>(message.secEngineID),
          *message.secEngineIDLen};
}

bool IsAuthenticated(const snmp_secmod_incoming_params& message) {
  return message.secLevel != SNMP_SEC_LEVEL_NOAUTH;
}

// The first three fields of a message's security parameters (RFC 3414 section
// 2.4).
struct SecurityParameters {
  std::string engine_id{};
  EngineTime time{};
};

// Empty if they cannot be read.
SecurityParameters Parse(const snmp_secmod_incoming_params& message) {
  u_char type = 0;
  u_char engine_id[SNMP_MAXBUF];
  std::size_t engine_id_size = sizeof engine_id;
  std::size_t rest =
      message.wholeMsgLen -
      static_cast<std::size_t>(message.secParams - message.wholeMsg);
  long boots = 0;
  long seconds = 0;
  u_char* next =
      asn_parse_sequence(message.secParams, &rest, &type,
                         ASN_UNIVERSAL | ASN_PRIMITIVE | ASN_OCTET_STR, "USM");
  if (next != nullptr) {
    next = asn_parse_sequence(next, &rest, &type,
                              ASN_SEQUENCE | ASN_CONSTRUCTOR, "USM");
  }
  if (next != nullptr) {
    next = asn_parse_string(next, &rest, &type, engine_id, &engine_id_size);
  }
  if (next != nullptr) {
    next = asn_parse_int(next, &rest, &type, &boots, sizeof boots);
  }
  if (next == nullptr ||
      asn_parse_int(next, &rest, &type, &seconds, sizeof seconds) == nullptr) {
    return {};
  }
  return {
      {reinterpret_cast<const char*>(engine_id), engine_id_size},
      {static_cast<std::uint32_t>(boots), static_cast<std::uint32_t>(seconds)}};
}

bool InTimeWindow(const EngineTime& now, const EngineTime& message) {
  const std::uint32_t difference = now.seconds > message.seconds
                                       ? now.seconds - message.seconds
                                       : message.seconds - now.seconds;
  return now.boots != kMaxBoots && now.boots == message.boots &&
         difference <= kTimeWindow;
}

UsmScope::Trust TrustIn(bool authenticated) {
  return authenticated ? UsmScope::Trust::kAuthenticated
                       : UsmScope::Trust::kHint;
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

SecurityLevel SecurityLevelOf(int net_snmp_level) {
  switch (net_snmp_level) {
    case SNMP_SEC_LEVEL_AUTHPRIV:
      return SecurityLevel::kAuthPriv;
    case SNMP_SEC_LEVEL_AUTHNOPRIV:
      return SecurityLevel::kAuthNoPriv;
    default:
      return SecurityLevel::kNoAuthNoPriv;
  }
}

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
  int result = SNMPERR_SUCCESS;
  {
    // Time zero lets any time of the message pass: it is checked below.
    const UsmScope scope(users_, engine_id_, entry_, EngineTime{},
                         UsmScope::Trust::kAuthenticated);
    const NoLocalEngine remote;
    result = original(&message);
  }
  const bool decrypted =
      result == SNMPERR_SUCCESS || result == SNMPERR_USM_DECRYPTIONERROR;
  if (decrypted && IsAuthenticated(message) &&
      !InTimeWindow(now, Parse(message).time)) {
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

Result<std::unique_ptr<UsmClientIdentity>> UsmClientIdentity::Create(
    const UsmUser& user) {
  const Result<UsmCredentials> credentials = UsmCredentials::Derive(user);
  if (!credentials.ok()) {
    return credentials.error();
  }
  return std::unique_ptr<UsmClientIdentity>(
      new UsmClientIdentity(*credentials));
}

UsmClientIdentity::UsmClientIdentity(const UsmCredentials& credentials)
    : credentials_(credentials) {}

void UsmClientIdentity::Attach(snmp_session& settings,
                               const NetSnmpRuntime::Lock&) {
  settings.version = SNMP_VERSION_3;
  settings.securityModel = SNMP_SEC_MODEL_USM;
  settings.securityLevel = NetSnmpLevel(credentials_.level());
  settings.securityName = const_cast<char*>(credentials_.name().c_str());
  settings.securityNameLen = credentials_.name().size();
  if (!engine_id_.empty()) {
    settings.securityEngineID = reinterpret_cast<u_char*>(engine_id_.data());
    settings.securityEngineIDLen = engine_id_.size();
    settings.contextEngineID = settings.securityEngineID;
    settings.contextEngineIDLen = engine_id_.size();
  }
  // The second keeps the library from making a user of its own.
  settings.flags |= SNMP_FLAGS_DONT_PROBE | SNMP_FLAGS_USER_CREATED;
  settings.myvoid = static_cast<UsmIdentity*>(this);
}

bool UsmClientIdentity::engine_known(const NetSnmpRuntime::Lock&) const {
  return !engine_id_.empty();
}

void UsmClientIdentity::TellSession(snmp_session& session,
                                    const NetSnmpRuntime::Lock&) const {
  if (engine_id_.empty() || session.securityEngineIDLen > 0) {
    return;
  }
  // The session frees its own.
  const auto copy = [this] {
    auto* octets = static_cast<u_char*>(std::malloc(engine_id_.size()));
    std::memcpy(octets, engine_id_.data(), engine_id_.size());
    return octets;
  };
  free(session.securityEngineID);
  session.securityEngineID = copy();
  session.securityEngineIDLen = engine_id_.size();
  free(session.contextEngineID);
  session.contextEngineID = copy();
  session.contextEngineIDLen = engine_id_.size();
}

void UsmClientIdentity::ForgetEngine(const NetSnmpRuntime::Lock&) {
  engine_id_.clear();
  entry_ = nullptr;
  users_.clear();
  heard_ = {};
  heard_authenticated_ = false;
}

int UsmClientIdentity::Decode(snmp_secmod_incoming_params& message,
                              int (*original)(snmp_secmod_incoming_params*)) {
  int result = SNMPERR_SUCCESS;
  {
    // Whichever engine the message names, or Net-SNMP would make an entry.
    const std::string engine_id = Parse(message).engine_id;
    const UsmScope scope(
        users_, engine_id,
        engine_id == engine_id_ ? entry_ : EngineTimeEntry(engine_id),
        EstimatedTime(engine_id), TrustIn(heard_authenticated_));
    const NoLocalEngine remote;
    result = original(&message);
  }
  if (result == SNMPERR_SUCCESS) {
    Remember(message);
  }
  return result;
}

int UsmClientIdentity::Encode(snmp_secmod_outgoing_params& message,
                              int (*original)(snmp_secmod_outgoing_params*)) {
  const UsmScope scope(users_, engine_id_, entry_, EstimatedTime(engine_id_),
                       TrustIn(heard_authenticated_));
  return original(&message);
}

void UsmClientIdentity::Remember(const snmp_secmod_incoming_params& message) {
  const std::string engine_id = SecurityEngine(message);
  if (engine_id_.empty() && IsEngineId(engine_id)) {
    engine_id_ = engine_id;
    entry_ = EngineTimeEntry(engine_id);
    users_.push_back(credentials_.Localize(engine_id));
  }
  // Once there is an authenticated time, only such a one replaces it.
  if (engine_id != engine_id_ ||
      (heard_authenticated_ && !IsAuthenticated(message))) {
    return;
  }
  const EngineTime time = Parse(message).time;
  const bool newer =
      time.boots > heard_.boots ||
      (time.boots == heard_.boots && time.seconds > heard_.seconds);
  if (newer || !heard_authenticated_) {
    heard_ = time;
    heard_at_ = std::chrono::steady_clock::now();
    heard_authenticated_ = IsAuthenticated(message);
  }
}

EngineTime UsmClientIdentity::EstimatedTime(
    const std::string& engine_id) const {
  if (engine_id != engine_id_) {
    return {};
  }
  const auto since = std::chrono::duration_cast<std::chrono::seconds>(
      std::chrono::steady_clock::now() - heard_at_);
  return {heard_.boots,
          heard_.seconds + static_cast<std::uint32_t>(since.count())};
}

}  // namespace pdukit
