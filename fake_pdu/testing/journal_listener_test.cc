#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/command.h"

namespace pdukit {
namespace {

using ::testing::HasSubstr;

CommandOutput RunFailingProgram(const std::string& outputs) {
  setenv("TEST_UNDECLARED_OUTPUTS_DIR", outputs.c_str(), 1);
  return RunCommand({"fake_pdu/testing/failing_program"}, "",
                    std::chrono::seconds(30))
      .value();
}

TEST(JournalListenerTest, AFailedTestShowsAndKeepsTheJournal) {
  const CommandOutput output = RunFailingProgram(::testing::TempDir());

  EXPECT_EQ(output.exit_status, 1);
  EXPECT_THAT(output.out, HasSubstr("Journal of AP7900 (AP7900 at 127.0.0.1:"));
  std::ifstream file(::testing::TempDir() + "/FailingTest.Fails.journal.txt");
  const std::string kept{std::istreambuf_iterator<char>(file), {}};
  EXPECT_THAT(kept, HasSubstr("nothing was received"));
}

TEST(JournalListenerTest, WhereItCannotBeKeptItIsShownAllTheSame) {
  const std::string nowhere = ::testing::TempDir() + "/nowhere";

  const CommandOutput output = RunFailingProgram(nowhere);

  EXPECT_EQ(output.exit_status, 1);
  EXPECT_THAT(output.out, HasSubstr("Journal of AP7900 (AP7900 at 127.0.0.1:"));
  EXPECT_THAT(output.out,
              HasSubstr("The journal could not be kept in " + nowhere +
                        "/FailingTest.Fails.journal.txt: No such file"));
}

TEST(JournalListenerTest, AFullDiskIsNamed) {
  const std::string outputs = ::testing::TempDir() + "/full";
  std::filesystem::create_directory(outputs);
  std::filesystem::create_symlink("/dev/full",
                                  outputs + "/FailingTest.Fails.journal.txt");

  const CommandOutput output = RunFailingProgram(outputs);

  EXPECT_EQ(output.exit_status, 1);
  EXPECT_THAT(output.out, HasSubstr("could not be kept in " + outputs));
  EXPECT_THAT(output.out, HasSubstr("No space left on device"));
}

}  // namespace
}  // namespace pdukit
