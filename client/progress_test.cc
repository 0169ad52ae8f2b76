#include "client/progress.h"

#include <chrono>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"

namespace pdukit::client {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;

TEST(WaitWithProgressTest, LetsTheDurationPassOnTheClock) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();

  WaitWithProgress(clock, milliseconds(1500), nullptr);

  EXPECT_EQ(clock.Now() - start, milliseconds(1500));
}

TEST(WaitWithProgressTest, ReportsWhatIsLeftDownToNothing) {
  ManualClock clock;
  std::vector<milliseconds> remaining;

  WaitWithProgress(clock, milliseconds(250),
                   [&remaining](const Progress& progress) {
                     remaining.push_back(progress.remaining);
                   });

  EXPECT_THAT(remaining, ElementsAre(milliseconds(250), milliseconds(150),
                                     milliseconds(50), milliseconds(0)));
}

TEST(WaitWithProgressTest, WaitsNoLongerWithACallback) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();

  WaitWithProgress(clock, milliseconds(250), [](const Progress&) {});

  EXPECT_EQ(clock.Now() - start, milliseconds(250));
}

}  // namespace
}  // namespace pdukit::client
