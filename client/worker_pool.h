#ifndef PDUKIT_CLIENT_WORKER_POOL_H_
#define PDUKIT_CLIENT_WORKER_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pdukit::client {

// Threads, as many as there has been work at once. Thread-safe.
class WorkerPool {
 public:
  explicit WorkerPool(std::size_t max_threads) : max_threads_(max_threads) {}
  // Returns once all work is done.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // Runs in a thread that is idle, else in a new one, else in the next that
  // will be idle.
  void Submit(std::function<void()> work);

 private:
  bool AddThread();
  void Work();

  const std::size_t max_threads_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> queue_;
  std::size_t idle_ = 0;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_WORKER_POOL_H_
