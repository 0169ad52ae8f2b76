#ifndef PDUKIT_CLIENT_SESSION_SCRIPTED_AGENT_H_
#define PDUKIT_CLIENT_SESSION_SCRIPTED_AGENT_H_

// An agent of v1 and v2c on a loopback port, whose answers a test writes.

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "client/endpoint.h"
#include "client/session/ber.h"

namespace pdukit::client {

// A UDP socket on 127.0.0.1 that nobody reads, but the test.
class LoopbackSocket {
 public:
  LoopbackSocket();
  ~LoopbackSocket();
  LoopbackSocket(const LoopbackSocket&) = delete;
  LoopbackSocket& operator=(const LoopbackSocket&) = delete;

  int descriptor() const { return descriptor_; }
  Endpoint endpoint() const { return endpoint_; }

  // How many datagrams have come; takes them.
  int CountDatagrams();

 private:
  int descriptor_;
  Endpoint endpoint_;
};

struct ReceivedRequest {
  std::uint8_t pdu = 0;  // The tag: 0xA0 GET, 0xA1 GETNEXT, 0xA3 SET, ...
  std::string version;   // An INTEGER, encoded, as all that follows
  std::string community;
  std::string request_id;
  std::vector<ber::Element> names;

  // With a status of 0 to 127.
  std::string Response(std::uint8_t status, std::uint8_t index,
                       const std::vector<std::string>& values) const;
};

// Answers each request in a thread of its own with the datagrams that
// `answer` returns, in order, until it is destroyed.
class ScriptedAgent {
 public:
  using Answer =
      std::function<std::vector<std::string>(const ReceivedRequest& request)>;

  explicit ScriptedAgent(Answer answer);
  ~ScriptedAgent();
  ScriptedAgent(const ScriptedAgent&) = delete;
  ScriptedAgent& operator=(const ScriptedAgent&) = delete;

  Endpoint endpoint() const { return socket_.endpoint(); }

  std::vector<ReceivedRequest> requests() const;

 private:
  void Serve();

  const Answer answer_;
  LoopbackSocket socket_;
  mutable std::mutex requests_mutex_;
  std::vector<ReceivedRequest> requests_;
  std::thread thread_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SESSION_SCRIPTED_AGENT_H_
