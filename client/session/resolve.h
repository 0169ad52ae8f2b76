#ifndef PDUKIT_CLIENT_SESSION_RESOLVE_H_
#define PDUKIT_CLIENT_SESSION_RESOLVE_H_

#include <sys/socket.h>

#include <string>
#include <vector>

#include "base/result.h"
#include "client/endpoint.h"

namespace pdukit::client {

struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;

  // "10.0.0.7:161", "[::1]:161"
  std::string ToString() const;

  // As Net-SNMP takes it: "udp:10.0.0.7:161", "udp6:[::1]:161".
  std::string PeerName() const;
};

// Every address of the endpoint, the preferred one first; never empty. May
// block as long as the system's resolver does. Fails with kNameResolution.
Result<std::vector<SocketAddress>> Resolve(const Endpoint& endpoint);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_RESOLVE_H_
