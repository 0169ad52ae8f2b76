#include "client/cli/secrets.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

#include "base/secrets.h"

namespace pdukit::client {
namespace {

// A terminal that hands over each key as it is pressed and shows none, for as
// long as this lives.
class SilentTerminal {
 public:
  SilentTerminal() : fd_(open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (fd_ < 0 || tcgetattr(fd_, &before_) != 0) {
      return;
    }
    termios silent = before_;
    silent.c_lflag &= static_cast<tcflag_t>(~(ECHO | ICANON | ISIG));
    ok_ = tcsetattr(fd_, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (ok_) {
      tcsetattr(fd_, TCSAFLUSH, &before_);
    }
    if (fd_ >= 0) {
      close(fd_);
    }
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

  bool ok() const { return ok_; }

  void Write(const std::string& text) const {
    // A prompt that cannot be shown is no reason not to read the answer.
    [[maybe_unused]] const ssize_t written =
        write(fd_, text.data(), text.size());
  }

  // The next key; 0 at the end of the input.
  char ReadKey() const {
    char key = 0;
    ssize_t count = 0;
    while ((count = read(fd_, &key, 1)) < 0 && errno == EINTR) {
    }
    return count == 1 ? key : '\0';
  }

  char erase() const { return static_cast<char>(before_.c_cc[VERASE]); }
  char kill() const { return static_cast<char>(before_.c_cc[VKILL]); }
  bool Ends(char key) const {
    return key == '\0' || key == static_cast<char>(before_.c_cc[VINTR]) ||
           key == static_cast<char>(before_.c_cc[VEOF]);
  }

 private:
  int fd_;
  termios before_{};
  bool ok_ = false;
};

}  // namespace

void HideSecrets(int argc, char** argv) {
  KeepMemoryPrivate();
  HideArguments(argc, argv,
                {{"--community", "--auth-key", "--priv-key"}, "cAX"});
  for (const char* variable :
       {"POWER_COMMUNITY", "POWER_AUTH_KEY", "POWER_PRIV_KEY"}) {
    HideVariable(variable);
  }
}

Result<std::string> AskSecret(const std::string& prompt) {
  const SilentTerminal terminal;
  if (!terminal.ok()) {
    return Error{ErrorKind::kSystem, "there is no terminal to ask on"};
  }
  terminal.Write(prompt);
  std::string secret;
  char key = terminal.ReadKey();
  while (key != '\n' && key != '\r') {
    if (terminal.Ends(key)) {
      terminal.Write("\n");
      return Error{ErrorKind::kCancelled, "no key was given"};
    }
    if (key == terminal.erase() || key == '\b') {
      if (!secret.empty()) {
        secret.pop_back();
      }
    } else if (key == terminal.kill()) {
      secret.clear();
    } else {
      secret += key;
    }
    key = terminal.ReadKey();
  }
  terminal.Write("\n");
  return secret;
}

}  // namespace pdukit::client
