#include "client/power_client.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

std::string Print(const PowerReading& reading) {
  std::ostringstream out;
  out << reading;
  return out.str();
}

TEST(PowerReadingTest, PrintsWhatIsMeteredWithUnitAndSource) {
  PowerReading reading;
  reading.voltage = Measurement{230, "inlet 1"};
  reading.current = Measurement{1.25, "outlet 3"};
  reading.power_factor = Measurement{0.99, "outlet 3"};

  EXPECT_EQ(Print(reading),
            "voltage=230 V (inlet 1)  current=1.25 A (outlet 3)  "
            "power_factor=0.99 (outlet 3)");
}

TEST(PowerReadingTest, IsEmptyWhenNothingIsMetered) {
  PowerReading reading;

  EXPECT_TRUE(reading.empty());
  EXPECT_EQ(Print(reading), "nothing is metered");
}

TEST(PowerReadingTest, IsNotEmptyWithASingleQuantity) {
  PowerReading reading;

  reading.frequency = Measurement{50, "outlet 3"};

  EXPECT_FALSE(reading.empty());
}

TEST(PowerStateTest, IsPrintedInTheWordsOfTheCommandLine) {
  EXPECT_STREQ(ToString(PowerState::kOn), "on");
  EXPECT_STREQ(ToString(PowerState::kOff), "off");
  EXPECT_STREQ(ToString(PowerState::kPendingOn), "pending-on");
  EXPECT_STREQ(ToString(PowerState::kPendingOff), "pending-off");
  EXPECT_STREQ(ToString(PowerState::kUnknown), "unknown");
}

}  // namespace
}  // namespace pdukit::client
