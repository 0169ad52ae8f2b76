#ifndef PDUKIT_SNMP_USM_SCOPE_H_
#define PDUKIT_SNMP_USM_SCOPE_H_

// What an identity swaps in around one call of Net-SNMP. Not a public header.

#include <cstdint>
#include <string>
#include <vector>

#include "snmp/usm.h"

struct enginetime_struct;

namespace pdukit {

// Where Net-SNMP looks for the time of this engine; null for an empty ID. Its
// table has a list for each of 23 hash values; an entry of ours stays in each
// of them for ever and is lent to whichever engine a message is of, so that
// nothing is hashed, allocated or left behind for a message. Hashes the ID.
// Needs the runtime's lock.
enginetime_struct* EngineTimeEntry(const std::string& engine_id);

// To be called once a session without an identity has used USM: from then on
// Net-SNMP may have times of its own for the same engines.
void ExpectForeignEngineTimes();

// While it lives, Net-SNMP knows these users and no others, and of all engines
// only this one's time. Needs the runtime's lock all the while.
class UsmScope {
 public:
  // Whether the time comes from an authenticated message.
  enum class Trust : std::uint8_t { kHint, kAuthenticated };

  // `entry` is the EngineTimeEntry of the engine.
  UsmScope(const std::vector<UsmUserPtr>& users, const std::string& engine_id,
           enginetime_struct* entry, EngineTime time, Trust trust);
  ~UsmScope();
  UsmScope(const UsmScope&) = delete;
  UsmScope& operator=(const UsmScope&) = delete;

 private:
  void Lend(const std::string& engine_id, EngineTime time, Trust trust);

  const std::vector<UsmUserPtr>& users_;
  std::vector<usmUser*> others_;
  enginetime_struct* const entry_;
  unsigned char* idle_id_ = nullptr;
  enginetime_struct* foreign_ = nullptr;
};

// Sets what Net-SNMP takes for the ID of the process's own engine.
void SetLocalEngine(const std::string& engine_id);

// While it lives, no real engine is the local one: USM then judges times by
// what was set for the engine, not by the process's own boots and time.
class NoLocalEngine {
 public:
  NoLocalEngine();
  ~NoLocalEngine();
  NoLocalEngine(const NoLocalEngine&) = delete;
  NoLocalEngine& operator=(const NoLocalEngine&) = delete;

 private:
  std::string previous_;
};

}  // namespace pdukit

#endif  // PDUKIT_SNMP_USM_SCOPE_H_
