#include "client/config/gpio_power_client.h"

#include <gpiod.h>

#include <cerrno>
#include <chrono>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/config/fake_gpiod.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;

class GpioPowerClientTest : public ::testing::Test {
 protected:
  GpioExport gpio_{"/dev/gpiochip0", 7, false, GpioDrive::kPushPull,
                   GpioBias::kAsIs};
  FakeGpiod gpiod_;
  FakeGpiod::Line& relay_ = gpiod_.AddLine("/dev/gpiochip0", 7);
  FakeGpiod::Line& neighbour_ = gpiod_.AddLine("/dev/gpiochip0", 6);
  ManualClock clock_;
};

TEST_F(GpioPowerClientTest, OnDrivesTheLineHighAtOnce) {
  GpioPowerClient power(gpio_, clock_);

  EXPECT_TRUE(power.On().ok());

  EXPECT_TRUE(relay_.is_output);
  EXPECT_TRUE(relay_.high);
  EXPECT_EQ(relay_.levels, 1);
}

TEST_F(GpioPowerClientTest, OnLeavesTheNeighbourAlone) {
  GpioPowerClient power(gpio_, clock_);

  EXPECT_TRUE(power.On().ok());

  EXPECT_FALSE(neighbour_.is_output);
}

TEST_F(GpioPowerClientTest, OffAfterOnDrivesTheLineLow) {
  GpioPowerClient power(gpio_, clock_);
  power.On().value();

  EXPECT_TRUE(power.Off().ok());

  EXPECT_FALSE(relay_.high);
}

TEST_F(GpioPowerClientTest, ActiveLowLineIsLowWhileThePowerIsOn) {
  gpio_.active_low = true;
  relay_.high = true;
  GpioPowerClient power(gpio_, clock_);

  EXPECT_TRUE(power.On().ok());

  EXPECT_FALSE(relay_.high);
  EXPECT_EQ(power.Status().value(), PowerState::kOn);
}

TEST_F(GpioPowerClientTest, LineIsDrivenAndBiasedAsTheFileSays) {
  gpio_.drive = GpioDrive::kOpenDrain;
  gpio_.bias = GpioBias::kPullUp;
  GpioPowerClient power(gpio_, clock_);

  power.On().value();

  EXPECT_EQ(relay_.flags, GPIOD_LINE_REQUEST_FLAG_OPEN_DRAIN |
                              GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_UP);
}

TEST_F(GpioPowerClientTest, CycleWaitsWhileTheLineIsLow) {
  relay_.is_output = relay_.high = true;
  bool high_while_waiting = true;
  GpioPowerClient power(gpio_, clock_, [&](const Progress& /*waiting*/) {
    high_while_waiting = relay_.high;
  });
  const Clock::TimePoint start = clock_.Now();

  EXPECT_TRUE(power.Cycle(std::chrono::seconds(5)).ok());

  EXPECT_FALSE(high_while_waiting);
  EXPECT_TRUE(relay_.high);
  EXPECT_EQ(clock_.Now() - start, std::chrono::seconds(5));
}

TEST_F(GpioPowerClientTest, StatusOfALineThatIsDrivenElsewhereIsRead) {
  relay_.is_output = relay_.high = true;
  GpioPowerClient power(gpio_, clock_);

  EXPECT_EQ(power.Status().value(), PowerState::kOn);
}

TEST_F(GpioPowerClientTest, StatusLeavesTheLineAsItIsAndFree) {
  relay_.is_output = relay_.high = true;
  gpio_.drive = GpioDrive::kOpenDrain;
  GpioPowerClient power(gpio_, clock_);

  power.Status().value();

  EXPECT_EQ(relay_.levels, 0);
  EXPECT_EQ(relay_.flags, 0);
  EXPECT_EQ(relay_.user, "");
}

TEST_F(GpioPowerClientTest, StatusOfAnInputIsUnknown) {
  GpioPowerClient power(gpio_, clock_);

  EXPECT_EQ(power.Status().value(), PowerState::kUnknown);
}

TEST_F(GpioPowerClientTest, LineIsKeptUntilTheClientIsGone) {
  auto power = std::make_unique<GpioPowerClient>(gpio_, clock_);
  power->On().value();
  EXPECT_EQ(relay_.user, "pdukit");

  power.reset();

  EXPECT_EQ(relay_.user, "");
}

