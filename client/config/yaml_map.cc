#include "client/config/yaml_map.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/near_names.h"

namespace pdukit::client {
namespace {

// Aliases can make a file refer to itself.
constexpr int kMaxMergeDepth = 16;
// And, with several in each mapping, stand for any number of mappings.
constexpr int kMaxMerges = 1000;

Error ParseError(const std::string& file, const YAML::Mark& mark,
                 const std::string& message) {
  // A node that is not in the file has no place.
  const YAML::Mark place = mark.is_null() ? YAML::Mark() : mark;
  return {ErrorKind::kParse, fmt::format("{}:{}:{}: {}", file, place.line + 1,
                                         place.column + 1, message)};
}

std::string Unknown(const std::string& key, const YamlMap::Names& names) {
  return fmt::format("unknown key '{}'; allowed: {}", key,
                     fmt::join(names, ", "));
}

}  // namespace

Result<std::string> YamlMap::ReadFile(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) {
    const int error = errno;
    return Error{
        error == ENOENT ? ErrorKind::kNotFound : ErrorKind::kSystem,
        fmt::format("{} cannot be read: {}", path,
                    error == 0 ? "it is empty" : std::strerror(error))};
  }
  return text.str();
}

Result<YAML::Node> YamlMap::LoadText(const std::string& file,
                                     const std::string& text) {
  try {
    return YAML::Load(text);
  } catch (const YAML::Exception& e) {
    return ParseError(file, e.mark, e.msg);
  }
}

Result<YamlMap> YamlMap::Of(std::string file, const YAML::Node& node,
                            std::string what) {
  YamlMap map(std::move(file), node.Mark(), std::move(what));
  if (Result<void> added = map.Add(node, 0); !added.ok()) {
    return added.error();
  }
  return map;
}

Result<void> YamlMap::Add(const YAML::Node& node, int depth) {
  if (node.IsNull()) {
    return {};
  }
  if (!node.IsMap()) {
    return At(node, what_ + " must be a mapping of keys to values");
  }
  if (depth > kMaxMergeDepth) {
    return At(node, what_ + " merges itself");
  }
  if (depth > 0 && ++merges_ > kMaxMerges) {
    return At(node, fmt::format("{} merges more than {} mappings", what_,
                                kMaxMerges));
  }

  // Only within one mapping: a merged one may repeat keys of the other.
  std::set<std::string> seen;
  std::vector<YAML::Node> merged;
  for (const auto& pair : node) {
    if (!pair.first.IsScalar()) {
      return At(pair.first, "a key must be a word");
    }
    const std::string key = pair.first.Scalar();
    if (!seen.insert(key).second) {
      return At(pair.first, fmt::format("key '{}' stands here twice", key));
    }
    if (key == "<<") {
      merged.push_back(pair.second);
    } else if (Find(key) == nullptr) {
      entries_.push_back({key, pair.first, pair.second});
    }
  }
  for (const YAML::Node& source : merged) {
    if (Result<void> added = AddMerged(source, depth + 1); !added.ok()) {
      return added;
    }
  }
  return {};
}

Result<void> YamlMap::AddMerged(const YAML::Node& node, int depth) {
  if (!node.IsSequence()) {
    return Add(node, depth);
  }
  for (const YAML::Node& source : node) {
    if (Result<void> added = Add(source, depth); !added.ok()) {
      return added;
    }
  }
  return {};
}

const YamlMap::Entry* YamlMap::Find(const std::string& key) const {
  const auto found =
      std::find_if(entries_.begin(), entries_.end(),
                   [&](const Entry& entry) { return entry.key == key; });
  return found == entries_.end() ? nullptr : &*found;
}

Result<void> YamlMap::AllowOnly(const Names& names) const {
  for (const Entry& entry : entries_) {
    if (std::find(names.begin(), names.end(), entry.key) == names.end()) {
      return At(entry.key_node, Unknown(entry.key, names));
    }
  }
  return {};
}

