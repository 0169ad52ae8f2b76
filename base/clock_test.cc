#include "base/clock.h"

#include <chrono>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

#include "base/timer_queue.h"

namespace pdukit {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

TEST(ManualClockTest, StandsStill) {
  ManualClock clock;

  EXPECT_EQ(clock.Now(), clock.Now());
  EXPECT_EQ(clock.WallNow(), clock.WallNow());
}

TEST(ManualClockTest, AdvanceMovesBothTimes) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();
  const Clock::WallTime wall_start = clock.WallNow();

  clock.Advance(seconds(30));

  EXPECT_EQ(clock.Now() - start, seconds(30));
  EXPECT_EQ(clock.WallNow() - wall_start, seconds(30));
}

TEST(ManualClockTest, NeverGoesBack) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();

  clock.Advance(seconds(-1));

  EXPECT_EQ(clock.Now(), start);
}

TEST(ManualClockTest, WhoSleepsMovesIt) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();

  clock.SleepFor(hours(10));

  EXPECT_EQ(clock.Now() - start, hours(10));
}

TEST(ManualClockTest, ListenersSeeTheNewTime) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();
  Clock::Duration seen{};
  clock.AddListener([&] { seen = clock.Now() - start; });

  clock.Advance(seconds(5));

  EXPECT_EQ(seen, seconds(5));
}

TEST(ManualClockTest, RemovedListenersAreNotCalled) {
  ManualClock clock;
  int calls = 0;
  const int id = clock.AddListener([&] { ++calls; });
  clock.RemoveListener(id);

  clock.Advance(seconds(5));

  EXPECT_EQ(calls, 0);
}

TEST(RealClockTest, MovesOn) {
  const Clock::TimePoint before = Clock::Real().Now();

  Clock::Real().SleepFor(std::chrono::nanoseconds(1));

  EXPECT_GT(Clock::Real().Now(), before);
}

TEST(ManualClockTest, TimersRunInTheirOrderEachAtItsOwnTime) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();
  std::vector<Clock::Duration> seen;
  const auto note = [&] { seen.push_back(clock.Now() - start); };
  clock.timers()->Schedule(start + seconds(7), note);
  clock.timers()->Schedule(start + seconds(3), note);

  clock.Advance(seconds(10));

  EXPECT_THAT(seen, ::testing::ElementsAre(seconds(3), seconds(7)));
  EXPECT_EQ(clock.Now() - start, seconds(10));
}

TEST(ManualClockTest, WhatATimerSchedulesOnTheWayRunsToo) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();
  Clock::Duration seen{};
  clock.timers()->Schedule(start + seconds(1), [&] {
    clock.timers()->Schedule(clock.Now() + seconds(1),
                             [&] { seen = clock.Now() - start; });
  });

  clock.Advance(seconds(10));

  EXPECT_EQ(seen, seconds(2));
}

TEST(ManualClockTest, WhatIsDueLaterWaits) {
  ManualClock clock;
  bool ran = false;
  clock.timers()->Schedule(clock.Now() + seconds(5), [&] { ran = true; });

  clock.Advance(seconds(4));

  EXPECT_FALSE(ran);
}

TEST(ManualClockTest, EveryWorkerFinishesWhoeverIsWaitedFor) {
  ManualClock clock;
  std::string finished;
  clock.AddWorker("a", [&] { finished += 'a'; });
  clock.AddWorker("b", [&] { finished += 'b'; });

  EXPECT_TRUE(clock.FinishWork("b"));

  EXPECT_EQ(finished, "ab");
}

TEST(ManualClockTest, KnowsThatNoWorkerAnswersThere) {
  ManualClock clock;
  const int worker = clock.AddWorker("a", [] {});
  clock.RemoveWorker(worker);

  EXPECT_FALSE(clock.FinishWork("a"));
}

}  // namespace
}  // namespace pdukit
