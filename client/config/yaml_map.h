#ifndef PDUKIT_CLIENT_CONFIG_YAML_MAP_H_
#define PDUKIT_CLIENT_CONFIG_YAML_MAP_H_

// A mapping of a YAML file that knows where it stands, so that a mistake is
// reported as `file:line:column: what; what is allowed`.
//
//   Result<YamlMap> map = YamlMap::Of("lab.yaml", node, "config");
//   if (Result<void> known = map->AllowOnly({"host", "port"}); !known.ok()) ...
//   Result<std::optional<int>> port = map->Integer("port", 1, 65535);

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "base/result.h"

namespace pdukit::client {

class YamlMap {
 public:
  struct Entry {
    std::string key{};
    YAML::Node key_node{};
    YAML::Node value{};
  };
  using Names = std::vector<std::string>;

  // The whole text. Fails with kNotFound where there is no such file, else with
  // kSystem.
  static Result<std::string> ReadFile(const std::string& path);

  // The first document of `text`; kParse with the place if it is not YAML.
  static Result<YAML::Node> LoadText(const std::string& file,
                                     const std::string& text);

  // `what` names it in errors: "the file", "export 'snmp'". A null node is an
  // empty mapping. Merge keys (<<) are followed: what the mapping says itself
  // wins. Fails with kParse for anything but a mapping, and for a key that
  // stands there twice.
  static Result<YamlMap> Of(std::string file, const YAML::Node& node,
                            std::string what);

  const std::vector<Entry>& entries() const { return entries_; }
  bool Has(const std::string& key) const { return Find(key) != nullptr; }

  // Fails at the first key that is not among `names`.
  Result<void> AllowOnly(const Names& names) const;

  // Fails at the first key that is one or two letters off one of `names`.
  Result<void> RefuseMisspelt(const Names& names) const;

  // The value of `key`; nullopt if the key is missing or null, kParse if the
  // value is of another kind or out of range.
  Result<std::optional<std::string>> Text(const std::string& key) const;
  Result<std::optional<long>> Integer(const std::string& key, long lowest,
                                      long highest) const;
  Result<std::optional<double>> PositiveNumber(const std::string& key) const;
  Result<std::optional<bool>> Flag(const std::string& key) const;
  Result<std::vector<std::string>> TextList(const std::string& key) const;
  Result<YamlMap> Map(const std::string& key, std::string what) const;

  // kParse at the value of `key` or, if it is missing, at the mapping.
  Error ErrorAt(const std::string& key, const std::string& message) const;

 private:
  YamlMap(std::string file, YAML::Mark mark, std::string what)
      : file_(std::move(file)), mark_(mark), what_(std::move(what)) {}

  Result<void> Add(const YAML::Node& node, int depth);
  Result<void> AddMerged(const YAML::Node& node, int depth);
  const Entry* Find(const std::string& key) const;
  Error At(const YAML::Node& node, const std::string& message) const;

  std::string file_;
  YAML::Mark mark_;
  std::string what_;
  std::vector<Entry> entries_;
  int merges_ = 0;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_YAML_MAP_H_
