#include "fake_pdu/agent/agent_thread.h"

#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace pdukit::fake_pdu {
namespace {

// Among the IDs of the sockets: the event that ends a wait.
constexpr AgentThread::SocketId kWakeId = 0;

thread_local bool is_agent_thread = false;

Error SystemError(const std::string& what, int code) {
  return {ErrorKind::kSystem,
          what + ": " + std::generic_category().message(code)};
}

bool AddTo(int epoll, int descriptor, AgentThread::SocketId id) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = id;
  return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

// A thread inherits the mask of the one that starts it.
class AllSignalsBlocked {
 public:
  AllSignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &previous_);
  }
  ~AllSignalsBlocked() { pthread_sigmask(SIG_SETMASK, &previous_, nullptr); }
  AllSignalsBlocked(const AllSignalsBlocked&) = delete;
  AllSignalsBlocked& operator=(const AllSignalsBlocked&) = delete;

 private:
  sigset_t previous_{};
};

}  // namespace

Result<AgentThread*> AgentThread::Get() {
  static std::mutex start_mutex;
  static AgentThread* thread = nullptr;
  const std::lock_guard<std::mutex> guard(start_mutex);
  if (thread != nullptr) {
    return thread;
  }
  const int epoll = epoll_create1(EPOLL_CLOEXEC);
  const int wake_event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (epoll < 0 || wake_event < 0 || !AddTo(epoll, wake_event, kWakeId)) {
    const Error error = SystemError("cannot start the agent thread", errno);
    close(epoll);
    close(wake_event);
    return error;
  }
  std::unique_ptr<AgentThread> started(new AgentThread(epoll, wake_event));
  const AllSignalsBlocked blocked;
  try {
    std::thread(&AgentThread::Run, started.get()).detach();
  } catch (const std::system_error& error) {
    close(epoll);
    close(wake_event);
    return SystemError("cannot start the agent thread", error.code().value());
  }
  thread = started.release();
  return thread;
}

AgentThread::AgentThread(int epoll, int wake_event)
    : epoll_(epoll), wake_event_(wake_event), timers_([this] { Wake(); }) {}

Result<AgentThread::SocketId> AgentThread::Watch(int socket, ReadCallback read,
                                                 const NetSnmpRuntime::Lock&) {
  const SocketId id = ++last_id_;
  if (!AddTo(epoll_, socket, id)) {
    return SystemError("cannot watch a socket", errno);
  }
  sockets_[id] = {socket, std::move(read)};
  return id;
}

void AgentThread::Unwatch(SocketId id, const NetSnmpRuntime::Lock&) {
  const auto found = sockets_.find(id);
  if (found != sockets_.end()) {
    epoll_ctl(epoll_, EPOLL_CTL_DEL, found->second.socket, nullptr);
    sockets_.erase(found);
  }
}

void AgentThread::Run() {
  is_agent_thread = true;
  pthread_setname_np(pthread_self(), "pdukit-agent");
  std::array<epoll_event, 64> events{};
  while (true) {
    const int count = epoll_wait(
        epoll_, events.data(), static_cast<int>(events.size()), WaitTimeout());
    for (int i = 0; i < count; ++i) {
      Read(events[static_cast<std::size_t>(i)].data.u64);
    }
    timers_.RunDue(Clock::Real().Now());
  }
}

void AgentThread::Read(SocketId id) {
  if (id == kWakeId) {
    eventfd_t count = 0;
    eventfd_read(wake_event_, &count);
    return;
  }
  const NetSnmpRuntime::Lock lock(NetSnmpRuntime::Get());
  // It may have been unwatched since epoll_wait returned.
  const auto found = sockets_.find(id);
  if (found != sockets_.end()) {
    found->second.read(lock);
  }
}

int AgentThread::WaitTimeout() const {
  const std::optional<Clock::TimePoint> due = timers_.NextDue();
  if (!due) {
    return -1;
  }
  const Clock::TimePoint now = Clock::Real().Now();
  if (*due <= now) {
    return 0;
  }
  const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - now);
  constexpr std::int64_t kMax = std::numeric_limits<int>::max();
  return static_cast<int>(std::min<std::int64_t>(wait.count(), kMax));
}

// The thread itself looks at its timers before it waits again.
void AgentThread::Wake() const {
  if (!is_agent_thread) {
    eventfd_write(wake_event_, 1);
  }
}

}  // namespace pdukit::fake_pdu
