#include "tests/bench/udp_socket.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace pdukit::bench {
namespace {

int OpenSocket() {
  const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (socket < 0) {
    throw std::system_error(errno, std::generic_category(), "socket");
  }
  return socket;
}

sockaddr_in AddressOf(const std::string& host, int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  return address;
}

}  // namespace

UdpSocket::UdpSocket(const std::string& address) : socket_(OpenSocket()) {
  const std::size_t colon = address.rfind(':');
  const sockaddr_in peer =
      AddressOf(address.substr(0, colon), std::stoi(address.substr(colon + 1)));
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&peer), sizeof peer) !=
      0) {
    throw std::system_error(errno, std::generic_category(), address);
  }
}

UdpSocket::~UdpSocket() { close(socket_); }

void UdpSocket::Send(const std::string& datagram) const {
  send(socket_, datagram.data(), datagram.size(), 0);
}

bool UdpSocket::Receive(std::chrono::milliseconds timeout) const {
  std::array<char, 65536> answer;
  if (recv(socket_, answer.data(), answer.size(), MSG_DONTWAIT) > 0) {
    return true;
  }
  pollfd ready{socket_, POLLIN, 0};
  return poll(&ready, 1, static_cast<int>(timeout.count())) == 1 &&
         recv(socket_, answer.data(), answer.size(), MSG_DONTWAIT) > 0;
}

int FreePort() {
  const int socket = OpenSocket();
  sockaddr_in address = AddressOf("127.0.0.1", 0);
  socklen_t size = sizeof address;
  bind(socket, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  close(socket);
  return ntohs(address.sin_port);
}

}  // namespace pdukit::bench
