#include "client/endpoint.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <system_error>

namespace pdukit::client {
namespace {

Error Invalid(std::string_view text, const char* why) {
  return Error{ErrorKind::kInvalidArgument,
               "'" + std::string(text) + "' is not a host and port: " + why,
               "write HOST, HOST:PORT or [IPV6]:PORT"};
}

bool HasSpace(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isspace(c) != 0; });
}

Result<std::uint16_t> ParsePort(std::string_view text, std::string_view port) {
  std::uint16_t number = 0;
  const char* end = port.data() + port.size();
  auto [rest, status] = std::from_chars(port.data(), end, number);
  if (status != std::errc() || rest != end || number == 0) {
    return Invalid(text, "a port is a number from 1 to 65535");
  }
  return number;
}

// `rest` is what follows the host: empty, or a colon and the port.
Result<Endpoint> WithPort(std::string_view text, std::string_view host,
                          std::string_view rest) {
  if (host.empty()) {
    return Invalid(text, "the host is missing");
  }
  if (host.find_first_of("[]") != std::string_view::npos) {
    return Invalid(text, "there is a bracket in the host");
  }
  Endpoint endpoint{std::string(host)};
  if (rest.empty()) {
    return endpoint;
  }
  if (rest.front() != ':') {
    return Invalid(text, "only :PORT can follow the bracket");
  }
  Result<std::uint16_t> port = ParsePort(text, rest.substr(1));
  if (!port.ok()) {
    return port.error();
  }
  endpoint.port = *port;
  return endpoint;
}

}  // namespace

Result<Endpoint> Endpoint::Parse(std::string_view text) {
  if (HasSpace(text)) {
    return Invalid(text, "there is a space in it");
  }
  if (!text.empty() && text.front() == '[') {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) {
      return Invalid(text, "the bracket is not closed");
    }
    const std::string_view host = text.substr(1, close - 1);
    if (std::count(host.begin(), host.end(), ':') < 2) {
      return Invalid(text, "what stands in brackets is no IPv6 address");
    }
    return WithPort(text, host, text.substr(close + 1));
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos ||
      text.find(':', colon + 1) != std::string_view::npos) {
    return WithPort(text, text, "");
  }
  return WithPort(text, text.substr(0, colon), text.substr(colon));
}

std::string Endpoint::ToString() const {
  const bool ipv6 = host.find(':') != std::string::npos;
  if (port == kSnmpPort) {
    return host;
  }
  return (ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::ostream& operator<<(std::ostream& out, const Endpoint& endpoint) {
  return out << endpoint.ToString();
}

}  // namespace pdukit::client
