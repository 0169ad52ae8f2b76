#ifndef PDUKIT_FAKE_PDU_AGENT_EXCHANGE_H_
#define PDUKIT_FAKE_PDU_AGENT_EXCHANGE_H_

// What a PDU was asked, and what it answered: an entry of its journal.
//
//   for (const Exchange& exchange : pdu.journal()) std::cout << exchange;
//   // #2 00:00:01.250 127.0.0.1:40961 v2c "private" SET
//   //   sPDUOutletCtl.3 = 2 -> ok

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/clock.h"
#include "snmp/error_status.h"
#include "snmp/oid.h"
#include "snmp/security.h"
#include "snmp/value.h"

namespace pdukit::fake_pdu {

// RFC 3416 section 4.2. kNone stands for a message that never became a request:
// it could not be decoded, or USM turned it away (an unknown user, a wrong key,
// the discovery of the engine ID).
enum class Operation : std::uint8_t { kNone, kGet, kGetNext, kGetBulk, kSet };

// "GET", "GETNEXT", ...; "message" for kNone.
const char* ToString(Operation operation);
std::ostream& operator<<(std::ostream& out, Operation operation);

// A varbind, with what the device's MIB says of its name.
struct NamedVarbind {
  Oid oid{};
  Value value{};  // Null in the request of a GET, GETNEXT or GETBULK.
  // "rPDUOutletControlOutletCommand.3"; the OID for what the device does not
  // serve.
  std::string name{};
  // The one that the object belongs to, as on the label.
  std::optional<int> outlet{};
};

// "rPDUOutletControlOutletCommand.3 = 2"; the name alone for a Null.
std::ostream& operator<<(std::ostream& out, const NamedVarbind& varbind);

struct Request {
  std::string source{};  // "127.0.0.1:40961"
  // None for what is no SNMP message.
  std::optional<SnmpVersion> version{};
  std::string community{};  // v1 and v2c
  std::string user{};       // v3
  SecurityLevel level = SecurityLevel::kNoAuthNoPriv;
  Operation operation = Operation::kNone;
  std::int32_t request_id = 0;
  int bulk_non_repeaters = 0;    // Of a GETBULK
  int bulk_max_repetitions = 0;  // Of a GETBULK
  std::vector<NamedVarbind> varbinds{};
  // The journal holds the same request from the same source before this one.
  bool is_resend = false;
};

std::ostream& operator<<(std::ostream& out, const Request& request);

// As it was sent, what a fault changed included.
struct Response {
  bool is_report = false;  // RFC 3414: v3 turned the message away.
  ErrorStatus status = ErrorStatus::kNoError;
  int error_index = 0;  // From one; 0 for none.
  std::vector<NamedVarbind> varbinds{};
};

// "ok", "genErr at 1", "Report usmStatsNotInTimeWindows"; varbinds follow where
// they tell more than the request.
std::ostream& operator<<(std::ostream& out, const Response& response);

struct Exchange {
  // From one, of all since the start.
  std::uint64_t number = 0;
  Clock::WallTime time{};
  Request request{};
  // None if nothing was sent, so far.
  std::optional<Response> response{};
  // What was done to it: "drop response"; empty for nothing.
  std::string fault{};
  // Why it was not served: "unknown community"; empty if it was.
  std::string refusal{};
};

// In one line.
std::ostream& operator<<(std::ostream& out, const Exchange& exchange);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_EXCHANGE_H_
