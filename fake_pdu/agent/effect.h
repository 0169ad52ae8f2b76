#ifndef PDUKIT_FAKE_PDU_AGENT_EFFECT_H_
#define PDUKIT_FAKE_PDU_AGENT_EFFECT_H_

// What a fault does, at each of the three places where something can go wrong:
// before the request is served, in its response, on the response's way.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/agent/exchange.h"
#include "fake_pdu/agent/fault.h"
#include "fake_pdu/agent/requests.h"
#include "fake_pdu/mib/object_view.h"
#include "snmp/error_status.h"
#include "snmp/oid.h"

struct snmp_pdu;

namespace pdukit::fake_pdu {

// What becomes of a request.
enum class Intake : std::uint8_t {
  kServe,
  kDrop,
  kRefuse,       // Effect::status, index
  kAcknowledge,  // A SET: noError, and nothing is done.
  kReport,       // Effect::report
  kLater,        // Effect::delay
  kTwice,
};

struct Rewrite {
  snmp_pdu& response;
  const Request& request;
  const Requests& requests;  // Which the fault is for.
  const ObjectView& view;
};

struct Datagram {
  std::string octets{};
  Clock::Duration delay{};
  bool held_back = false;  // Until the next one has gone.
  bool from_another_port = false;
};

// These answer with other names than they were asked for.
inline bool IsWalk(const Request& request) {
  return request.operation == Operation::kGetNext ||
         request.operation == Operation::kGetBulk;
}

struct Effect {
  std::string text{};
  Intake intake = Intake::kServe;
  ErrorStatus status = ErrorStatus::kNoError;
  int index = 0;
  Clock::Duration delay{};
  ReportKind report = ReportKind::kUnknownUser;
  // Befalls a walk by the names that it is answered with.
  bool goes_by_answer = false;
  // Empty where nothing changes.
  std::function<void(const Rewrite&)> rewrite{};
  std::function<void(std::vector<Datagram>&)> deliver{};
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_EFFECT_H_
