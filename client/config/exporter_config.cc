#include "client/config/exporter_config.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace pdukit::client {
namespace {

constexpr char kSnmpType[] = "jumpstarter_driver_snmp.driver.SNMPServer";
constexpr char kShellType[] = "jumpstarter_driver_shell.driver.Shell";
constexpr char kMockPowerType[] = "jumpstarter_driver_power.driver.MockPower";

// Aliases can make a file contain itself.
constexpr int kMaxDepth = 16;

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
    if (result.type != kSnmpType && result.type != kShellType) {
      return result;
    }
    // An export without config lacks what its type requires: say it there.
    Result<YamlMap> config =
        body.Map("config", "the config of '" + result.name + "'");
    if (!config.ok()) {
      return config.error();
    }
    if (result.type == kSnmpType) {
      Result<SnmpExport> snmp = ParseSnmpExport(*config, secrets_);
      if (!snmp.ok()) {
        return snmp.error();
      }
      result.config = *std::move(snmp);
      return result;
    }
    Result<ShellExport> shell = ParseShellExport(*config);
    if (!shell.ok()) {
      return shell.error();
    }
    result.config = *std::move(shell);
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

Result<std::vector<Export>> ReadFile(const YamlMap& file,
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

std::string Names(const std::vector<const Export*>& exports) {
  std::vector<std::string> names;
  for (const Export* e : exports) {
    names.push_back(e->name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

bool Export::IsPower() const {
  if (const auto* shell = std::get_if<ShellExport>(&config)) {
    return shell->Has("on") || shell->Has("off");
  }
  if (!std::holds_alternative<OtherExport>(config)) {
    return !std::holds_alternative<ReferenceExport>(config);
  }
  // Jumpstarter's drivers for power say so in the name of their class
  // (HttpPower, TasmotaPower, PowerSwitch, ...), but for a few. They count
  // although they cannot be used: else a command meant for one would go to
  // another.
  const std::string class_name = type.substr(type.rfind('.') + 1);
  return class_name.find("Power") != std::string::npos ||
         class_name == "Ykush" || class_name == "EnerGenie";
}

Result<ExporterConfig> ExporterConfig::Load(const std::string& path,
                                            const FallbackSecrets& secrets) {
  std::ifstream in(path);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) {
    const int error = errno;
    return Error{
        error == ENOENT ? ErrorKind::kNotFound : ErrorKind::kSystem,
        fmt::format("{} cannot be read: {}", path,
                    error == 0 ? "it is empty" : std::strerror(error))};
  }
  return Parse(path, text.str(), secrets);
}

Result<ExporterConfig> ExporterConfig::Parse(const std::string& file,
                                             const std::string& text,
                                             const FallbackSecrets& secrets) {
  Result<YAML::Node> document = YamlMap::LoadText(file, text);
  if (!document.ok()) {
    return document.error();
  }
  Result<YamlMap> map = YamlMap::Of(file, *document, "an exporter file");
  if (!map.ok()) {
    return map.error();
  }
  Result<std::vector<Export>> exports = ReadFile(*map, secrets);
  if (!exports.ok()) {
    return exports.error();
  }
  ExporterConfig config;
  config.file_ = file;
  config.exports_ = *std::move(exports);
  return config;
}

Result<const Export*> ExporterConfig::Find(const std::string& name) const {
  std::string wanted = name;
  for (std::size_t step = 0; step <= exports_.size(); ++step) {
    const Export* found = nullptr;
    for (const Export& candidate : exports_) {
      if (candidate.name == wanted) {
        found = &candidate;
      }
    }
    if (found == nullptr) {
      std::vector<const Export*> all;
      for (const Export& candidate : exports_) {
        all.push_back(&candidate);
      }
      return Error{ErrorKind::kNotFound,
                   fmt::format("{} has no export '{}'", file_, wanted),
                   all.empty() ? "it has none at all"
                               : fmt::format("it has {}", Names(all))};
    }
    const auto* reference = std::get_if<ReferenceExport>(&found->config);
    if (reference == nullptr) {
      return found;
    }
    wanted = reference->target;
  }
  return Error{ErrorKind::kNotFound,
               fmt::format("export '{}' of {} refers to itself", name, file_)};
}

Result<const Export*> ExporterConfig::Default() const {
  std::vector<const Export*> power;
  std::vector<const Export*> other_than_snmp;
  for (const Export& candidate : exports_) {
    if (candidate.is_default) {
      return Find(candidate.name);
    }
    if (!candidate.IsPower()) {
      continue;
    }
    power.push_back(&candidate);
    if (!std::holds_alternative<SnmpExport>(candidate.config)) {
      other_than_snmp.push_back(&candidate);
    }
  }
  if (other_than_snmp.size() == 1) {
    return other_than_snmp.front();
  }
  if (power.size() == 1) {
    return power.front();
  }
  if (power.empty()) {
    return Error{ErrorKind::kNotFound,
                 fmt::format("{} has no export that switches power", file_)};
  }
  return Error{
      ErrorKind::kNotFound,
      fmt::format("{} has no default among its power exports", file_),
      fmt::format("name one of {}, or mark one `default: true`", Names(power))};
}

}  // namespace pdukit::client
