#include "client/config/mock_power.h"

#include <chrono>

#include <gtest/gtest.h>

#include "base/clock.h"

namespace pdukit::client {
namespace {

TEST(MockPowerTest, StateIsUnknownUntilTheFirstCommand) {
  MockPower power;

  EXPECT_EQ(power.Status().value(), PowerState::kUnknown);
  EXPECT_TRUE(power.Off().ok());
  EXPECT_EQ(power.Status().value(), PowerState::kOff);
}

TEST(MockPowerTest, ReadingsTakeTurns) {
  MockPower power;

  EXPECT_EQ(power.Read().value().voltage.value().value, 0.0);
  EXPECT_EQ(power.Read().value().voltage.value().value, 5.0);
  EXPECT_EQ(power.Read().value().voltage.value().value, 0.0);
}

TEST(MockPowerTest, CycleWaitsAndEndsOn) {
  ManualClock clock;
  const Clock::TimePoint start = clock.Now();
  MockPower power(clock);

  EXPECT_TRUE(power.Cycle(std::chrono::seconds(2)).ok());

  EXPECT_EQ(clock.Now() - start, std::chrono::seconds(2));
  EXPECT_EQ(power.Status().value(), PowerState::kOn);
}

}  // namespace
}  // namespace pdukit::client
