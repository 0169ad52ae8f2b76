// A program that is told secrets leaves no core dump, however it ends.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pdukit {
namespace {

// Whether the program leaves one when it is aborted after its first output.
bool LeavesCoreDump(std::vector<std::string> command) {
  const std::string directory = ::testing::TempDir();
  command.front() = std::filesystem::absolute(command.front());
  std::vector<char*> argv;
  for (std::string& word : command) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  std::array<int, 2> output{};
  EXPECT_EQ(pipe(output.data()), 0);
  const pid_t pid = fork();
  if (pid == 0) {
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
    dup2(output[1], STDOUT_FILENO);
    // Where it would be left.
    if (chdir(directory.c_str()) != 0) {
      _exit(126);
    }
    execv(argv.front(), argv.data());
    _exit(127);
  }
  close(output[1]);
  char first = 0;
  EXPECT_EQ(read(output[0], &first, 1), 1) << command.front() << " is mute";
  kill(pid, SIGABRT);
  int status = 0;
  waitpid(pid, &status, 0);
  close(output[0]);
  EXPECT_TRUE(WIFSIGNALED(status)) << command.front() << " ended by itself";
  return WCOREDUMP(status);
}

class CoreDumpTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!LeavesCoreDump({"/bin/sh", "-c", "echo; exec sleep 3600"})) {
      GTEST_SKIP() << "nothing leaves a core dump on this machine";
    }
  }
};

TEST_F(CoreDumpTest, FakePduLeavesNone) {
  EXPECT_FALSE(
      LeavesCoreDump({"fake_pdu/standalone/fake_pdu", "--model", "AP7900",
                      "--v3-user", "alice:SHA:alices-auth-key"}));
}

TEST_F(CoreDumpTest, PowerLeavesNone) {
  const std::string file = ::testing::TempDir() + "/exporter.yaml";
  std::ofstream(file)
      << "export: {m: {type: jumpstarter_driver_power.driver.MockPower}}\n";

  EXPECT_FALSE(LeavesCoreDump(
      {"client/cli/power", "--config", file, "read", "-n", "0", "-i", "3600"}));
}

}  // namespace
}  // namespace pdukit