Result<void> YamlMap::RefuseMisspelt(const Names& names) const {
  for (const Entry& entry : entries_) {
    if (std::find(names.begin(), names.end(), entry.key) != names.end()) {
      continue;
    }
    for (const std::string& name : names) {
      // Two of three letters off is another word.
      const std::size_t most = name.size() < 4 ? 1 : 2;
      if (EditDistance(entry.key, name) <= most) {
        return At(entry.key_node, Unknown(entry.key, names));
      }
    }
  }
  return {};
}

Result<std::optional<std::string>> YamlMap::Text(const std::string& key) const {
  const Entry* entry = Find(key);
  if (entry == nullptr || entry->value.IsNull()) {
    return std::optional<std::string>();
  }
  if (!entry->value.IsScalar()) {
    return At(entry->value, fmt::format("{} must be a text", key));
  }
  return std::optional<std::string>(entry->value.Scalar());
}

Result<std::optional<long>> YamlMap::Integer(const std::string& key,
                                             long lowest, long highest) const {
  Result<std::optional<std::string>> text = Text(key);
  if (!text.ok()) {
    return ErrorAt(key, fmt::format("{} must be a whole number from {} to {}",
                                    key, lowest, highest));
  }
  if (!text->has_value()) {
    return std::optional<long>();
  }
  long number = 0;
  if (!YAML::convert<long>::decode(YAML::Node(**text), number) ||
      number < lowest || number > highest) {
    return ErrorAt(
        key, fmt::format("{} must be a whole number from {} to {}, not '{}'",
                         key, lowest, highest, **text));
  }
  return std::optional<long>(number);
}

Result<std::optional<double>> YamlMap::PositiveNumber(
    const std::string& key) const {
  Result<std::optional<std::string>> text = Text(key);
  if (!text.ok()) {
    return text.error();
  }
  if (!text->has_value()) {
    return std::optional<double>();
  }
  double number = 0;
  if (!YAML::convert<double>::decode(YAML::Node(**text), number) ||
      !std::isfinite(number) || number <= 0) {
    return ErrorAt(
        key, fmt::format("{} must be a number above 0, not '{}'", key, **text));
  }
  return std::optional<double>(number);
}

Result<std::optional<bool>> YamlMap::Flag(const std::string& key) const {
  Result<std::optional<std::string>> text = Text(key);
  if (!text.ok()) {
    return text.error();
  }
  if (!text->has_value()) {
    return std::optional<bool>();
  }
  bool flag = false;
  if (!YAML::convert<bool>::decode(YAML::Node(**text), flag)) {
    return ErrorAt(
        key, fmt::format("{} must be true or false, not '{}'", key, **text));
  }
  return std::optional<bool>(flag);
}

Result<std::vector<std::string>> YamlMap::TextList(
    const std::string& key) const {
  std::vector<std::string> list;
  const Entry* entry = Find(key);
  if (entry == nullptr || entry->value.IsNull()) {
    return list;
  }
  if (!entry->value.IsSequence()) {
    return At(entry->value, fmt::format("{} must be a list of texts", key));
  }
  for (const YAML::Node& element : entry->value) {
    if (!element.IsScalar()) {
      return At(element, fmt::format("{} must be a list of texts", key));
    }
    list.push_back(element.Scalar());
  }
  return list;
}

Result<YamlMap> YamlMap::Map(const std::string& key, std::string what) const {
  const Entry* entry = Find(key);
  if (entry == nullptr) {
    return YamlMap(file_, mark_, std::move(what));
  }
  if (entry->value.IsNull()) {
    // Where nothing stands has its place behind it, in another line.
    return YamlMap(file_, entry->key_node.Mark(), std::move(what));
  }
  return Of(file_, entry->value, std::move(what));
}

Error YamlMap::ErrorAt(const std::string& key,
                       const std::string& message) const {
  const Entry* entry = Find(key);
  if (entry == nullptr) {
    return ParseError(file_, mark_, message);
  }
  return At(entry->value.IsNull() ? entry->key_node : entry->value, message);
}

Error YamlMap::At(const YAML::Node& node, const std::string& message) const {
  return ParseError(file_, node.Mark(), message);
}

}  // namespace pdukit::client
