#ifndef PDUKIT_FAKE_PDU_MIB_YAML_NODE_H_
#define PDUKIT_FAKE_PDU_MIB_YAML_NODE_H_

// A YAML file that knows where everything in it stands, so that a mistake is
// reported as "file:line:column: what; allowed: ...".

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "base/error.h"
#include "base/result.h"

namespace pdukit::fake_pdu {

// Ends the reading of a file; caught where the reading was asked for.
struct YamlFailure {
  Error error;
};

class YamlNode {
 public:
  using Parameters = std::map<std::string, std::string>;

  // The root of a file, or why it is no YAML.
  static Result<YamlNode> Parse(const std::string& file,
                                const std::string& text);

  bool is_map() const { return node_.IsMap(); }
  bool is_list() const { return node_.IsSequence(); }
  bool is_scalar() const { return node_.IsScalar() || node_.IsNull(); }
  // Stands between quotes, so that 1 is a text.
  bool is_quoted() const { return node_.Tag() == "!"; }

  // All of these throw a YamlFailure if it is something else.
  std::string Text() const;
  std::int64_t Integer() const;
  std::int64_t Integer(std::int64_t least, std::int64_t most) const;
  double Real() const;
  double Percentage() const;  // "80%"
  bool Flag() const;
  // The position of the text among `words`.
  std::size_t Choice(const std::vector<std::string>& words) const;
  std::vector<YamlNode> Items() const;
  // In their order; none is there twice.
  std::vector<std::pair<YamlNode, YamlNode>> Entries() const;
  // A list, or one thing that needs no list.
  std::vector<YamlNode> OneOrMore() const;

  std::optional<YamlNode> Find(const std::string& key) const;
  YamlNode At(const std::string& key) const;
  // Fails for a map that has other keys.
  void AllowKeys(const std::vector<std::string>& keys) const;

  // This map, and where it lacks a key, the other's.
  YamlNode OnTopOf(const YamlNode& base) const;

  // In this and all below, {name} stands for the parameter of that name. A
  // name that is no parameter stays.
  YamlNode With(const Parameters& parameters) const;

  // "file:line:column: "
  std::string Place() const;
  [[noreturn]] void Fail(const std::string& what) const;
  [[noreturn]] void Fail(const std::string& what,
                         const std::vector<std::string>& allowed) const;

 private:
  YamlNode(YAML::Node node, std::shared_ptr<const std::string> file,
           std::shared_ptr<const Parameters> parameters)
      : node_(std::move(node)),
        file_(std::move(file)),
        parameters_(std::move(parameters)) {}

  YamlNode Child(const YAML::Node& node) const {
    return YamlNode(node, file_, parameters_);
  }

  YAML::Node node_;
  std::shared_ptr<const std::string> file_;
  std::shared_ptr<const Parameters> parameters_;
  std::shared_ptr<const YamlNode> base_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_YAML_NODE_H_
