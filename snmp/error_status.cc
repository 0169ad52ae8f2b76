#include "snmp/error_status.h"

#include <array>
#include <cstddef>

namespace pdukit {

const char* ToString(ErrorStatus status) {
  static constexpr std::array<const char*, 19> kNames = {
      "noError",
      "tooBig",
      "noSuchName",
      "badValue",
      "readOnly",
      "genErr",
      "noAccess",
      "wrongType",
      "wrongLength",
      "wrongEncoding",
      "wrongValue",
      "noCreation",
      "inconsistentValue",
      "resourceUnavailable",
      "commitFailed",
      "undoFailed",
      "authorizationError",
      "notWritable",
      "inconsistentName",
  };
  const auto number = static_cast<std::size_t>(status);
  return number < kNames.size() ? kNames[number] : "unknown error-status";
}

std::ostream& operator<<(std::ostream& out, ErrorStatus status) {
  return out << ToString(status);
}

}  // namespace pdukit
