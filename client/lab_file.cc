#include "client/lab_file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/config/yaml_map.h"
#include "client/endpoint.h"
#include "client/machine_pattern.h"

namespace pdukit::client {
namespace {

using OptionalText = std::optional<std::string>;

class LabReader {
 public:
  LabReader(const std::string& file, const Lab::Options& options)
      : options_(options) {
    lab_.file = file;
  }

  Result<LabFile> Read(const YAML::Node& document) {
    Result<YamlMap> map = YamlMap::Of(lab_.file, document, "a lab file");
    if (!map.ok()) {
      return map.error();
    }
    if (Result<void> known = map->AllowOnly({"pdus", "machines"});
        !known.ok()) {
      return known.error();
    }
    Result<YamlMap> pdus = map->Map("pdus", "pdus");
    Result<YamlMap> machines = map->Map("machines", "machines");
    if (!pdus.ok()) {
      return pdus.error();
    }
    if (!machines.ok()) {
      return machines.error();
    }
    for (const YamlMap::Entry& entry : pdus->entries()) {
      if (Result<void> read = ReadPdu(*pdus, entry.key); !read.ok()) {
        return read.error();
      }
    }
    for (const YamlMap::Entry& entry : machines->entries()) {
      if (Result<void> read = ReadMachine(*machines, entry); !read.ok()) {
        return read.error();
      }
    }
    if (lab_.machines.empty()) {
      return map->ErrorAt("machines",
                          "there is no machine; allowed: pdus, and machines "
                          "such as `web-1: rack4 2`");
    }
    return std::move(lab_);
  }

 private:
  Result<void> ReadPdu(const YamlMap& pdus, const std::string& name) {
    if (!IsMachineName(name)) {
      return pdus.ErrorAt(name, fmt::format("'{}' is no name for a PDU: no "
                                            "white space, [, ], * or comma",
                                            name));
    }
    Result<YamlMap> map = pdus.Map(name, fmt::format("PDU '{}'", name));
    if (!map.ok()) {
      return map.error();
    }
    YamlMap::Names keys = PduOptionKeys();
    keys.insert(keys.begin(), "host");
    if (Result<void> known = map->AllowOnly(keys); !known.ok()) {
      return known;
    }
    const Result<OptionalText> host = map->Text("host");
    if (!host.ok()) {
      return host.error();
    }
    if (host->value_or("").empty()) {
      return map->ErrorAt("host", fmt::format("PDU '{}' has no host", name));
    }
    if (Result<Endpoint> endpoint = Endpoint::Parse(**host); !endpoint.ok()) {
      return map->ErrorAt("host", endpoint.error().Text());
    }
    Result<SnmpPdu::Options> options =
        ReadPduOptions(*map, options_.pdu, Sources(*map));
    if (!options.ok()) {
      return options.error();
    }
    lab_.pdus.push_back({name, **host, *std::move(options)});
    return {};
  }

  PduOptionSources Sources(const YamlMap& map) const {
    PduOptionSources sources;
    sources.version = map.Has("user") ? "3" : "2c";
    sources.family = options_.pdu.family;
    sources.required = "version 3 has one";
    sources.fallback = options_.secrets;
    sources.secret = [this, &map](const std::string& key) {
      return ReadSecret(map, key);
    };
    return sources;
  }

  Result<OptionalText> ReadSecret(const YamlMap& map,
                                  const std::string& key) const {
    const auto entry =
        std::find_if(map.entries().begin(), map.entries().end(),
                     [&](const YamlMap::Entry& e) { return e.key == key; });
    if (entry == map.entries().end() || !entry->value.IsMap()) {
      return map.Text(key);
    }
    const Result<YamlMap> source = map.Map(key, key);
    if (!source.ok()) {
      return source.error();
    }
    if (Result<void> known = source->AllowOnly({"file", "env"}); !known.ok()) {
      return known.error();
    }
    const Result<OptionalText> file = source->Text("file");
    const Result<OptionalText> variable = source->Text("env");
    if (!file.ok() || !variable.ok() ||
        file->has_value() == variable->has_value()) {
      return map.ErrorAt(key, fmt::format("{} must be a text, {{file: PATH}} "
                                          "or {{env: NAME}}",
                                          key));
    }
    return file->has_value() ? FromFile(*source, **file)
                             : FromEnvironment(*source, **variable);
  }

