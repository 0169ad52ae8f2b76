#include "fake_pdu/agent/listen_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <optional>
#include <system_error>

namespace pdukit::fake_pdu {
namespace {

struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;

  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

template <typename T>
SocketAddress Wrap(const T& address) {
  SocketAddress wrapped;
  std::memcpy(&wrapped.storage, &address, sizeof address);
  wrapped.size = sizeof address;
  return wrapped;
}

std::optional<SocketAddress> ToSocketAddress(const ListenAddress& address) {
  if (address.is_ipv6()) {
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(address.port);
    if (inet_pton(AF_INET6, address.host.c_str(), &v6.sin6_addr) == 1) {
      return Wrap(v6);
    }
    return std::nullopt;
  }
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_port = htons(address.port);
  if (inet_pton(AF_INET, address.host.c_str(), &v4.sin_addr) == 1) {
    return Wrap(v4);
  }
  return std::nullopt;
}

std::string Reason(int code) {
  switch (code) {
    case EADDRINUSE:
      return "the port is in use";
    case EADDRNOTAVAIL:
      return "this machine has no such address";
    case EACCES:
      return "the port needs a privilege";
    case EMFILE:
      return "the process has no file descriptor left";
    default:
      return std::generic_category().message(code);
  }
}

}  // namespace

Result<ListenAddress> ListenAddress::Parse(const std::string& text) {
  const Error error{ErrorKind::kInvalidArgument,
                    "\"" + text + "\" is not an IP address with a port",
                    "write 127.0.0.1:0 or [::1]:0, where 0 takes a free port"};
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) {
    return error;
  }
  ListenAddress address;
  const char* const end = text.data() + text.size();
  const auto [stop, status] =
      std::from_chars(text.data() + colon + 1, end, address.port);
  if (status != std::errc() || stop != end) {
    return error;
  }
  address.host = text.substr(0, colon);
  const bool brackets = address.host.size() > 2 &&
                        address.host.front() == '[' &&
                        address.host.back() == ']';
  if (brackets) {
    address.host = address.host.substr(1, address.host.size() - 2);
  }
  if (brackets != address.is_ipv6() || !ToSocketAddress(address)) {
    return error;
  }
  return address;
}

Result<ListenAddress> ListenAddress::Of(int socket) {
  SocketAddress bound;
  bound.size = sizeof bound.storage;
  if (getsockname(socket, bound.get(), &bound.size) != 0) {
    return Error{ErrorKind::kSystem,
                 "cannot tell a socket's address: " + Reason(errno)};
  }
  std::array<char, INET6_ADDRSTRLEN> text{};
  ListenAddress address;
  if (bound.storage.ss_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &bound.storage, sizeof v6);
    inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
    address.port = ntohs(v6.sin6_port);
  } else {
    sockaddr_in v4{};
    std::memcpy(&v4, &bound.storage, sizeof v4);
    inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
    address.port = ntohs(v4.sin_port);
  }
  address.host = text.data();
  return address;
}

std::string ListenAddress::ToString() const {
  return (is_ipv6() ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::string ListenAddress::ToNetSnmp() const {
  return (is_ipv6() ? "udp6:" : "udp:") + ToString();
}

Error BindError(const ListenAddress& address) {
  SocketAddress wanted = *ToSocketAddress(address);
  const int probe =
      socket(wanted.storage.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  const bool bound = probe >= 0 && bind(probe, wanted.get(), wanted.size) == 0;
  const int code = bound ? 0 : errno;
  if (probe >= 0) {
    close(probe);
  }
  return {ErrorKind::kSystem,
          "cannot listen on " + address.ToString() + ": " +
              (bound ? "Net-SNMP refused it" : Reason(code)),
          code == EMFILE ? "raise its limit (ulimit -n)" : ""};
}

}  // namespace pdukit::fake_pdu
