#include "client/cli/interrupt.h"

#include <poll.h>
#include <sys/signalfd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>

namespace pdukit::client {
namespace {

// The signals wait until someone looks: no handler, nothing is interrupted.
int OpenSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signalfd(-1, &signals, SFD_CLOEXEC);
}

}  // namespace

bool PauseUnlessInterrupted(Clock::Duration duration) {
  static const int kSignals = OpenSignals();
  const Clock::TimePoint end = Clock::Real().Now() + duration;
  pollfd polled{kSignals, POLLIN, 0};
  while (true) {
    const Clock::Duration left =
        std::max(end - Clock::Real().Now(), Clock::Duration::zero());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
    const timespec time{seconds.count(), (left - seconds).count()};
    const int ready = ppoll(&polled, 1, &time, nullptr);
    if (ready > 0) {
      return false;
    }
    if (ready == 0) {
      return true;
    }
  }
}

}  // namespace pdukit::client
