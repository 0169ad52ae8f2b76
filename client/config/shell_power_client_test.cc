#include "client/config/shell_power_client.h"

#include <chrono>
#include <fstream>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;

class ShellPowerClientTest : public ::testing::Test {
 protected:
  // Its commands keep the state of a switch, and what was called, in files.
  ShellPowerClientTest() {
    shell_.directory = ::testing::TempDir();
    std::ofstream(shell_.directory + "/log").flush();
  }

  void Define(const std::string& method, const std::string& command) {
    shell_.methods[method] = {command, "", std::chrono::seconds(60)};
  }

  ShellPowerClient Client() { return {shell_, Options()}; }

  ShellPowerClient::Options Options() {
    ShellPowerClient::Options options;
    options.clock = &clock_;
    return options;
  }

  std::string Log() const {
    std::ifstream in(shell_.directory + "/log");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  ManualClock clock_;
  ShellExport shell_;
};

TEST_F(ShellPowerClientTest, OnAndOffRunTheirMethods) {
  Define("on", "echo $0 >>log");
  Define("off", "echo $0 >>log");
  ShellPowerClient client = Client();

  EXPECT_TRUE(client.Off().ok());
  EXPECT_TRUE(client.On().ok());

  EXPECT_EQ(Log(), "off\non\n");
}

TEST_F(ShellPowerClientTest, FailureSaysTheFirstLineOfStderr) {
  Define("on", "echo no relay >&2; echo more >&2; exit 3");

  const Error error = Client().On().error();

  EXPECT_EQ(error.kind, ErrorKind::kCommandFailed);
  EXPECT_EQ(error.Text(), "method on failed with exit status 3: no relay");
}

TEST_F(ShellPowerClientTest, MissingMethodIsNamedAndThoseThatThereAre) {
  Define("off", "true");
  Define("read", "true");

  const Error error = Client().On().error();

  EXPECT_EQ(error.kind, ErrorKind::kUnsupported);
  EXPECT_EQ(error.Text(), "the export has no method on; it has off, read");
}

TEST_F(ShellPowerClientTest, TimeoutNamesTheMethod) {
  Define("on", "tail -f /dev/null");
  shell_.methods["on"].timeout = std::chrono::milliseconds(50);

  const Error error = Client().On().error();

  EXPECT_EQ(error.kind, ErrorKind::kTimeout);
  EXPECT_THAT(error.Text(), HasSubstr("method on: the command did not end"));
}

TEST_F(ShellPowerClientTest, StatusIsUnknownUntilSomethingWasSwitched) {
  Define("on", "true");
  ShellPowerClient client = Client();

  EXPECT_EQ(client.Status().value(), PowerState::kUnknown);
  EXPECT_TRUE(client.On().ok());
  EXPECT_EQ(client.Status().value(), PowerState::kOn);
}

TEST_F(ShellPowerClientTest, StatusIsUnknownAfterAFailure) {
  Define("on", "true");
  Define("off", "false");
  ShellPowerClient client = Client();

  EXPECT_TRUE(client.On().ok());
  EXPECT_FALSE(client.Off().ok());

  EXPECT_EQ(client.Status().value(), PowerState::kUnknown);
}

TEST_F(ShellPowerClientTest, StatusMethodSaysTheState) {
  Define("status", "echo 'pending-off '");

  EXPECT_EQ(Client().Status().value(), PowerState::kPendingOff);
}

TEST_F(ShellPowerClientTest, LevelOfALineIsAState) {
  Define("status", "echo 1");

  EXPECT_EQ(Client().Status().value(), PowerState::kOn);
}

TEST_F(ShellPowerClientTest, StatusThatMakesNoSenseIsAnError) {
  Define("status", "echo maybe");

  const Error error = Client().Status().error();

  EXPECT_EQ(error.kind, ErrorKind::kProtocol);
  EXPECT_THAT(error.Text(), HasSubstr("'maybe'"));
}

TEST_F(ShellPowerClientTest, SwitchingWaitsUntilTheStatusShowsIt) {
  Define("on", "true");
  Define("status", "echo x >>log; test $(wc -l <log) = 3; echo $((!$?))");

  EXPECT_TRUE(Client().On().ok());

  EXPECT_EQ(Log(), "x\nx\nx\n");
}

TEST_F(ShellPowerClientTest, StatusThatNeverShowsItIsAnError) {
  Define("on", "true");
  Define("status", "echo off");

  EXPECT_EQ(Client().On().error().kind, ErrorKind::kVerificationFailed);
}

TEST_F(ShellPowerClientTest, CycleIsOffWaitAndOn) {
  Define("on", "echo on >>log");
  Define("off", "echo off >>log");
  const Clock::TimePoint start = clock_.Now();

  EXPECT_TRUE(Client().Cycle(std::chrono::seconds(7)).ok());

  EXPECT_EQ(Log(), "off\non\n");
  EXPECT_EQ(clock_.Now() - start, std::chrono::seconds(7));
}

TEST_F(ShellPowerClientTest, CycleWithoutOnSwitchesNothing) {
  Define("off", "echo off >>log");

  EXPECT_EQ(Client().Cycle(std::chrono::seconds(1)).error().kind,
            ErrorKind::kUnsupported);

  EXPECT_EQ(Log(), "");
}

TEST_F(ShellPowerClientTest, CycleMethodIsToldTheSeconds) {
  Define("cycle", "echo $0 $1 >>log");

  EXPECT_TRUE(Client().Cycle(std::chrono::milliseconds(2500)).ok());

  EXPECT_EQ(Log(), "cycle 2.5\n");
}

TEST_F(ShellPowerClientTest, ReadTakesTheQuantitiesByName) {
  Define("read", "echo 'voltage=230.1 V  current=0.63 A' meter=7");

  const PowerReading reading = Client().Read().value();

  EXPECT_EQ(reading.voltage.value().value, 230.1);
  EXPECT_EQ(reading.current.value().value, 0.63);
  EXPECT_EQ(reading.apparent_power, std::nullopt);
}

TEST_F(ShellPowerClientTest, ReadingThatIsNoNumberIsAnError) {
  Define("read", "echo voltage=high");

  EXPECT_THAT(Client().Read().error().Text(), HasSubstr("'voltage=high'"));
}

TEST_F(ShellPowerClientTest, ReadThatWritesNothingIsAnError) {
  Define("read", "true");

  EXPECT_EQ(Client().Read().error().kind, ErrorKind::kProtocol);
}

}  // namespace
}  // namespace pdukit::client
