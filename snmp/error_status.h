#ifndef PDUKIT_SNMP_ERROR_STATUS_H_
#define PDUKIT_SNMP_ERROR_STATUS_H_

#include <cstdint>
#include <ostream>

namespace pdukit {

// The error-status of a response (RFC 3416 section 3).
enum class ErrorStatus : std::uint8_t {
  kNoError = 0,
  kTooBig = 1,
  kNoSuchName = 2,
  kBadValue = 3,
  kReadOnly = 4,
  kGenErr = 5,
  kNoAccess = 6,
  kWrongType = 7,
  kWrongLength = 8,
  kWrongEncoding = 9,
  kWrongValue = 10,
  kNoCreation = 11,
  kInconsistentValue = 12,
  kResourceUnavailable = 13,
  kCommitFailed = 14,
  kUndoFailed = 15,
  kAuthorizationError = 16,
  kNotWritable = 17,
  kInconsistentName = 18,
};

// The name as in the RFC: "noSuchName", "notWritable", ...
const char* ToString(ErrorStatus status);
std::ostream& operator<<(std::ostream& out, ErrorStatus status);

}  // namespace pdukit

#endif  // PDUKIT_SNMP_ERROR_STATUS_H_
