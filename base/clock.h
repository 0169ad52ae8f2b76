#ifndef PDUKIT_BASE_CLOCK_H_
#define PDUKIT_BASE_CLOCK_H_

// Time as everything in pdukit sees it: the real one, or one that a test moves.
//
//   ManualClock clock;
//   FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();
//   clock.Advance(std::chrono::seconds(30));  // The PDU is 30 s older.

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace pdukit {

class TimerQueue;

// Thread-safe, as are its implementations.
class Clock {
 public:
  using Duration = std::chrono::nanoseconds;
  // Never goes back; its zero means nothing.
  using TimePoint =
      std::chrono::time_point<std::chrono::steady_clock, Duration>;
  // What a device stamps its events with.
  using WallTime = std::chrono::time_point<std::chrono::system_clock, Duration>;

  virtual ~Clock() = default;

  virtual TimePoint Now() const = 0;
  virtual WallTime WallNow() const = 0;

  // Returns once `duration` has passed on this clock; at once if it is not
  // positive.
  virtual void SleepFor(Duration duration) = 0;

  // `listener` is called after each jump of a clock that is moved by hand, in
  // the thread that moves it; the real clock never calls it. It must neither
  // add nor remove listeners. Returns what RemoveListener takes.
  virtual int AddListener(std::function<void()> listener) = 0;

  // The listener is not running and never will once this has returned.
  virtual void RemoveListener(int id) = 0;

  // What a clock that is moved by hand does on its way, at the due time of
  // each. Null for the real clock, which runs nothing.
  virtual TimerQueue* timers() = 0;

  // Tells a clock that is moved by hand of somebody who answers at `address`
  // in a thread of his own: `finish` returns once all that reached him has been
  // answered. It must neither add nor remove workers. Returns what RemoveWorker
  // takes.
  virtual int AddWorker(const std::string& address,
                        std::function<void()> finish) = 0;

  // `finish` is not running and never will once this has returned.
  virtual void RemoveWorker(int id) = 0;

  // Before whoever waits for an answer from `address` moves the clock on: has
  // all workers finish. False if none of them answers there: only real time can
  // bring that answer.
  virtual bool FinishWork(const std::string& address) = 0;

  // The clock of this machine. Lives as long as the process.
  static Clock& Real();
};

// Stands still until it is moved. What waits on it moves it: SleepFor advances
// it by the duration and returns, so that a ten-second wait takes no time.
class ManualClock : public Clock {
 public:
  ManualClock();
  ~ManualClock() override;
  ManualClock(const ManualClock&) = delete;
  ManualClock& operator=(const ManualClock&) = delete;

  TimePoint Now() const override;

  // Starts at 2024-01-01T00:00:00Z.
  WallTime WallNow() const override;

  void SleepFor(Duration duration) override { Advance(duration); }
  int AddListener(std::function<void()> listener) override;
  void RemoveListener(int id) override;
  TimerQueue* timers() override { return timers_.get(); }
  int AddWorker(const std::string& address,
                std::function<void()> finish) override;
  void RemoveWorker(int id) override;
  bool FinishWork(const std::string& address) override;

  // Moves time on; a duration that is not positive does nothing. What is due on
  // the way has happened when it returns, each thing at its own time and in
  // their order; then the listeners have run.
  void Advance(Duration duration);

 private:
  struct Worker {
    std::string address;
    std::function<void()> finish;
  };

  void MoveTo(Duration since_start);

  mutable std::mutex time_mutex_;
  Duration since_start_{};

  // Held while timers and listeners run, so that time moves for one at a time
  // and RemoveListener waits for them.
  std::recursive_mutex listeners_mutex_;
  std::map<int, std::function<void()>> listeners_;
  int next_listener_ = 0;
  std::unique_ptr<TimerQueue> timers_;

  // Held while they finish.
  std::mutex workers_mutex_;
  std::map<int, Worker> workers_;
  int next_worker_ = 0;
};

}  // namespace pdukit

#endif  // PDUKIT_BASE_CLOCK_H_
