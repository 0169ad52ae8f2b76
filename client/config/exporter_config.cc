#include "client/config/exporter_config.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "client/config/export_reader.h"
#include "client/config/yaml_map.h"

namespace pdukit::client {
namespace {

std::string Names(const std::vector<const Export*>& exports) {
  std::string names;
  for (const Export* named : exports) {
    names += (names.empty() ? "" : ", ") + named->name;
  }
  return names;
}

// Null if there is none.
const Export* FindByName(const std::vector<Export>& exports,
                         const std::string& name) {
  const auto found =
      std::find_if(exports.begin(), exports.end(),
                   [&](const Export& e) { return e.name == name; });
  return found == exports.end() ? nullptr : &*found;
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
  const Result<std::string> text = YamlMap::ReadFile(path);
  return text.ok() ? Parse(path, *text, secrets) : text.error();
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
  Result<std::vector<Export>> exports = ReadExports(*map, secrets);
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
    const Export* found = FindByName(exports_, wanted);
    if (found == nullptr) {
      return Missing(wanted);
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

Error ExporterConfig::Missing(const std::string& name) const {
  std::vector<const Export*> all(exports_.size());
  std::transform(exports_.begin(), exports_.end(), all.begin(),
                 [](const Export& e) { return &e; });
  return Error{ErrorKind::kNotFound,
               fmt::format("{} has no export '{}'", file_, name),
               all.empty() ? "it has none at all" : "it has " + Names(all)};
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
