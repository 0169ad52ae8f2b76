#ifndef PDUKIT_TESTS_FUZZ_DATAGRAM_SOCKET_H_
#define PDUKIT_TESTS_FUZZ_DATAGRAM_SOCKET_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace pdukit::fuzz {

// A UDP socket on a free port of 127.0.0.1.
class DatagramSocket {
 public:
  DatagramSocket();
  ~DatagramSocket();
  DatagramSocket(const DatagramSocket&) = delete;
  DatagramSocket& operator=(const DatagramSocket&) = delete;

  std::uint16_t port() const { return port_; }
  // "127.0.0.1:40961"
  std::string address() const;

  // To 127.0.0.1.
  void Send(const std::string& octets, std::uint16_t port);

  // What has come, or comes within `wait`; nullopt for nothing. It is answered
  // by Send(octets, source()).
  std::optional<std::string> Receive(std::chrono::milliseconds wait);
  std::uint16_t source() const { return source_; }

 private:
  int socket_;
  std::uint16_t port_ = 0;
  std::uint16_t source_ = 0;
  std::string buffer_;
};

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_DATAGRAM_SOCKET_H_
