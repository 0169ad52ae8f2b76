#ifndef PDUKIT_FAKE_PDU_MIB_YAML_FILE_H_
#define PDUKIT_FAKE_PDU_MIB_YAML_FILE_H_

// What a YAML file says and where, as YamlNode reads it. Either parsed
// (yaml_parser.h), or a constant that was made when pdukit was built.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pdukit::fake_pdu {

enum class YamlKind : std::uint8_t {
  kPlain,   // A text without quotes; an empty one where nothing stands.
  kQuoted,  // A text, also one of several lines.
  kList,
  kMap,
  kAlias,  // For something that stands elsewhere in the file.
};

struct YamlRecord {
  YamlKind kind = YamlKind::kPlain;
  // Both count from 1.
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  // Where a text begins in YamlFile::texts; the record that an alias is for.
  std::uint32_t begin = 0;
  // The length of a text; how many records behind it belong to a list or map.
  std::uint32_t size = 0;

  bool is_container() const {
    return kind == YamlKind::kList || kind == YamlKind::kMap;
  }
};

// Owns nothing.
struct YamlFile {
  std::string_view name;  // As errors call it.
  // In the order of the file, at least one: a list is followed by its items, a
  // map by its keys, each with its value behind it.
  const YamlRecord* records = nullptr;
  std::size_t record_count = 0;
  std::string_view texts;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_YAML_FILE_H_
