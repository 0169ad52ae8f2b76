#include "tests/bench/load.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "tests/bench/udp_socket.h"

namespace pdukit::bench {

void RunLoad(const std::string& address,
             const std::vector<std::string>& datagrams, std::size_t count,
             std::size_t outstanding) {
  const UdpSocket socket(address);
  std::size_t sent = 0;
  const auto send_next = [&] {
    socket.Send(datagrams[sent % datagrams.size()]);
    ++sent;
  };
  while (sent < std::min(outstanding, count)) {
    send_next();
  }
  for (std::size_t answered = 0; answered < count; ++answered) {
    if (!socket.Receive(std::chrono::seconds(5))) {
      throw std::runtime_error(address + " did not answer");
    }
    if (sent < count) {
      send_next();
    }
  }
}

}  // namespace pdukit::bench
