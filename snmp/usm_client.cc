#include <cstdlib>
#include <cstring>

#include "snmp/net_snmp.h"
#include "snmp/usm.h"
#include "snmp/usm_message.h"
#include "snmp/usm_scope.h"

namespace pdukit {
namespace {

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

UsmScope::Trust TrustIn(bool authenticated) {
  return authenticated ? UsmScope::Trust::kAuthenticated
                       : UsmScope::Trust::kHint;
}

}  // namespace

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
    const std::string engine_id = ParseSecurityParameters(message).engine_id;
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
  const EngineTime time = ParseSecurityParameters(message).time;
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
