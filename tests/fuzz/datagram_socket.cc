#include "tests/fuzz/datagram_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>

#include "tests/fuzz/fuzz_target.h"

namespace pdukit::fuzz {
namespace {

sockaddr_in Loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

sockaddr* Generic(sockaddr_in& address) {
  return reinterpret_cast<sockaddr*>(&address);
}

}  // namespace

DatagramSocket::DatagramSocket()
    : socket_(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)),
      buffer_(65536, '\0') {
  sockaddr_in address = Loopback(0);
  socklen_t size = sizeof address;
  Require(bind(socket_, Generic(address), size) == 0 &&
              getsockname(socket_, Generic(address), &size) == 0,
          "there is a loopback port");
  port_ = ntohs(address.sin_port);
}

DatagramSocket::~DatagramSocket() { close(socket_); }

std::string DatagramSocket::address() const {
  return "127.0.0.1:" + std::to_string(port_);
}

void DatagramSocket::Send(const std::string& octets, std::uint16_t port) {
  sockaddr_in address = Loopback(port);
  Require(sendto(socket_, octets.data(), octets.size(), 0, Generic(address),
                 sizeof address) == static_cast<ssize_t>(octets.size()),
          "a datagram can be sent");
}

std::optional<std::string> DatagramSocket::Receive(
    std::chrono::milliseconds wait) {
  pollfd ready{socket_, POLLIN, 0};
  if (wait.count() > 0 &&
      poll(&ready, 1, static_cast<int>(wait.count())) != 1) {
    return std::nullopt;
  }
  sockaddr_in address{};
  socklen_t size = sizeof address;
  const ssize_t received = recvfrom(socket_, buffer_.data(), buffer_.size(),
                                    MSG_DONTWAIT, Generic(address), &size);
  if (received < 0) {
    return std::nullopt;
  }
  source_ = ntohs(address.sin_port);
  return buffer_.substr(0, static_cast<std::size_t>(received));
}

}  // namespace pdukit::fuzz
