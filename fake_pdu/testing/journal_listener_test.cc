#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/command.h"

namespace pdukit {
namespace {

using ::testing::HasSubstr;

TEST(JournalListenerTest, AFailedTestShowsAndKeepsTheJournal) {
  setenv("TEST_UNDECLARED_OUTPUTS_DIR", ::testing::TempDir().c_str(), 1);

  const CommandOutput output = RunCommand({"fake_pdu/testing/failing_program"},
                                          "", std::chrono::seconds(30))
                                   .value();

  EXPECT_EQ(output.exit_status, 1);
  EXPECT_THAT(output.out, HasSubstr("Journal of AP7900 (AP7900 at 127.0.0.1:"));
  std::ifstream file(::testing::TempDir() + "/FailingTest.Fails.journal.txt");
  const std::string kept{std::istreambuf_iterator<char>(file), {}};
  EXPECT_THAT(kept, HasSubstr("nothing was received"));
}

}  // namespace
}  // namespace pdukit
