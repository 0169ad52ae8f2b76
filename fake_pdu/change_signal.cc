#include "fake_pdu/change_signal.h"

namespace pdukit::fake_pdu {

void ChangeSignal::Notify() {
  if (waiters_ == 0) {
    return;
  }
  {
    const std::lock_guard<std::mutex> lock(changes_mutex_);
    ++changes_;
  }
  changed_.notify_all();
}

bool ChangeSignal::WaitUntil(const std::function<bool()>& condition,
                             std::chrono::nanoseconds timeout) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  ++waiters_;
  bool in_time = true;
  bool holds = false;
  do {
    std::uint64_t seen = 0;
    {
      const std::lock_guard<std::mutex> lock(changes_mutex_);
      seen = changes_;
    }
    holds = condition();
    std::unique_lock<std::mutex> lock(changes_mutex_);
    if (!holds && in_time) {
      in_time =
          changed_.wait_until(lock, end, [&] { return changes_ != seen; });
    } else {
      in_time = false;
    }
  } while (!holds && in_time);
  --waiters_;
  return holds || condition();
}

}  // namespace pdukit::fake_pdu
