#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "client/cli/context.h"
#include "client/cli/interrupt.h"
#include "client/cli/run.h"
#include "client/cli/secrets.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + std::min(argc, 1),
                                           argv + argc);
  pdukit::client::HideSecrets(argc, argv);

  pdukit::client::Context context{.out = std::cout, .err = std::cerr};
  context.err_is_terminal = isatty(STDERR_FILENO) == 1;
  context.variable = [](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
  if (isatty(STDIN_FILENO) == 1) {
    context.ask = pdukit::client::AskSecret;
  }
  context.pause = pdukit::client::PauseUnlessInterrupted;
  return pdukit::client::Run(arguments, context);
}
