#ifndef PDUKIT_TESTS_BENCH_UDP_SOCKET_H_
#define PDUKIT_TESTS_BENCH_UDP_SOCKET_H_

#include <chrono>
#include <string>

namespace pdukit::bench {

// A UDP socket of 127.0.0.1 that speaks to one peer.
class UdpSocket {
 public:
  // `address` is HOST:PORT. Throws std::system_error.
  explicit UdpSocket(const std::string& address);
  ~UdpSocket();
  UdpSocket(const UdpSocket&) = delete;
  UdpSocket& operator=(const UdpSocket&) = delete;

  void Send(const std::string& datagram) const;
  // Whether an answer came. False at once if nobody has the peer's port.
  bool Receive(std::chrono::milliseconds timeout) const;

 private:
  int socket_ = -1;
};

// A port that nobody has, for programs that must be told one.
int FreePort();

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_UDP_SOCKET_H_
