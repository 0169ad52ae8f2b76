#ifndef PDUKIT_FAKE_PDU_AGENT_LISTEN_ADDRESS_H_
#define PDUKIT_FAKE_PDU_AGENT_LISTEN_ADDRESS_H_

#include <cstdint>
#include <string>

#include "base/result.h"

namespace pdukit::fake_pdu {

// An IPv4 or IPv6 address with a UDP port.
struct ListenAddress {
  std::string host{};  // "127.0.0.1", "::1"
  std::uint16_t port = 0;

  // "127.0.0.1:0" or "[::1]:1161". Fails with kInvalidArgument for anything
  // else, host names too.
  static Result<ListenAddress> Parse(const std::string& text);

  // Where the socket is bound. Fails with kSystem.
  static Result<ListenAddress> Of(int socket);

  // As Parse takes it.
  std::string ToString() const;

  // As Net-SNMP takes it: "udp:127.0.0.1:0", "udp6:[::1]:0".
  std::string ToNetSnmp() const;

  bool is_ipv6() const { return host.find(':') != std::string::npos; }
};

// Why no socket can be bound to the address: tries it.
Error BindError(const ListenAddress& address);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_LISTEN_ADDRESS_H_
