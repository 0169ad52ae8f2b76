// The program as a process: what others see of it, signals, the terminal.

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pty.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A device that never answers.
class MuteDevice {
 public:
  MuteDevice() : socket_(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(bind(socket_, generic, size), 0);
    EXPECT_EQ(getsockname(socket_, generic, &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~MuteDevice() { close(socket_); }
  MuteDevice(const MuteDevice&) = delete;
  MuteDevice& operator=(const MuteDevice&) = delete;

  std::string endpoint() const { return "127.0.0.1:" + std::to_string(port_); }

  // Waits for the next datagram.
  std::string Receive() const {
    std::array<char, 2048> buffer{};
    const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
    return {buffer.data(),
            static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
  }

 private:
  int socket_;
  int port_ = 0;
};

// The program, with its stdin, stdout and stderr on a terminal of its own.
class Power {
 public:
  explicit Power(std::vector<std::string> arguments,
                 const std::string& community = "") {
    arguments.insert(arguments.begin(), "client/cli/power");
    std::vector<char*> argv;
    for (std::string& argument : arguments) {
      argv.push_back(argument.data());
    }
    argv.push_back(nullptr);
    pid_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (pid_ == 0) {
      setenv("POWER_COMMUNITY", community.c_str(), 1);
      execv(argv.front(), argv.data());
      _exit(127);
    }
  }
  ~Power() {
    if (pid_ > 0) {
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
    close(terminal_);
  }
  Power(const Power&) = delete;
  Power& operator=(const Power&) = delete;

  // Reads what it shows until `end` has come; all of it if that never comes.
  std::string ReadUntil(const std::string& end) const {
    std::string text;
    char c = 0;
    while (text.find(end) == std::string::npos && read(terminal_, &c, 1) == 1) {
      text += c;
    }
    return text;
  }

  void Type(const std::string& keys) const {
    EXPECT_EQ(write(terminal_, keys.data(), keys.size()),
              static_cast<ssize_t>(keys.size()));
  }

  void Signal(int signal) const { kill(pid_, signal); }

  // What /proc shows of it: "cmdline", "environ".
  std::string Shown(const std::string& file) const {
    std::ifstream in("/proc/" + std::to_string(pid_) + '/' + file);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // Waits for its end; -1 if a signal ended it.
  int ExitStatus() {
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = -1;
  int terminal_ = -1;
};

TEST(PowerProcessTest, SecretIsUsedButDoesNotStayInTheListOfProcesses) {
  const MuteDevice device;
  const Power power({"--host", device.endpoint(), "--outlet", "3",
                     "--community", "hunter22", "status"});

  const std::string request = device.Receive();
  const std::string shown = power.Shown("cmdline");

  EXPECT_THAT(request, HasSubstr("hunter22"));
  EXPECT_THAT(shown, HasSubstr("--community"));
  EXPECT_THAT(shown, Not(HasSubstr("hunter22")));
}

// Nobody but root can read it at all.
TEST(PowerProcessTest, SecretOfTheEnvironmentIsUsedButDoesNotShow) {
  const MuteDevice device;
  const Power power({"--host", device.endpoint(), "--outlet", "3", "status"},
                    "hunter22");

  const std::string request = device.Receive();

  EXPECT_THAT(request, HasSubstr("hunter22"));
  EXPECT_THAT(power.Shown("environ"), Not(HasSubstr("hunter22")));
}

TEST(PowerProcessTest, MissingKeyIsAskedForWithoutShowingIt) {
  const MuteDevice device;
  const Power power({"--host", device.endpoint(), "--outlet", "3", "--user",
                     "u", "--auth-protocol", "SHA", "status", "--timeout",
                     "0.01"});

  const std::string prompt = power.ReadUntil("a key: ");
  power.Type("hunter2x\b2\r");
  device.Receive();
  const std::string rest = power.ReadUntil("no such text");

  EXPECT_EQ(prompt, "--auth-protocol SHA needs a key: ");
  EXPECT_THAT(rest, HasSubstr(device.endpoint()));
  EXPECT_THAT(rest, Not(HasSubstr("hunter")));
}

TEST(PowerProcessTest, PromptCanBeLeft) {
  Power power({"--host", "127.0.0.1:9", "--outlet", "3", "--user", "u",
               "--auth-protocol", "SHA", "status"});

  power.ReadUntil("a key: ");
  power.Type("abc\x03");
  const std::string rest = power.ReadUntil("no such text");

  EXPECT_THAT(rest, HasSubstr("no key was given"));
  EXPECT_EQ(power.ExitStatus(), 1);
}

TEST(PowerProcessTest, EndlessReadEndsCleanlyOnInterrupt) {
  const std::string file = ::testing::TempDir() + "/exporter.yaml";
  std::ofstream(file)
      << "export: {m: {type: jumpstarter_driver_power.driver.MockPower}}\n";
  Power power({"--config", file, "read", "-n", "0", "-i", "3600"});

  const std::string line = power.ReadUntil("VA\r\n");
  power.Signal(SIGINT);

  EXPECT_THAT(line, HasSubstr("voltage=0.0 V"));
  EXPECT_EQ(power.ExitStatus(), 0);
}

}  // namespace
}  // namespace pdukit::client
