#include "fake_pdu/agent/delivery.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

#include "fake_pdu/agent/net_snmp_agent.h"

namespace pdukit::fake_pdu {
namespace {

// A socket bound where `socket` is, but to a port of its own.
int OpenNextTo(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  // In both families the port is at the same place.
  reinterpret_cast<sockaddr_in*>(&address)->sin_port = 0;
  const int other = ::socket(address.ss_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  bind(other, reinterpret_cast<sockaddr*>(&address), size);
  return other;
}

}  // namespace

void SendDatagram(int socket, const void* octets, std::size_t size,
                  const void* addresses) {
  const sockaddr& destination =
      static_cast<const netsnmp_indexed_addr_pair*>(addresses)->remote_addr.sa;
  const socklen_t destination_size = destination.sa_family == AF_INET6
                                         ? sizeof(sockaddr_in6)
                                         : sizeof(sockaddr_in);
  sendto(socket, octets, size, 0, &destination, destination_size);
}

void Delivery::Send(const std::vector<Datagram>& datagrams,
                    const std::string& addresses) {
  const std::optional<Parcel> held = std::exchange(held_back_, std::nullopt);
  for (const Datagram& datagram : datagrams) {
    SendOne(datagram, addresses);
  }
  if (held) {
    SendNow(held->datagram, held->addresses);
  }
}

void Delivery::SendOne(const Datagram& datagram, const std::string& addresses) {
  if (datagram.held_back) {
    held_back_ = Parcel{datagram, addresses};
  } else if (datagram.delay > Clock::Duration::zero()) {
    delayed_.Run(datagram.delay,
                 [this, datagram, addresses] { SendNow(datagram, addresses); });
  } else {
    SendNow(datagram, addresses);
  }
}

void Delivery::SendNow(const Datagram& datagram,
                       const std::string& addresses) const {
  const int socket = datagram.from_another_port ? OpenNextTo(socket_) : socket_;
  SendDatagram(socket, datagram.octets.data(), datagram.octets.size(),
               addresses.data());
  if (socket != socket_) {
    close(socket);
  }
}

}  // namespace pdukit::fake_pdu
