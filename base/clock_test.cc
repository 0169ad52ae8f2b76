#include "base/clock.h"

#include <chrono>

#include "gtest/gtest.h"

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

}  // namespace
}  // namespace pdukit
