#include "tests/bench/child.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <system_error>

namespace pdukit::bench {
namespace {

[[noreturn]] void Throw(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

// In the child, before the program.
[[noreturn]] void Become(char* const* arguments, int out) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(open("/dev/null", O_RDWR), STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(STDIN_FILENO, STDERR_FILENO);
  execvp(arguments[0], arguments);
  _exit(127);
}

}  // namespace

Child::Child(const std::vector<std::string>& arguments,
             const std::map<std::string, std::string>& environment) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    Throw("pipe");
  }
  pid_ = fork();
  if (pid_ < 0) {
    Throw("fork");
  }
  if (pid_ == 0) {
    for (const auto& [name, value] : environment) {
      setenv(name.c_str(), value.c_str(), 1);
    }
    Become(pointers.data(), ends[1]);
  }
  close(ends[1]);
  out_ = ends[0];
}

Child::~Child() {
  kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
  close(out_);
}

std::string Child::ReadLine() {
  std::string line;
  char octet = 0;
  while (read(out_, &octet, 1) == 1 && octet != '\n') {
    line += octet;
  }
  return line;
}

std::chrono::nanoseconds Child::cpu() const {
  clockid_t clock{};
  timespec used{};
  if (clock_getcpuclockid(pid_, &clock) != 0 ||
      clock_gettime(clock, &used) != 0) {
    Throw("the program has ended");
  }
  return std::chrono::seconds(used.tv_sec) +
         std::chrono::nanoseconds(used.tv_nsec);
}

}  // namespace pdukit::bench
