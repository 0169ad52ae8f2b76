#ifndef PDUKIT_SNMP_USM_H_
#define PDUKIT_SNMP_USM_H_

// Who a Net-SNMP session of version 3 speaks as. Net-SNMP has one list of
// users and one table of engine times for the whole process; these keep a list
// and a time of their own, which are swapped in for just one message. So many
// agents and clients may use the same user name with different keys, and a
// wrong key fails whoever else knows the right one. Not a public header.
// A session's `myvoid` leads to its identity, which must outlive it. A session
// without one is left to Net-SNMP as it is.
//
// How a client opens a session of version 3:
//
//   auto identity = UsmClientIdentity::Create(user);  // No lock: takes ms
//   snmp_sess_init(&settings);                        // From here: the lock
//   (*identity)->Attach(settings, lock);              // Level, name, flags
//   void* session = snmp_sess_open(&settings);
//   snmp_sess_session(session)->flags |= SNMP_FLAGS_DONT_PROBE;
//
// snmp_sess_open clears that flag; without it the library would block in its
// own discovery at the first request. settings.callback stays null, or rejects
// whatever comes with s_snmp_errno != 0: a response with a wrong digest is
// delivered there. Then discover, without blocking: while !engine_known(),
//
//   netsnmp_pdu* probe = snmp_pdu_create(SNMP_MSG_GET);  // No varbinds
//   probe->version = SNMP_VERSION_3;
//   probe->securityModel = SNMP_SEC_MODEL_USM;
//   probe->securityLevel = SNMP_SEC_LEVEL_NOAUTH;
//   probe->securityName = strdup("");
//   probe->securityNameLen = 0;
//   snmp_sess_async_send(session, probe, callback, magic);
//
// The agent's Report reaches the callback as RECEIVED_MESSAGE, followed by
// SEC_ERROR. By then the session has its engine IDs and the identity the keys
// for that engine: send requests, which are protected as the user can be. A
// later session of the same identity needs no discovery. After a timeout the
// device may have been replaced or its time may have gone back: close the
// session, ForgetEngine, and open a new one.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "snmp/runtime.h"
#include "snmp/security.h"
#include "snmp/usm_keys.h"

struct enginetime_struct;
struct snmp_secmod_incoming_params;
struct snmp_secmod_outgoing_params;
struct snmp_session;

namespace pdukit {

// snmpEngineBoots and snmpEngineTime, in seconds (RFC 3414 section 2.2).
struct EngineTime {
  std::uint32_t boots = 0;
  std::uint32_t seconds = 0;
};

// As Net-SNMP has it in a PDU: SNMP_SEC_LEVEL_AUTHPRIV, ...
SecurityLevel SecurityLevelOf(int net_snmp_level);

// Created and destroyed without the lock, while no session leads to it.
class UsmIdentity {
 public:
  virtual ~UsmIdentity() = default;
  UsmIdentity(const UsmIdentity&) = delete;
  UsmIdentity& operator=(const UsmIdentity&) = delete;

  // What Net-SNMP calls for each message, under the lock: `original` is its
  // own function, and so is the code returned.
  virtual int Decode(snmp_secmod_incoming_params& message,
                     int (*original)(snmp_secmod_incoming_params*)) = 0;
  virtual int Encode(snmp_secmod_outgoing_params& message,
                     int (*original)(snmp_secmod_outgoing_params*)) = 0;

 protected:
  UsmIdentity() = default;
};

// An authoritative engine with its users. Its sessions are opened with
// SNMP_SESS_AUTHORITATIVE.
class UsmAgentIdentity final : public UsmIdentity {
 public:
  // `time` is asked for each message, under the lock: it must not block. Fails
  // with kInvalidArgument for an engine ID that has not 5 to 32 octets, a user
  // that Validate refuses, or two of one name.
  static Result<std::unique_ptr<UsmAgentIdentity>> Create(
      const std::string& engine_id, const std::vector<UsmUser>& users,
      std::function<EngineTime()> time);

  const std::string& engine_id() const { return engine_id_; }

  // Makes this engine the one that Net-SNMP takes for the process's own: due
  // before each read of one of its sessions.
  void MakeLocal(const NetSnmpRuntime::Lock& lock) const;

  int Decode(snmp_secmod_incoming_params& message,
             int (*original)(snmp_secmod_incoming_params*)) override;
  int Encode(snmp_secmod_outgoing_params& message,
             int (*original)(snmp_secmod_outgoing_params*)) override;

 private:
  UsmAgentIdentity(std::string engine_id, std::function<EngineTime()> time);
  void FindEntry();

  const std::string engine_id_;
  const std::function<EngineTime()> time_;
  std::vector<UsmUserPtr> users_;
  enginetime_struct* entry_ = nullptr;  // Once there was a message.
};

// One user towards one remote engine, at first unknown.
class UsmClientIdentity final : public UsmIdentity {
 public:
  // Fails with kInvalidArgument as Validate does.
  static Result<std::unique_ptr<UsmClientIdentity>> Create(const UsmUser& user);

  // Fills in all of the settings that concern version 3, after snmp_sess_init
  // and before snmp_sess_open, which copies them: until then they point into
  // the identity.
  void Attach(snmp_session& settings, const NetSnmpRuntime::Lock& lock);

  // Whether requests can be sent as the user.
  bool engine_known(const NetSnmpRuntime::Lock& lock) const;

  // Where the engine is known, makes it that of the session: Net-SNMP does so
  // only if the answer belongs to the request that it waits for.
  void TellSession(snmp_session& session,
                   const NetSnmpRuntime::Lock& lock) const;

  // Back to discovery; the session must be closed.
  void ForgetEngine(const NetSnmpRuntime::Lock& lock);

  int Decode(snmp_secmod_incoming_params& message,
             int (*original)(snmp_secmod_incoming_params*)) override;
  int Encode(snmp_secmod_outgoing_params& message,
             int (*original)(snmp_secmod_outgoing_params*)) override;

 private:
  explicit UsmClientIdentity(const UsmCredentials& credentials);
  // The time to judge a message of this engine by.
  EngineTime EstimatedTime(const std::string& engine_id) const;
  void Remember(const snmp_secmod_incoming_params& message);

  const UsmCredentials credentials_;
  std::string engine_id_;               // Empty until it is known
  enginetime_struct* entry_ = nullptr;  // Likewise null.
  std::vector<UsmUserPtr> users_;       // The user, once the engine is known
  // The newest that the engine said, when, and whether it was authenticated.
  EngineTime heard_;
  std::chrono::steady_clock::time_point heard_at_;
  bool heard_authenticated_ = false;
};

}  // namespace pdukit

#endif  // PDUKIT_SNMP_USM_H_
