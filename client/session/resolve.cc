#include "client/session/resolve.h"

#include <netdb.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

namespace pdukit::client {
namespace {

struct AddressInfoDeleter {
  void operator()(addrinfo* info) const { freeaddrinfo(info); }
};

std::string Reason(int code) {
  return code == EAI_SYSTEM
             ? std::error_code(errno, std::generic_category()).message()
             : gai_strerror(code);
}

}  // namespace

std::string SocketAddress::ToString() const {
  char host[NI_MAXHOST] = "";
  char port[NI_MAXSERV] = "";
  getnameinfo(reinterpret_cast<const sockaddr*>(&storage), size, host,
              sizeof(host), port, sizeof(port),
              NI_NUMERICHOST | NI_NUMERICSERV);
  const std::string name = host;
  return (storage.ss_family == AF_INET6 ? "[" + name + "]" : name) + ":" + port;
}

std::string SocketAddress::PeerName() const {
  return (storage.ss_family == AF_INET6 ? "udp6:" : "udp:") + ToString();
}

Result<std::vector<SocketAddress>> Resolve(const Endpoint& endpoint) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_DGRAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* found = nullptr;
  // RFC 6761 section 6.3: it is this machine even where no file says so. No
  // name stands for the loopback addresses.
  const char* const name =
      endpoint.host == "localhost" ? nullptr : endpoint.host.c_str();
  const int code =
      getaddrinfo(name, std::to_string(endpoint.port).c_str(), &hints, &found);
  const std::unique_ptr<addrinfo, AddressInfoDeleter> owned(found);
  if (code != 0) {
    return Error{
        ErrorKind::kNameResolution,
        "the name '" + endpoint.host + "' does not resolve: " + Reason(code),
        "", endpoint.ToString()};
  }
  std::vector<SocketAddress> addresses;
  for (const addrinfo* info = found; info != nullptr; info = info->ai_next) {
    SocketAddress address;
    std::memcpy(&address.storage, info->ai_addr, info->ai_addrlen);
    address.size = info->ai_addrlen;
    addresses.push_back(address);
  }
  return addresses;
}

}  // namespace pdukit::client
