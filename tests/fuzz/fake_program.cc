#include "tests/fuzz/fake_program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "tests/fuzz/fuzz_target.h"

extern char** environ;

namespace pdukit::fuzz {
namespace {

// Up to the end of the first line.
std::string ReadLine(int pipe) {
  std::string line;
  char octet = 0;
  while (read(pipe, &octet, 1) == 1 && octet != '\n') {
    line += octet;
  }
  return line;
}

}  // namespace

FakeProgram::FakeProgram(const std::string& path,
                         std::vector<std::string> arguments,
                         const std::string& log) {
  std::array<int, 2> pipe{};
  Require(pipe2(pipe.data(), O_CLOEXEC) == 0, "there is a pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(),
                                   O_CREAT | O_TRUNC | O_WRONLY, 0644);
  arguments.insert(arguments.begin(), path);
  std::vector<char*> argv;
  for (std::string& argument : arguments) {
    argv.push_back(argument.data());
  }
  argv.push_back(nullptr);
  const int result = posix_spawn(&process_, path.c_str(), &actions, nullptr,
                                 argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(pipe[1]);
  Require(result == 0, path + " can be started");
  const std::string line = ReadLine(pipe[0]);
  close(pipe[0]);
  address_ = line.substr(0, line.find(' '));
  Require(!address_.empty(), path + " says where it answers");
}

FakeProgram::~FakeProgram() {
  if (process_ > 0) {
    Stop();
  }
}

std::uint16_t FakeProgram::port() const {
  return static_cast<std::uint16_t>(
      std::stoul(address_.substr(address_.rfind(':') + 1)));
}

std::uint64_t FakeProgram::lost() const {
  std::ostringstream port_text;
  port_text << ':' << std::uppercase << std::hex << port();
  // proc(5): the second word is the address, the last one the drops.
  std::ifstream table("/proc/net/udp");
  for (std::string line; std::getline(table, line);) {
    std::istringstream in(line);
    const std::vector<std::string> words{std::istream_iterator<std::string>(in),
                                         {}};
    const std::string& local = words.at(1);
    if (local.substr(std::min(local.find(':'), local.size())) ==
        port_text.str()) {
      return std::stoull(words.back());
    }
  }
  return 0;
}

int FakeProgram::Stop() {
  const pid_t process = std::exchange(process_, -1);
  kill(process, SIGTERM);
  int status = 0;
  waitpid(process, &status, 0);
  constexpr int kSignalled = 128;
  return WIFEXITED(status) ? WEXITSTATUS(status)
                           : kSignalled + WTERMSIG(status);
}

}  // namespace pdukit::fuzz
