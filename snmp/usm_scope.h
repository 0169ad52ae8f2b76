#ifndef PDUKIT_SNMP_USM_SCOPE_H_
#define PDUKIT_SNMP_USM_SCOPE_H_

// What an identity swaps in around one call of Net-SNMP. Not a public header.

#include <cstdint>
#include <string>
#include <vector>

#include "snmp/usm.h"

namespace pdukit {

// While it lives, Net-SNMP knows these users and no others, and of all engines
// only this one's time. Needs the runtime's lock all the while.
class UsmScope {
 public:
  // Whether the time comes from an authenticated message.
  enum class Trust : std::uint8_t { kHint, kAuthenticated };

  // An empty engine ID stands for none.
  UsmScope(const std::vector<UsmUserPtr>& users, const std::string& engine_id,
           EngineTime time, Trust trust);
  ~UsmScope();
  UsmScope(const UsmScope&) = delete;
  UsmScope& operator=(const UsmScope&) = delete;

 private:
  const std::vector<UsmUserPtr>& users_;
  const std::string& engine_id_;
  std::vector<usmUser*> others_;
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
