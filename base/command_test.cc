#include "base/command.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::chrono::seconds kLongEnough{60};

Result<CommandOutput> Shell(const std::string& script,
                            std::chrono::milliseconds timeout = kLongEnough) {
  return RunCommand({"sh", "-c", script}, "", timeout);
}

TEST(CommandTest, ReturnsWhatWasWritten) {
  const CommandOutput output = Shell("echo out; echo err >&2").value();

  EXPECT_EQ(output.exit_status, 0);
  EXPECT_EQ(output.out, "out\n");
  EXPECT_EQ(output.err, "err\n");
}

TEST(CommandTest, ReturnsTheExitStatus) {
  EXPECT_EQ(Shell("exit 3").value().exit_status, 3);
}

TEST(CommandTest, SignalShowsAsInShells) {
  EXPECT_EQ(Shell("kill -TERM $$").value().exit_status, 128 + 15);
}

TEST(CommandTest, RunsInTheDirectory) {
  const CommandOutput output =
      RunCommand({"pwd"}, "/usr/bin", kLongEnough).value();

  EXPECT_EQ(output.out, "/usr/bin\n");
}

TEST(CommandTest, DoesNotReadWhatIsMeantForOthers) {
  const int before = dup(STDIN_FILENO);
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  ASSERT_EQ(write(ends[1], "for others", 10), 10);
  close(ends[1]);
  dup2(ends[0], STDIN_FILENO);

  const Result<CommandOutput> output = Shell("cat; echo end");

  dup2(before, STDIN_FILENO);
  EXPECT_EQ(output.value().out, "end\n");
}

TEST(CommandTest, LongOutputIsReadToItsEndAndCut) {
  const CommandOutput output = Shell("head -c 1000000 /dev/zero").value();

  EXPECT_EQ(output.exit_status, 0);
  EXPECT_EQ(output.out.size(), 64U * 1024U);
}

TEST(CommandTest, ProgramThatDoesNotExistIsNamed) {
  const Error error = RunCommand({"no-such-tool"}, "", kLongEnough).error();

  EXPECT_EQ(error.kind, ErrorKind::kSystem);
  EXPECT_THAT(error.Text(), StartsWith("no-such-tool cannot be run: No such"));
}

TEST(CommandTest, DirectoryThatDoesNotExistIsNamed) {
  const Error error = RunCommand({"pwd"}, "/no/such", kLongEnough).error();

  EXPECT_EQ(error.kind, ErrorKind::kSystem);
  EXPECT_THAT(error.Text(), HasSubstr("/no/such"));
}

TEST(CommandTest, TimeoutKillsTheWholeGroup) {
  // The reader of the fifo ends when the last writer is gone: only once the
  // command's own child is killed too.
  const std::string fifo = ::testing::TempDir() + "/fifo";
  ASSERT_EQ(Shell("mkfifo " + fifo).value().exit_status, 0);
  const CommandOutput reader =
      Shell("cat " + fifo + " >" + fifo + ".end & echo $!").value();

  const Result<CommandOutput> output =
      Shell("exec 3>" + fifo + "; tail -f /dev/null >/dev/null; true",
            std::chrono::milliseconds(100));
  const CommandOutput waited =
      Shell("tail --pid=" + reader.out.substr(0, reader.out.find('\n')) +
            " -s 0.01 -f /dev/null")
          .value();

  EXPECT_EQ(output.error().kind, ErrorKind::kTimeout);
  EXPECT_EQ(waited.exit_status, 0);
}

TEST(CommandTest, WhatRunsOnInTheBackgroundIsNotWaitedFor) {
  // It holds stderr open; on stdout it would notice that nobody reads.
  const CommandOutput output =
      Shell("tail -f /dev/null >/dev/null & echo $!").value();

  const std::string pid = output.out.substr(0, output.out.find('\n'));
  EXPECT_EQ(Shell("kill " + pid).value().exit_status, 0);
}

}  // namespace
}  // namespace pdukit
