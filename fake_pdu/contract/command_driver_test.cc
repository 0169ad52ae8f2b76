#include "fake_pdu/contract/command_driver.h"

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::HasSubstr;
using ::testing::Optional;

// Where a command has to name what it switches.
const std::string kNoted = " # {port} {outlet}";

Target SomeTarget() {
  Target target;
  target.host = "127.0.0.1";
  target.port = 16100;
  target.outlet = 3;
  target.community = "secret";
  return target;
}

CommandLines Lines() {
  CommandLines lines;
  lines.on = "true" + kNoted;
  lines.off = "false" + kNoted;
  return lines;
}

PowerDriver DriverOf(const CommandLines& lines) {
  return CommandDriver(lines).value()(SomeTarget());
}

StatusClaim Status(CommandLines lines, const std::string& command) {
  lines.status = command + kNoted;
  return DriverOf(lines).status();
}

StatusClaim Status(const std::string& command) {
  return Status(Lines(), command);
}

TEST(CommandDriverTest, TheExitCodeIsTheClaim) {
  const PowerDriver driver = DriverOf(Lines());

  EXPECT_TRUE(driver.on().done);
  EXPECT_FALSE(driver.off().done);
}

TEST(CommandDriverTest, WhatItWroteIsTheText) {
  CommandLines lines = Lines();
  lines.on = "echo out; echo why >&2; exit 1" + kNoted;

  EXPECT_EQ(DriverOf(lines).on().text, "why\n");
}

TEST(CommandDriverTest, PlaceholdersAreThoseOfTheTarget) {
  CommandLines lines = Lines();
  lines.off =
      "echo {host} {port} {outlet} {community} {version} {other} {outlet}";

  EXPECT_EQ(DriverOf(lines).off().text,
            "127.0.0.1 16100 3 secret 2c {other} 3\n");
}

TEST(CommandDriverTest, Version3HasAUser) {
  Target target = SomeTarget();
  target.version = SnmpVersion::kV3;
  target.user = {"ann", AuthProtocol::kSha256, "auth-secret",
                 PrivProtocol::kAes128, "priv-secret"};
  CommandLines lines = Lines();
  lines.off =
      "echo {version} {user} {auth_protocol} {auth_key} {priv_protocol} "
      "{priv_key}" +
      kNoted;
  const PowerDriver driver = CommandDriver(lines).value()(target);

  EXPECT_EQ(driver.off().text, "3 ann SHA-256 auth-secret AES priv-secret\n");
  EXPECT_TRUE(driver.takes_credentials);
}

TEST(CommandDriverTest, ACommandThatTakesTooLongHasFailed) {
  CommandLines lines = Lines();
  lines.on = "cat </dev/tty || tail -f /dev/null" + kNoted;
  lines.timeout = std::chrono::milliseconds(100);

  const Claim claim = DriverOf(lines).on();

  EXPECT_FALSE(claim.done);
  EXPECT_THAT(claim.text, HasSubstr("killed"));
}

TEST(CommandDriverTest, AStatusIsAWordOnStdoutInAnyCase) {
  EXPECT_THAT(Status("echo Outlet 3: ON").state, Optional(OutletState::kOn));
  EXPECT_THAT(Status("echo off").state, Optional(OutletState::kOff));
}

TEST(CommandDriverTest, AStatusThatSaysBothOrNoneTellsNothing) {
  EXPECT_EQ(Status("echo on or off").state, std::nullopt);
  EXPECT_EQ(Status("echo one").state, std::nullopt);
}

TEST(CommandDriverTest, AStatusThatFailsTellsNothing) {
  EXPECT_EQ(Status("echo on; exit 1").state, std::nullopt);
}

TEST(CommandDriverTest, TheWordsOfAStatusMayBeOthers) {
  CommandLines lines = Lines();
  lines.status_off = "^0$";

  EXPECT_THAT(Status(lines, "echo 0").state, Optional(OutletState::kOff));
}

TEST(CommandDriverTest, ExitCodesTellInsteadWhereTheyAreGiven) {
  CommandLines lines = Lines();
  lines.status_on_exit = 0;
  lines.status_off_exit = 2;

  EXPECT_THAT(Status(lines, "echo off").state, Optional(OutletState::kOn));
  EXPECT_THAT(Status(lines, "exit 2").state, Optional(OutletState::kOff));
  EXPECT_EQ(Status(lines, "echo on; exit 1").state, std::nullopt);
}

TEST(CommandDriverTest, ADriverHasWhatItWasGiven) {
  const PowerDriver driver = DriverOf(Lines());

  EXPECT_FALSE(driver.cycle);
  EXPECT_FALSE(driver.status);
  EXPECT_FALSE(driver.takes_credentials);
}

TEST(CommandDriverTest, ACommandMustNameWhatItSwitches) {
  CommandLines lines = Lines();
  lines.cycle = "cycle {outlet}";

  const auto driver = CommandDriver(lines);

  ASSERT_FALSE(driver.ok());
  EXPECT_EQ(driver.error().message,
            "--cycle does not say {port}, which each case chooses anew");
}

TEST(CommandDriverTest, WordsMustBeRegularExpressions) {
  CommandLines lines = Lines();
  lines.status_on = "(on";

  const auto driver = CommandDriver(lines);

  ASSERT_FALSE(driver.ok());
  EXPECT_EQ(driver.error().message,
            "--status-on \"(on\" is no regular expression");
}

}  // namespace
}  // namespace pdukit::fake_pdu
