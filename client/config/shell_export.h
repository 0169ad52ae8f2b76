#ifndef PDUKIT_CLIENT_CONFIG_SHELL_EXPORT_H_
#define PDUKIT_CLIENT_CONFIG_SHELL_EXPORT_H_

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/config/yaml_map.h"

namespace pdukit::client {

struct ShellMethod {
  std::string command{};
  std::string description{};
  std::chrono::milliseconds timeout{0};
};

// Commands of the lab, as Jumpstarter's jumpstarter_driver_shell says them.
struct ShellExport {
  std::map<std::string, ShellMethod> methods{};
  // What a command is handed to, as its next argument.
  std::vector<std::string> shell{"bash", "-c"};
  // Where the commands run; empty: where this process does.
  std::string directory{};

  bool Has(const std::string& method) const {
    return methods.find(method) != methods.end();
  }
};

// Reads the config of a Shell. As in Jumpstarter: methods is required, each of
// them a command or {command, description, timeout}; cwd, shell (bash -c) and
// timeout (300 s, for methods that have none of their own) are not. Fails with
// kParse.
Result<ShellExport> ParseShellExport(const YamlMap& config);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_SHELL_EXPORT_H_