  // Its first line.
  Result<OptionalText> FromFile(const YamlMap& source,
                                const std::string& path) const {
    std::ifstream in(std::filesystem::path(lab_.file).parent_path() / path);
    std::string line;
    if (!std::getline(in, line) || line.empty()) {
      return source.ErrorAt(
          "file", fmt::format("{} cannot be read, or has no first line", path));
    }
    if (line.back() == '\r') {
      line.pop_back();
    }
    return OptionalText(line);
  }

  Result<OptionalText> FromEnvironment(const YamlMap& source,
                                       const std::string& name) const {
    OptionalText value;
    if (options_.variable) {
      value = options_.variable(name);
    } else if (const char* text = std::getenv(name.c_str())) {
      value = text;
    }
    if (value.value_or("").empty()) {
      return source.ErrorAt(
          "env", fmt::format("{} is not set in the environment", name));
    }
    return value;
  }

  Result<void> ReadMachine(const YamlMap& machines,
                           const YamlMap::Entry& entry) {
    const std::string& name = entry.key;
    if (!IsMachineName(name)) {
      return machines.ErrorAt(
          name, fmt::format("'{}' is no name for a machine: no white space, "
                            "[, ], * or comma",
                            name));
    }
    std::vector<std::string> texts;
    if (entry.value.IsScalar()) {
      texts.push_back(entry.value.Scalar());
    } else if (Result<std::vector<std::string>> list = machines.TextList(name);
               list.ok()) {
      texts = *std::move(list);
    }
    if (texts.empty()) {
      return machines.ErrorAt(
          name, fmt::format("machine '{}' has no supply; allowed: `rack4 2`, "
                            "or a list of them",
                            name));
    }
    LabFile::Machine machine{name, {}};
    std::set<std::string> seen;
    for (const std::string& text : texts) {
      Result<Lab::Supply> supply = ReadSupply(machines, name, text);
      if (!supply.ok()) {
        return supply.error();
      }
      if (!seen.insert(supply->ToString()).second) {
        return machines.ErrorAt(name,
                                fmt::format("'{}' stands here twice", text));
      }
      machine.supplies.push_back(*std::move(supply));
    }
    lab_.machines.push_back(std::move(machine));
    return {};
  }

  Result<Lab::Supply> ReadSupply(const YamlMap& machines,
                                 const std::string& machine,
                                 const std::string& text) const {
    const std::size_t space = text.find(' ');
    const std::size_t outlet = text.find_first_not_of(' ', space);
    if (space == std::string::npos || outlet == std::string::npos) {
      return machines.ErrorAt(
          machine,
          fmt::format("'{}' is no supply; allowed: a PDU and an outlet, such "
                      "as `rack4 2`",
                      text));
    }
    Lab::Supply supply{text.substr(0, space), text.substr(outlet)};
    std::vector<std::string> names;
    for (const LabFile::Pdu& pdu : lab_.pdus) {
      names.push_back(pdu.name);
    }
    if (std::find(names.begin(), names.end(), supply.pdu) == names.end()) {
      return machines.ErrorAt(
          machine, fmt::format("there is no PDU '{}'; allowed: {}", supply.pdu,
                               fmt::join(names, ", ")));
    }
    return supply;
  }

  const Lab::Options& options_;
  LabFile lab_;
};

}  // namespace

Result<LabFile> LabFile::Parse(const std::string& file, const std::string& text,
                               const Lab::Options& options) {
  Result<YAML::Node> document = YamlMap::LoadText(file, text);
  if (!document.ok()) {
    return document.error();
  }
  return LabReader(file, options).Read(*document);
}

}  // namespace pdukit::client
