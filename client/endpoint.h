#ifndef PDUKIT_CLIENT_ENDPOINT_H_
#define PDUKIT_CLIENT_ENDPOINT_H_

// Where a device listens.
//
//   Endpoint::Parse("10.0.0.7").value().port        // 161
//   Endpoint::Parse("[::1]:1161").value().host      // "::1"

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pdukit::client {

inline constexpr std::uint16_t kSnmpPort = 161;

struct Endpoint {
  // A name or an address, without brackets.
  std::string host{};
  std::uint16_t port = kSnmpPort;

  // "10.0.0.7", "10.0.0.7:1161", "pdu.example", "::1", "[::1]", "[::1]:161".
  // Fails with kInvalidArgument for an empty host or a port that is not 1 to
  // 65535. The host is not resolved.
  static Result<Endpoint> Parse(std::string_view text);

  // As Parse takes it, with the port only where it is not 161.
  std::string ToString() const;

  friend bool operator==(const Endpoint& a, const Endpoint& b) {
    return a.host == b.host && a.port == b.port;
  }
  friend bool operator!=(const Endpoint& a, const Endpoint& b) {
    return !(a == b);
  }
};

std::ostream& operator<<(std::ostream& out, const Endpoint& endpoint);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_ENDPOINT_H_
