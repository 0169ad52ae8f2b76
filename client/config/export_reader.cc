#include "client/config/export_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/config/gpio_export.h"
#include "client/config/shell_export.h"
#include "client/config/snmp_export.h"

namespace pdukit::client {
namespace {

constexpr char kSnmpType[] = "jumpstarter_driver_snmp.driver.SNMPServer";
constexpr char kShellType[] = "jumpstarter_driver_shell.driver.Shell";
constexpr char kGpioType[] = "jumpstarter_driver_gpiod.driver.PowerSwitch";
constexpr char kMockPowerType[] = "jumpstarter_driver_power.driver.MockPower";

// Aliases can make a file contain itself.
constexpr int kMaxDepth = 16;
// And, with several in each, stand for any number of exports.
constexpr std::size_t kMaxExports = 10000;

// Turns the tree of exports into a list.
class ExportReader {
 public:
  explicit ExportReader(const FallbackSecrets& secrets) : secrets_(secrets) {}

  Result<void> ReadAll(const YamlMap& map, const std::string& prefix,
                       int depth) {
    for (const YamlMap::Entry& entry : map.entries()) {
      const std::string name = prefix + entry.key;
      Result<YamlMap> body = map.Map(entry.key, "export '" + name + "'");
      if (!body.ok()) {
        return body.error();
      }
      if (depth > kMaxDepth) {
        return map.ErrorAt(entry.key, "exports are nested too deep");
      }
      if (exports_.size() == kMaxExports) {
        return map.ErrorAt(entry.key, fmt::format("there are more than {} "
                                                  "exports",
                                                  kMaxExports));
      }
      if (Result<void> read = ReadOne(*body, name, depth); !read.ok()) {
        return read;
      }
    }
    return {};
  }

  std::vector<Export>& exports() { return exports_; }

 private:
  Result<void> ReadOne(const YamlMap& body, const std::string& name,
                       int depth) {
    if (Result<void> known = body.RefuseMisspelt(
            {"type", "config", "children", "ref", "default", "description",
             "methods_description", "runtime", "client"});
        !known.ok()) {
      return known;
    }
    if (!body.Has("type") && !body.Has("ref") && !body.Has("children")) {
      return body.ErrorAt(
          "type", fmt::format("export '{}' has no type; allowed: type with "
                              "config and children, children alone, or ref",
                              name));
    }
    Result<Export> read = ReadExport(body, name);
    if (!read.ok()) {
      return read.error();
    }
    exports_.push_back(*std::move(read));

    Result<YamlMap> children = body.Map("children", "children");
    if (!children.ok()) {
      return children.error();
    }
    return ReadAll(*children, name + ".", depth + 1);
  }

  Result<Export> ReadExport(const YamlMap& body, const std::string& name) {
    Result<std::optional<std::string>> type = body.Text("type");
    Result<std::optional<std::string>> reference = body.Text("ref");
    Result<std::optional<bool>> is_default = body.Flag("default");
    if (!type.ok()) {
      return type.error();
    }
    if (!reference.ok()) {
      return reference.error();
    }
    if (!is_default.ok()) {
      return is_default.error();
    }
    Export result{name, type->value_or(""), is_default->value_or(false)};
    if (result.is_default && std::exchange(has_default_, true)) {
      return body.ErrorAt("default", "only one export can be the default");
    }
    if (result.type.empty() && reference->has_value()) {
      result.config = ReferenceExport{**reference};
      return result;
    }
    return ReadConfig(body, std::move(result));
  }

  Result<Export> ReadConfig(const YamlMap& body, Export result) {
    if (result.type == kMockPowerType) {
      result.config = MockPowerExport{};
      return result;
    }
    // An export without config lacks what its type requires: say it there.
    Result<YamlMap> config =
        body.Map("config", "the config of '" + result.name + "'");
    const auto put = [&](auto parsed) -> Result<Export> {
      if (!parsed.ok()) {
        return parsed.error();
      }
      result.config = *std::move(parsed);
      return result;
    };
    if (result.type == kSnmpType) {
      return config.ok() ? put(ParseSnmpExport(*config, secrets_))
                         : config.error();
    }
    if (result.type == kShellType) {
      return config.ok() ? put(ParseShellExport(*config)) : config.error();
    }
    if (result.type == kGpioType) {
      return config.ok() ? put(ParseGpioExport(*config)) : config.error();
    }
    return result;
  }

  const FallbackSecrets& secrets_;
  std::vector<Export> exports_;
  bool has_default_ = false;
};

Result<void> RequireValue(const YamlMap& file, const std::string& key,
                          const std::string& value) {
  Result<std::optional<std::string>> text = file.Text(key);
  if (!text.ok()) {
    return text.error();
  }
  if (text->value_or(value) != value) {
    return file.ErrorAt(key, fmt::format("{} '{}' is not known; allowed: {}",
                                         key, **text, value));
  }
  return {};
}

}  // namespace

Result<std::vector<Export>> ReadExports(const YamlMap& file,
                                        const FallbackSecrets& secrets) {
  const YamlMap::Names keys = {
      "apiVersion", "kind",  "metadata",        "endpoint",
      "tls",        "token", "grpcOptions",     "description",
      "export",     "hooks", "failureDetection"};
  for (const auto& checked :
       {RequireValue(file, "apiVersion", "jumpstarter.dev/v1alpha1"),
        RequireValue(file, "kind", "ExporterConfig"),
        file.RefuseMisspelt(keys)}) {
    if (!checked.ok()) {
      return checked.error();
    }
  }
  if (!file.Has("export")) {
    return file.ErrorAt("export", fmt::format("there is no export; allowed: {}",
                                              fmt::join(keys, ", ")));
  }
  Result<YamlMap> exports = file.Map("export", "export");
  if (!exports.ok()) {
    return exports.error();
  }
  ExportReader reader(secrets);
  if (Result<void> read = reader.ReadAll(*exports, "", 0); !read.ok()) {
    return read.error();
  }
  return std::move(reader.exports());
}

}  // namespace pdukit::client
