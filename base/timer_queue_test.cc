#include "base/timer_queue.h"

#include <atomic>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Clock::TimePoint At(int second) {
  return Clock::TimePoint(std::chrono::seconds(second));
}

class TimerQueueTest : public ::testing::Test {
 protected:
  TimerQueue::Callback Note(int number) {
    return [this, number] { ran_.push_back(number); };
  }

  int wakes_ = 0;
  std::vector<int> ran_;
  TimerQueue timers_{[this] { ++wakes_; }};
};

TEST_F(TimerQueueTest, RunsWhatIsDueInTheOrderOfTime) {
  timers_.Schedule(At(3), Note(3));
  timers_.Schedule(At(1), Note(1));
  timers_.Schedule(At(2), Note(2));

  timers_.RunDue(At(2));

  EXPECT_THAT(ran_, ElementsAre(1, 2));
  EXPECT_EQ(timers_.NextDue(), At(3));
}

TEST_F(TimerQueueTest, RunsEachOnce) {
  timers_.Schedule(At(1), Note(1));

  timers_.RunDue(At(1));
  timers_.RunDue(At(2));

  EXPECT_THAT(ran_, ElementsAre(1));
  EXPECT_EQ(timers_.NextDue(), std::nullopt);
}

TEST_F(TimerQueueTest, RunsNothingThatWasCancelled) {
  const TimerQueue::TimerId timer = timers_.Schedule(At(1), Note(1));

  timers_.Cancel(timer);
  timers_.RunDue(At(1));

  EXPECT_THAT(ran_, IsEmpty());
}

TEST_F(TimerQueueTest, WakesOnlyForWhatIsDueFirst) {
  timers_.Schedule(At(2), Note(2));
  timers_.Schedule(At(3), Note(3));
  timers_.Schedule(At(1), Note(1));

  EXPECT_EQ(wakes_, 2);
}

TEST_F(TimerQueueTest, LeavesWhatACallbackAddsForTheNextCall) {
  timers_.Schedule(At(1), [this] { timers_.Schedule(At(1), Note(2)); });

  timers_.RunDue(At(1));
  EXPECT_THAT(ran_, IsEmpty());

  timers_.RunDue(At(1));
  EXPECT_THAT(ran_, ElementsAre(2));
}

TEST_F(TimerQueueTest, LetsACallbackCancelItself) {
  TimerQueue::TimerId timer = 0;
  timer = timers_.Schedule(At(1), [this, &timer] {
    timers_.Cancel(timer);
    ran_.push_back(1);
  });

  timers_.RunDue(At(1));

  EXPECT_THAT(ran_, ElementsAre(1));
}

TEST_F(TimerQueueTest, WaitsInCancelForTheCallbackToEnd) {
  std::promise<void> started;
  std::promise<void> released;
  std::atomic<bool> ended = false;
  const TimerQueue::TimerId timer = timers_.Schedule(At(1), [&] {
    started.set_value();
    released.get_future().wait();
    ended = true;
  });
  std::thread runner([this] { timers_.RunDue(At(1)); });
  started.get_future().wait();
  std::thread releaser([&released] { released.set_value(); });

  timers_.Cancel(timer);

  EXPECT_TRUE(ended);
  releaser.join();
  runner.join();
}

}  // namespace
}  // namespace pdukit
