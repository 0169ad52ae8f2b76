#ifndef PDUKIT_CLIENT_CLI_USAGE_H_
#define PDUKIT_CLIENT_CLI_USAGE_H_

#include <chrono>
#include <string>
#include <utility>

#include "base/error.h"

namespace pdukit::client {

inline Error UsageError(std::string message,
                        std::string hint = "see power --help") {
  return {ErrorKind::kInvalidArgument, std::move(message), std::move(hint)};
}

inline std::chrono::milliseconds ToMilliseconds(double seconds) {
  return std::chrono::ceil<std::chrono::milliseconds>(
      std::chrono::duration<double>(seconds));
}

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_USAGE_H_
