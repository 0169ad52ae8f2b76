#include "tests/bench/echo.h"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <iostream>

namespace pdukit::bench {

void EchoDatagrams() {
  const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(socket, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  std::cout << "127.0.0.1:" << ntohs(address.sin_port) << std::endl;
  std::array<char, 65536> datagram;
  while (true) {
    sockaddr_in source{};
    socklen_t source_size = sizeof source;
    const ssize_t received =
        recvfrom(socket, datagram.data(), datagram.size(), 0,
                 reinterpret_cast<sockaddr*>(&source), &source_size);
    if (received >= 0) {
      sendto(socket, datagram.data(), static_cast<std::size_t>(received), 0,
             reinterpret_cast<sockaddr*>(&source), source_size);
    }
  }
}

}  // namespace pdukit::bench
