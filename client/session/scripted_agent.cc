#include "client/session/scripted_agent.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <stdexcept>
#include <utility>

namespace pdukit::client {
namespace {

constexpr std::size_t kMaxDatagram = 65536;
constexpr std::uint8_t kResponse = 0xA2;

sockaddr* Generic(sockaddr_in& address) {
  return reinterpret_cast<sockaddr*>(&address);
}

ReceivedRequest ParseRequest(const std::string& datagram) {
  const std::vector<ber::Element> message =
      ber::Parse(ber::Parse(datagram).at(0).content);
  const std::vector<ber::Element> pdu = ber::Parse(message.at(2).content);
  ReceivedRequest request;
  request.pdu = message.at(2).tag;
  request.version = ber::Write(message.at(0));
  request.community = ber::Write(message.at(1));
  request.request_id = ber::Write(pdu.at(0));
  for (const ber::Element& varbind : ber::Parse(pdu.at(3).content)) {
    request.names.push_back(ber::Parse(varbind.content).at(0));
  }
  return request;
}

}  // namespace

LoopbackSocket::LoopbackSocket()
    : descriptor_(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  if (bind(descriptor_, Generic(address), size) != 0 ||
      getsockname(descriptor_, Generic(address), &size) != 0) {
    throw std::runtime_error("no loopback socket");
  }
  endpoint_ = Endpoint{"127.0.0.1", ntohs(address.sin_port)};
}

LoopbackSocket::~LoopbackSocket() { close(descriptor_); }

int LoopbackSocket::CountDatagrams() {
  int count = 0;
  char octet = 0;
  while (recv(descriptor_, &octet, 1, MSG_DONTWAIT) >= 0) {
    ++count;
  }
  return count;
}

std::string ReceivedRequest::Response(
    std::uint8_t status, std::uint8_t index,
    const std::vector<std::string>& values) const {
  std::string varbinds;
  for (std::size_t i = 0; i < values.size(); ++i) {
    varbinds += ber::Write(ber::kSequence, ber::Write(names.at(i)) + values[i]);
  }
  const std::string response = request_id + ber::WriteInteger(status) +
                               ber::WriteInteger(index) +
                               ber::Write(ber::kSequence, varbinds);
  return ber::Write(ber::kSequence,
                    version + community + ber::Write(kResponse, response));
}

ScriptedAgent::ScriptedAgent(Answer answer)
    : answer_(std::move(answer)), thread_([this] { Serve(); }) {}

ScriptedAgent::~ScriptedAgent() {
  // An empty datagram ends the thread.
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(socket_.endpoint().port);
  sendto(socket_.descriptor(), "", 0, 0, Generic(address), sizeof(address));
  thread_.join();
}

std::vector<ReceivedRequest> ScriptedAgent::requests() const {
  std::lock_guard lock(requests_mutex_);
  return requests_;
}

void ScriptedAgent::Serve() {
  std::string buffer(kMaxDatagram, '\0');
  while (true) {
    sockaddr_in from{};
    socklen_t size = sizeof(from);
    const ssize_t length = recvfrom(socket_.descriptor(), buffer.data(),
                                    buffer.size(), 0, Generic(from), &size);
    if (length <= 0) {
      return;
    }
    const ReceivedRequest request =
        ParseRequest(buffer.substr(0, static_cast<std::size_t>(length)));
    {
      std::lock_guard lock(requests_mutex_);
      requests_.push_back(request);
    }
    for (const std::string& datagram : answer_(request)) {
      sendto(socket_.descriptor(), datagram.data(), datagram.size(), 0,
             Generic(from), size);
    }
  }
}

}  // namespace pdukit::client
