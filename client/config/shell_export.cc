#include "client/config/shell_export.h"

#include <utility>

#include <fmt/format.h>

#include "client/config/driver_keys.h"

namespace pdukit::client {
namespace {

constexpr std::chrono::seconds kDefaultTimeout{300};
constexpr double kMaxTimeoutSeconds = 24 * 3600;

Result<std::chrono::milliseconds> ReadTimeout(
    const YamlMap& map, std::chrono::milliseconds otherwise) {
  Result<std::optional<double>> seconds = map.PositiveNumber("timeout");
  if (!seconds.ok()) {
    return seconds.error();
  }
  if (!seconds->has_value()) {
    return otherwise;
  }
  if (**seconds > kMaxTimeoutSeconds) {
    return map.ErrorAt("timeout", fmt::format("timeout must be at most {} "
                                              "seconds",
                                              kMaxTimeoutSeconds));
  }
  return std::chrono::ceil<std::chrono::milliseconds>(
      std::chrono::duration<double>(**seconds));
}

Result<ShellMethod> ReadMethodMap(const YamlMap& methods,
                                  const std::string& name,
                                  std::chrono::milliseconds timeout) {
  Result<YamlMap> map = methods.Map(name, "method '" + name + "'");
  if (!map.ok()) {
    return map.error();
  }
  if (Result<void> known =
          map->AllowOnly({"command", "description", "timeout"});
      !known.ok()) {
    return known.error();
  }
  Result<std::optional<std::string>> command = map->Text("command");
  Result<std::optional<std::string>> description = map->Text("description");
  Result<std::chrono::milliseconds> own_timeout = ReadTimeout(*map, timeout);
  if (!command.ok()) {
    return command.error();
  }
  if (!description.ok()) {
    return description.error();
  }
  if (!own_timeout.ok()) {
    return own_timeout.error();
  }
  return ShellMethod{command->value_or(""), description->value_or(""),
                     *own_timeout};
}

Result<ShellMethod> ReadMethod(const YamlMap& methods,
                               const YamlMap::Entry& entry,
                               std::chrono::milliseconds timeout) {
  ShellMethod method{"", "", timeout};
  if (entry.value.IsMap()) {
    Result<ShellMethod> read = ReadMethodMap(methods, entry.key, timeout);
    if (!read.ok()) {
      return read;
    }
    method = *read;
  } else if (entry.value.IsScalar()) {
    method.command = entry.value.Scalar();
  }
  if (method.command.find_first_not_of(" \t\n") == std::string::npos) {
    return methods.ErrorAt(
        entry.key,
        fmt::format("method '{}' needs a command; allowed: a text, or a "
                    "mapping of command, description, timeout",
                    entry.key));
  }
  return method;
}

Result<void> ReadMethods(const YamlMap& config,
                         std::chrono::milliseconds timeout,
                         ShellExport& result) {
  Result<YamlMap> methods = config.Map("methods", "methods");
  if (!methods.ok()) {
    return methods.error();
  }
  if (methods->entries().empty()) {
    return config.ErrorAt("methods",
                          "methods is missing; name at least one, such as on, "
                          "off or read, with its command");
  }
  for (const YamlMap::Entry& entry : methods->entries()) {
    Result<ShellMethod> method = ReadMethod(*methods, entry, timeout);
    if (!method.ok()) {
      return method.error();
    }
    result.methods[entry.key] = *std::move(method);
  }
  return {};
}

}  // namespace

Result<ShellExport> ParseShellExport(const YamlMap& config) {
  if (Result<void> known = config.AllowOnly(
          WithDriverKeys({"methods", "cwd", "shell", "timeout"}));
      !known.ok()) {
    return known.error();
  }
  Result<std::optional<std::string>> directory = config.Text("cwd");
  Result<std::vector<std::string>> shell = config.TextList("shell");
  Result<std::chrono::milliseconds> timeout =
      ReadTimeout(config, kDefaultTimeout);
  if (!directory.ok()) {
    return directory.error();
  }
  if (!shell.ok()) {
    return shell.error();
  }
  if (!timeout.ok()) {
    return timeout.error();
  }
  ShellExport result;
  result.directory = directory->value_or("");
  if (!shell->empty()) {
    result.shell = *std::move(shell);
  }
  if (Result<void> read = ReadMethods(config, *timeout, result); !read.ok()) {
    return read.error();
  }
  return result;
}

}  // namespace pdukit::client
