#include "client/composite_power_client.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/testing/mock_power_client.h"

namespace pdukit::client {
namespace {

using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::InSequence;
using ::testing::NiceMock;
using ::testing::Return;
using Mock = NiceMock<MockPowerClient>;

const Error kMute{ErrorKind::kTimeout, "no answer", "", "10.0.0.8"};

// A machine with two supplies.
class CompositePowerClientTest : public ::testing::Test {
 protected:
  CompositePowerClient Make(const std::string& second_device = "rack5") {
    std::vector<CompositePowerClient::Supply> supplies;
    supplies.push_back({"rack4 3", std::move(owned_a_), "rack4"});
    supplies.push_back({"rack5 3", std::move(owned_b_), second_device});
    CompositePowerClient::Options options;
    options.clock = &clock_;
    options.cancelled = [this] { return cancelled_; };
    return {std::move(supplies), options};
  }

  ManualClock clock_;
  bool cancelled_ = false;
  std::unique_ptr<Mock> owned_a_ = std::make_unique<Mock>();
  std::unique_ptr<Mock> owned_b_ = std::make_unique<Mock>();
  Mock& a_ = *owned_a_;
  Mock& b_ = *owned_b_;
  CompositePowerClient power_ = Make();
};

TEST_F(CompositePowerClientTest, OnSwitchesAllSuppliesOn) {
  power_.On().value();

  EXPECT_EQ(a_.state(), PowerState::kOn);
  EXPECT_EQ(b_.state(), PowerState::kOn);
}

TEST_F(CompositePowerClientTest, OffSwitchesAllSuppliesOff) {
  power_.On().value();

  power_.Off().value();

  EXPECT_EQ(a_.state(), PowerState::kOff);
  EXPECT_EQ(b_.state(), PowerState::kOff);
}

TEST_F(CompositePowerClientTest, OneThatFailsIsNamedAndTheOtherIsSwitched) {
  ON_CALL(a_, On).WillByDefault(Return(kMute));

  const Result<void> on = power_.On();

  ASSERT_FALSE(on.ok());
  EXPECT_EQ(on.error().kind, ErrorKind::kTimeout);
  EXPECT_EQ(on.error().message,
            "1 of 2 supplies failed: rack4 3: 10.0.0.8: no answer; rack5 3 is "
            "on");
  EXPECT_EQ(b_.state(), PowerState::kOn);
}

TEST_F(CompositePowerClientTest, AnErrorThatAllSuppliesHaveStaysAsItIs) {
  ON_CALL(a_, On).WillByDefault(Return(kMute));
  ON_CALL(b_, On).WillByDefault(Return(kMute));

  EXPECT_EQ(power_.On().error(), kMute);
}

TEST_F(CompositePowerClientTest, CycleHasAllOffBeforeOneIsOn) {
  InSequence sequence;
  EXPECT_CALL(a_, Off);
  EXPECT_CALL(b_, Off);
  EXPECT_CALL(a_, On);
  EXPECT_CALL(b_, On);
  const Clock::TimePoint start = clock_.Now();

  power_.Cycle(seconds(10)).value();

  EXPECT_EQ(clock_.Now() - start, seconds(10));
}

TEST_F(CompositePowerClientTest, CycleThatDoesNotGoOffIsNotSwitchedOn) {
  power_.On().value();
  ON_CALL(b_, Off).WillByDefault(Return(kMute));
  EXPECT_CALL(a_, On).Times(0);
  EXPECT_CALL(b_, On).Times(0);

  const Result<void> cycle = power_.Cycle(seconds(10));

  ASSERT_FALSE(cycle.ok());
  EXPECT_THAT(cycle.error().message, HasSubstr("rack4 3 is off"));
}

TEST_F(CompositePowerClientTest, CycleThatDoesNotGoOnAgainSaysSo) {
  ON_CALL(b_, On).WillByDefault(Return(kMute));

  const Result<void> cycle = power_.Cycle(seconds(10));

  ASSERT_FALSE(cycle.ok());
  EXPECT_THAT(cycle.error().message,
              HasSubstr("switched off, but not on again: 1 of 2"));
}

TEST_F(CompositePowerClientTest, CycleThatIsCancelledLeavesItOff) {
  cancelled_ = true;

  const Result<void> cycle = power_.Cycle(seconds(10));

  ASSERT_FALSE(cycle.ok());
  EXPECT_EQ(cycle.error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(a_.state(), PowerState::kOff);
}

TEST_F(CompositePowerClientTest, NegativeWaitIsRefused) {
  EXPECT_CALL(a_, Off).Times(0);

  EXPECT_FALSE(power_.Cycle(seconds(-1)).ok());
}

TEST_F(CompositePowerClientTest, IsOnIfOneSupplyIs) {
  b_.set_state(PowerState::kOn);

  EXPECT_EQ(power_.Status().value(), PowerState::kOn);
}

TEST_F(CompositePowerClientTest, IsOnIfOneSupplyIsThoughAnotherIsMute) {
  ON_CALL(a_, Status).WillByDefault(Return(kMute));
  b_.set_state(PowerState::kOn);

  EXPECT_EQ(power_.Status().value(), PowerState::kOn);
}

TEST_F(CompositePowerClientTest, IsOffIfAllSuppliesAre) {
  EXPECT_EQ(power_.Status().value(), PowerState::kOff);
}

TEST_F(CompositePowerClientTest, AnUnknownSupplyIsNotTakenForOff) {
  b_.set_state(PowerState::kUnknown);

  EXPECT_EQ(power_.Status().value(), PowerState::kUnknown);
}

TEST_F(CompositePowerClientTest, AMuteSupplyIsNotTakenForOff) {
  ON_CALL(b_, Status).WillByDefault(Return(kMute));

  const Result<PowerState> status = power_.Status();

  ASSERT_FALSE(status.ok());
  EXPECT_THAT(status.error().message, HasSubstr("rack5 3: "));
}

TEST_F(CompositePowerClientTest, IsAboutToGoOffIfItsLastSupplyIs) {
  b_.set_state(PowerState::kPendingOff);

  EXPECT_EQ(power_.Status().value(), PowerState::kPendingOff);
}

TEST_F(CompositePowerClientTest, ReadAddsUpWhatItsSuppliesDraw) {
  PowerReading reading;
  reading.voltage = Measurement{230, "inlet 1"};
  reading.active_power = Measurement{200, "outlet 3"};
  reading.power_factor = Measurement{0.9, "outlet 3"};
  a_.set_reading(reading);
  reading.active_power->value = 100;
  b_.set_reading(reading);

  const PowerReading read = power_.Read().value();

  EXPECT_EQ(read.active_power,
            (Measurement{300, "rack4 3: outlet 3 + rack5 3: outlet 3"}));
  EXPECT_EQ(read.voltage, (Measurement{230, "rack4 3: inlet 1"}));
  EXPECT_EQ(read.power_factor, std::nullopt);
}

TEST_F(CompositePowerClientTest, ReadLeavesOutWhatOnlyAPartOfItIsMetered) {
  PowerReading reading;
  reading.current = Measurement{2, "outlet 3"};
  a_.set_reading(reading);

  EXPECT_EQ(power_.Read().value().current, std::nullopt);
}

TEST_F(CompositePowerClientTest, ReadFailsIfASupplyDoes) {
  ON_CALL(b_, Read).WillByDefault(Return(kMute));

  EXPECT_FALSE(power_.Read().ok());
}

TEST(CombinedReadingTest, AMeterThatTwoSuppliesShareCountsOnce) {
  PowerReading reading;
  reading.current = Measurement{2, "bank 1"};
  const SupplyOutcome a{"rack4 3", "rack4", {}, PowerState::kOn, reading};
  const SupplyOutcome b{"rack4 4", "rack4", {}, PowerState::kOn, reading};

  EXPECT_EQ(CombinedReading({a, b}).current,
            (Measurement{2, "rack4 3: bank 1"}));
}

TEST(CompositeOfNothingTest, Fails) {
  CompositePowerClient power({}, {});

  EXPECT_EQ(power.On().error().kind, ErrorKind::kInvalidArgument);
  EXPECT_EQ(power.Status().error().kind, ErrorKind::kInvalidArgument);
}

}  // namespace
}  // namespace pdukit::client
