#ifndef PDUKIT_TESTS_FUZZ_REQUESTS_H_
#define PDUKIT_TESTS_FUZZ_REQUESTS_H_

// Requests, octet by octet as Net-SNMP's own programs send them.

#include <cstdint>
#include <string>
#include <vector>

#include "snmp/oid.h"
#include "snmp/security.h"
#include "snmp/varbind.h"

namespace pdukit::fuzz {

// The request-id of all of them: four octets that are easily found.
constexpr std::int32_t kRequestId = 0x52514944;  // "RQID"

struct RequestSpec {
  std::uint8_t command = 0xA0;  // The PDU's tag: 0xA0 GET, 0xA1 GETNEXT, ...
  std::vector<Varbind> varbinds{};
  long repetitions = 10;  // Of a GETBULK.

  bool is_bulk() const { return command == 0xA5; }
};

// Of version 1 or 2c.
std::string EncodeRequest(SnmpVersion version, const std::string& community,
                          const RequestSpec& spec);

// Its PDU alone.
std::string PduOf(const std::string& message);

// One of each operation on objects that an AP7900 has, each valid.
std::vector<RequestSpec> SampleRequests();

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_REQUESTS_H_
