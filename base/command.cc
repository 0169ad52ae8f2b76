#include "base/command.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace pdukit {
namespace {

constexpr std::size_t kMaxOutput = 65536;
constexpr int kExecFailed = 127;

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { Close(); }

  int get() const { return fd_; }
  void Close() {
    if (fd_ >= 0) {
      close(std::exchange(fd_, -1));
    }
  }

 private:
  int fd_ = -1;
};

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Error SystemError(const std::string& what, int error) {
  return {ErrorKind::kSystem,
          fmt::format("{}: {}", what, std::strerror(error))};
}

Result<Pipe> MakePipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    return SystemError("no pipe for a command", errno);
  }
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

// What the child needs between fork and exec, made before: from then on only
// async-signal-safe calls are allowed, since other threads may hold locks.
struct Start {
  std::vector<char*> arguments;
  const char* directory;
  int out;
  int err;
  int failure;  // Takes errno if the program cannot be run.
};

[[noreturn]] void RunChild(const Start& start) {
  setpgid(0, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const int null = open("/dev/null", O_RDONLY);
  const bool ready = null >= 0 && dup2(null, STDIN_FILENO) >= 0 &&
                     dup2(start.out, STDOUT_FILENO) >= 0 &&
                     dup2(start.err, STDERR_FILENO) >= 0 &&
                     (*start.directory == '\0' || chdir(start.directory) == 0);
  if (ready) {
    execvp(start.arguments.front(), start.arguments.data());
  }
  const int error = errno;
  if (write(start.failure, &error, sizeof error) < 0) {
    _exit(kExecFailed);
  }
  _exit(kExecFailed);
}

// A child process, killed with its group and reaped unless it has ended.
class Child {
 public:
  explicit Child(pid_t pid)
      : pid_(pid), handle_(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))) {}
  ~Child() {
    if (pid_ > 0) {
      kill(-pid_, SIGKILL);
      Reap();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Readable once the process has ended.
  int handle() const { return handle_.get(); }

  int Reap() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t pid_;
  Descriptor handle_;
};

// Appends what is there, up to the limit; false at the end of the stream.
bool ReadSome(int fd, std::string& text) {
  std::array<char, 4096> buffer{};
  const ssize_t count = read(fd, buffer.data(), buffer.size());
  if (count <= 0) {
    return count < 0 && (errno == EINTR || errno == EAGAIN);
  }
  const std::size_t room = kMaxOutput - std::min(kMaxOutput, text.size());
  text.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
  return true;
}

// The rest of what an ended process wrote. Others may still hold the stream
// open, and write on: what the pipe holds now is enough.
void Drain(int fd, std::string& text) {
  fcntl(fd, F_SETFL, O_NONBLOCK);
  while (text.size() < kMaxOutput) {
    const std::size_t before = text.size();
    if (!ReadSome(fd, text) || text.size() == before) {
      return;
    }
  }
}

// Collects output until the process has ended; false if time ran out first.
bool WaitForEnd(const Child& child, int out, int err,
                std::chrono::milliseconds timeout, CommandOutput& output) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  std::array<pollfd, 3> polled{pollfd{child.handle(), POLLIN, 0},
                               pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      return false;
    }
    if (poll(polled.data(), polled.size(), static_cast<int>(left.count())) <
        0) {
      continue;  // EINTR; nothing else can happen here.
    }
    if (polled[1].revents != 0 && !ReadSome(out, output.out)) {
      polled[1].fd = -1;
    }
    if (polled[2].revents != 0 && !ReadSome(err, output.err)) {
      polled[2].fd = -1;
    }
    if (polled[0].revents != 0) {
      return true;
    }
  }
}

// Starts the program; fails if exec did. `pipes` are stdout, stderr, and the
// one that a failed exec reports through; their write ends are closed.
Result<pid_t> Spawn(const std::vector<std::string>& arguments,
                    const std::string& directory, std::array<Pipe, 3>& pipes) {
  std::vector<std::string> copies = arguments;
  Start start{{},
              directory.c_str(),
              pipes[0].write.get(),
              pipes[1].write.get(),
              pipes[2].write.get()};
  for (std::string& argument : copies) {
    start.arguments.push_back(argument.data());
  }
  start.arguments.push_back(nullptr);

  const pid_t pid = fork();
  if (pid < 0) {
    return SystemError("no process for a command", errno);
  }
  if (pid == 0) {
    RunChild(start);
  }
  // In both processes, since either may come first.
  setpgid(pid, pid);
  for (Pipe& pipe : pipes) {
    pipe.write.Close();
  }
  return pid;
}

// Ends without a byte when exec succeeds, else holds its errno.
int ReadFailure(int fd) {
  int error = 0;
  while (read(fd, &error, sizeof error) < 0 && errno == EINTR) {
  }
  return error;
}

}  // namespace

Result<CommandOutput> RunCommand(const std::vector<std::string>& arguments,
                                 const std::string& directory,
                                 std::chrono::milliseconds timeout) {
  std::array<Pipe, 3> pipes;
  for (Pipe& pipe : pipes) {
    Result<Pipe> made = MakePipe();
    if (!made.ok()) {
      return made.error();
    }
    pipe = *std::move(made);
  }
  Result<pid_t> pid = Spawn(arguments, directory, pipes);
  if (!pid.ok()) {
    return pid.error();
  }
  Child child(*pid);
  if (child.handle() < 0) {
    return SystemError("a command cannot be watched", errno);
  }
  if (const int error = ReadFailure(pipes[2].read.get()); error != 0) {
    const std::string where = directory.empty() ? "" : " in " + directory;
    return SystemError(arguments.front() + " cannot be run" + where, error);
  }

  const int out = pipes[0].read.get();
  const int err = pipes[1].read.get();
  CommandOutput output;
  if (!WaitForEnd(child, out, err, timeout, output)) {
    return Error{ErrorKind::kTimeout,
                 fmt::format("the command did not end in {} s and was killed",
                             std::chrono::duration<double>(timeout).count())};
  }
  Drain(out, output.out);
  Drain(err, output.err);
  output.exit_status = child.Reap();
  return output;
}

}  // namespace pdukit