TEST_F(GpioPowerClientTest, ReadSaysThatALineMetersNothing) {
  GpioPowerClient power(gpio_, clock_);

  const Result<PowerReading> reading = power.Read();

  ASSERT_FALSE(reading.ok());
  EXPECT_EQ(reading.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(reading.error().Text(), HasSubstr("meters nothing"));
}

TEST_F(GpioPowerClientTest, LineThatKeepsItsLevelIsNotDone) {
  relay_.stuck = true;
  GpioPowerClient power(gpio_, clock_);

  const Result<void> on = power.On();

  ASSERT_FALSE(on.ok());
  EXPECT_EQ(on.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_THAT(on.error().message,
              "line 7 of the GPIO chip /dev/gpiochip0 was driven active, but "
              "reads inactive");
}

TEST_F(GpioPowerClientTest, ChipThatIsNotThereIsSaid) {
  gpio_.device = "/dev/gpiochip4";
  GpioPowerClient power(gpio_, clock_);

  const Result<void> on = power.On();

  ASSERT_FALSE(on.ok());
  EXPECT_EQ(on.error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(on.error().message, "there is no GPIO chip /dev/gpiochip4");
}

TEST_F(GpioPowerClientTest, ChipIsFoundByItsNumber) {
  gpio_.device = "0";
  GpioPowerClient power(gpio_, clock_);

  EXPECT_TRUE(power.On().ok());

  EXPECT_TRUE(relay_.high);
}

TEST_F(GpioPowerClientTest, MissingPermissionIsSaid) {
  gpiod_.open_error = EACCES;
  GpioPowerClient power(gpio_, clock_);

  const Result<PowerState> state = power.Status();

  ASSERT_FALSE(state.ok());
  EXPECT_EQ(state.error().kind, ErrorKind::kSystem);
  EXPECT_THAT(state.error().Text(),
              HasSubstr("this user may not open the GPIO chip /dev/gpiochip0; "
                        "try as root"));
}

TEST_F(GpioPowerClientTest, FileThatIsNoChipIsSaid) {
  gpiod_.open_error = ENOTTY;
  GpioPowerClient power(gpio_, clock_);

  EXPECT_THAT(power.On().error().message, "/dev/gpiochip0 is no GPIO chip");
}

TEST_F(GpioPowerClientTest, LineThatTheChipDoesNotHaveIsSaid) {
  gpio_.line = 8;
  GpioPowerClient power(gpio_, clock_);

  const Result<void> on = power.On();

  ASSERT_FALSE(on.ok());
  EXPECT_EQ(on.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_EQ(on.error().message,
            "the GPIO chip /dev/gpiochip0 has no line 8, its 8 lines count "
            "from 0");
}

TEST_F(GpioPowerClientTest, BusyLineNamesWhoHasIt) {
  relay_.user = "jumpstarter-gpiod";
  GpioPowerClient power(gpio_, clock_);

  const Result<void> off = power.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kSystem);
  EXPECT_THAT(off.error().message, HasSubstr("in use by jumpstarter-gpiod"));
  EXPECT_EQ(relay_.levels, 0);
}

TEST_F(GpioPowerClientTest, LineThatWasBusyIsSwitchedOnceItIsFree) {
  relay_.user = "gpioset";
  GpioPowerClient power(gpio_, clock_);
  EXPECT_FALSE(power.On().ok());
  relay_.user.clear();

  EXPECT_TRUE(power.On().ok());

  EXPECT_TRUE(relay_.high);
}

TEST_F(GpioPowerClientTest, BiasThatTheChipLacksIsSuspected) {
  gpio_.bias = GpioBias::kPullDown;
  relay_.request_error = EINVAL;
  GpioPowerClient power(gpio_, clock_);

  EXPECT_THAT(power.On().error().hint, HasSubstr("the drive or the bias"));
}

TEST_F(GpioPowerClientTest, LineThatCannotBeReadIsAnErrorAndIsFreeAgain) {
  relay_.is_output = true;
  relay_.value_error = EIO;
  GpioPowerClient power(gpio_, clock_);

  const Result<PowerState> state = power.Status();

  ASSERT_FALSE(state.ok());
  EXPECT_THAT(state.error().message,
              HasSubstr("cannot be read: Input/output error"));
  EXPECT_EQ(relay_.user, "");
}

}  // namespace
}  // namespace pdukit::client
