// What `power` says of a GPIO line of an exporter file.

#include <cerrno>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/cli/run.h"
#include "client/config/fake_gpiod.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;

class GpioTest : public ::testing::Test {
 protected:
  // The only export, and so the default.
  int Run(std::vector<std::string> arguments) {
    const std::string path = ::testing::TempDir() + "/gpio.yaml";
    std::ofstream(path)
        << "export:\n"
           "  board:\n"
           "    type: jumpstarter_driver_gpiod.driver.PowerSwitch\n"
           "    config: {line: 7, active_low: true, initial_value: 'on'}\n";
    arguments.insert(arguments.end(), {"--config", path});
    return client::Run(arguments, context_);
  }

  FakeGpiod gpiod_;
  FakeGpiod::Line& relay_ = gpiod_.AddLine("/dev/gpiochip0", 7);
  ManualClock clock_;
  std::ostringstream out_;
  std::ostringstream err_;
  Context context_{.out = out_, .err = err_, .clock = clock_};
};

TEST_F(GpioTest, OnDrivesTheLine) {
  relay_.high = true;

  EXPECT_EQ(Run({"on"}), kDone);

  EXPECT_EQ(out_.str(), "on\n");
  EXPECT_FALSE(relay_.high);
}

TEST_F(GpioTest, StatusDoesNotDriveTheInitialValue) {
  EXPECT_EQ(Run({"status"}), kDone);

  EXPECT_EQ(out_.str(), "unknown\n");
  EXPECT_EQ(relay_.levels, 0);
}

TEST_F(GpioTest, ListShowsIt) {
  relay_.is_output = true;

  EXPECT_EQ(Run({"list"}), kDone);

  EXPECT_EQ(out_.str(), "board  on\n");
}

TEST_F(GpioTest, ReadSaysThatItMetersNothing) {
  EXPECT_EQ(Run({"read"}), kFailed);

  EXPECT_EQ(err_.str(),
            "power: export 'board': a GPIO line switches power, but meters "
            "nothing; status shows the line\n");
}

TEST_F(GpioTest, NativeCycleIsRefused) {
  EXPECT_EQ(Run({"cycle", "--native"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("export 'board' has no reboot of its own"));
  EXPECT_EQ(relay_.levels, 0);
}

TEST_F(GpioTest, MissingPermissionIsAnErrorForPrograms) {
  gpiod_.open_error = EACCES;

  EXPECT_EQ(Run({"off", "--json"}), kFailed);

  EXPECT_THAT(err_.str(), HasSubstr("\"kind\":\"system\""));
  EXPECT_THAT(err_.str(), HasSubstr("may not open the GPIO chip"));
}

}  // namespace
}  // namespace pdukit::client
