#include "base/secrets.h"

#include <sys/prctl.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string>

namespace pdukit {
namespace {

// Where the value begins in an argument that is an option with a secret: at its
// end if the next argument is the value. 0 for other arguments.
std::size_t SecretStart(std::string_view argument,
                        const SecretOptions& options) {
  for (const std::string_view name : options.names) {
    if (argument == name) {
      return argument.size();
    }
    if (argument.substr(0, name.size()) == name &&
        argument[name.size()] == '=') {
      return name.size() + 1;
    }
  }
  if (argument.size() < 2 || argument[0] != '-') {
    return 0;
  }
  // "-hA": the one flag that is a letter may stand before it.
  const std::size_t letter = argument.find_first_not_of('h', 1);
  const bool secret =
      letter != std::string_view::npos &&
      options.letters.find(argument[letter]) != std::string_view::npos;
  return secret ? letter + 1 : 0;
}

// One sign whatever the length, which is a secret too.
void Overwrite(char* secret) {
  const std::size_t length = std::strlen(secret);
  std::memset(secret, 0, length);
  if (length > 0) {
    *secret = '*';
  }
}

}  // namespace

void HideArguments(int argc, char** argv, const SecretOptions& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const std::size_t value = SecretStart(argument, options);
    if (value == 0) {
      continue;
    }
    if (value < argument.size()) {
      Overwrite(argv[i] + value);
    } else if (argument.back() != '=' && i + 1 < argc) {
      Overwrite(argv[++i]);
    }
  }
}

void HideVariable(const char* name) {
  char* const shown = std::getenv(name);
  if (shown == nullptr) {
    return;
  }
  const std::string value = shown;
  Overwrite(shown);
  setenv(name, value.c_str(), 1);
}

void KeepMemoryPrivate() { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

}  // namespace pdukit
