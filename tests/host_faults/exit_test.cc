// The test process ends while fakes live and clients ask: cleanly.

#include <chrono>
#include <cstdlib>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/command.h"

namespace pdukit {
namespace {

using ::testing::HasSubstr;

// Ends the program in this way so often.
void EndsCleanly(const std::string& how, int times) {
  for (int run = 0; run < times; ++run) {
    const Result<CommandOutput> output =
        RunCommand({"tests/host_faults/exiting_program", how}, "",
                   std::chrono::seconds(60));
    ASSERT_TRUE(output.ok()) << output.error();
    ASSERT_EQ(output->exit_status, 0) << "run " << run << ": " << output->err;
    ASSERT_EQ(output->err, "");
    ASSERT_THAT(output->out, HasSubstr("127.0.0.1:"));
  }
}

TEST(ExitTest, WithAGlobalPdu) {
  setenv("PDUKIT_GLOBAL", "1", 1);

  EndsCleanly("global", 5);

  unsetenv("PDUKIT_GLOBAL");
}

TEST(ExitTest, WithAPduInAFunction) { EndsCleanly("static", 5); }

TEST(ExitTest, ByExitWhileAPduLives) { EndsCleanly("exit", 5); }

TEST(ExitTest, ByQuickExitWhileAPduLives) { EndsCleanly("quick", 5); }

// What may go wrong there goes wrong seldom.
TEST(ExitTest, WhileThreadsAsk) { EndsCleanly("threads", 40); }

}  // namespace
}  // namespace pdukit
