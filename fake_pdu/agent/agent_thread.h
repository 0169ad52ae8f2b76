#ifndef PDUKIT_FAKE_PDU_AGENT_AGENT_THREAD_H_
#define PDUKIT_FAKE_PDU_AGENT_AGENT_THREAD_H_

#include <cstdint>
#include <functional>
#include <map>

#include "base/result.h"
#include "base/timer_queue.h"
#include "snmp/runtime.h"

namespace pdukit::fake_pdu {

// The one thread that answers for all endpoints of the process, and runs their
// timers. Thread-safe.
class AgentThread {
 public:
  using SocketId = std::uint64_t;
  // Reads one datagram from the socket. Must not throw.
  using ReadCallback = std::function<void(const NetSnmpRuntime::Lock&)>;

  // Starts it at the first call. It stays until the process ends, blocks every
  // signal, and is leaked so that exit() need not wait for it. Fails with
  // kSystem if the process has no descriptor left, say.
  static Result<AgentThread*> Get();

  // From now on `read` is called for each datagram. Fails with kSystem.
  Result<SocketId> Watch(int socket, ReadCallback read,
                         const NetSnmpRuntime::Lock& lock);

  // Its callback will not be called again. Before the socket is closed.
  void Unwatch(SocketId id, const NetSnmpRuntime::Lock& lock);

  // Run on the thread, without the runtime's lock; due by Clock::Real().
  TimerQueue& timers() { return timers_; }

  // Whether a timer waits for whatever the thread does now.
  bool has_due_timer() const { return WaitTimeout() == 0; }

 private:
  struct Watched {
    int socket = -1;
    ReadCallback read;
  };

  AgentThread(int epoll, int wake_event);
  void Run();
  void Read(SocketId id);
  int WaitTimeout() const;
  void Wake() const;

  const int epoll_;
  const int wake_event_;
  TimerQueue timers_;
  // Guarded by the runtime's lock.
  std::map<SocketId, Watched> sockets_;
  SocketId last_id_ = 0;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_AGENT_AGENT_THREAD_H_
