#ifndef PDUKIT_FAKE_PDU_MIB_YAML_NODE_H_
#define PDUKIT_FAKE_PDU_MIB_YAML_NODE_H_

// A YAML file that knows where everything in it stands, so that a mistake is
// reported as "file:line:column: what; allowed: ...".

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "fake_pdu/mib/yaml_file.h"

namespace pdukit::fake_pdu {

// Ends the reading of a file; caught where the reading was asked for.
struct YamlFailure {
  Error error;
};

// The file must outlive all of its nodes.
class YamlNode {
 public:
  using Parameters = std::map<std::string, std::string>;
  using Words = std::initializer_list<std::string_view>;

  // All of it.
  explicit YamlNode(const YamlFile& file);

  bool is_map() const { return record_->kind == YamlKind::kMap; }
  bool is_list() const { return record_->kind == YamlKind::kList; }
  bool is_scalar() const { return !record_->is_container(); }
  // Stands between quotes, so that 1 is a text.
  bool is_quoted() const { return record_->kind == YamlKind::kQuoted; }

  // All of these throw a YamlFailure if it is something else.
  std::string Text() const;
  std::int64_t Integer() const;
  std::int64_t Integer(std::int64_t least, std::int64_t most) const;
  double Real() const;
  double Percentage() const;  // "80%"
  bool Flag() const;
  // The position of the text among `words`.
  std::size_t Choice(const std::vector<std::string>& words) const;
  std::size_t Choice(Words words) const;
  std::vector<YamlNode> Items() const;
  // In their order; none is there twice.
  std::vector<std::pair<YamlNode, YamlNode>> Entries() const;
  // A list, or one thing that needs no list.
  std::vector<YamlNode> OneOrMore() const;

  std::optional<YamlNode> Find(std::string_view key) const;
  YamlNode At(std::string_view key) const;
  // Fails for a map that has other keys, or one of them twice.
  void AllowKeys(Words keys) const;

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
  class Contents;

  YamlNode(const YamlFile& file, const YamlRecord* record,
           std::shared_ptr<const Parameters> parameters);

  YamlNode Child(const YamlRecord* record) const {
    return YamlNode(*file_, record, parameters_);
  }
  // What the record is, or is an alias for.
  const YamlRecord& Resolve(const YamlRecord* record) const;
  // As it stands in the file.
  std::string_view TextOf(const YamlRecord& record) const;
  void RequireMap() const;

  const YamlFile* file_;
  const YamlRecord* record_;  // No alias.
  std::shared_ptr<const Parameters> parameters_;
  std::shared_ptr<const YamlNode> base_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_YAML_NODE_H_
