#include "fake_pdu/models/embedded_files.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "fake_pdu/mib/yaml_file.h"
#include "fake_pdu/mib/yaml_parser.h"

namespace pdukit::fake_pdu {
namespace {

std::string Read(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

// A line for each record: what it is, where it stands, what it says.
std::vector<std::string> LinesOf(const YamlFile& file) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < file.record_count; ++at) {
    const YamlRecord& record = file.records[at];
    const bool is_text =
        record.kind == YamlKind::kPlain || record.kind == YamlKind::kQuoted;
    lines.push_back(
        "PQLMA"[static_cast<std::size_t>(record.kind)] + std::string(" ") +
        std::to_string(record.line) + ":" + std::to_string(record.column) +
        " " +
        (is_text ? std::string(file.texts.substr(record.begin, record.size))
                 : std::to_string(record.begin) + "+" +
                       std::to_string(record.size)));
  }
  return lines;
}

TEST(EmbeddedFilesTest, EachSaysWhatItsTextSays) {
  for (const std::string_view name : EmbeddedFileNames()) {
    const std::string path = "fake_pdu/models/" + std::string(name);
    const auto parsed = ParseYaml(path, Read(path)).value();

    EXPECT_EQ(FindEmbeddedFile(name)->name, name);
    EXPECT_EQ(LinesOf(*FindEmbeddedFile(name)), LinesOf(*parsed)) << name;
  }
}

TEST(EmbeddedFilesTest, AreThoseOfEveryFolder) {
  EXPECT_NE(FindEmbeddedFile("common/system.yaml"), nullptr);
  EXPECT_NE(FindEmbeddedFile("families/apc_rpdu.yaml"), nullptr);
  EXPECT_NE(FindEmbeddedFile("models/AP7900.yaml"), nullptr);
  EXPECT_EQ(FindEmbeddedFile("models/AP0000.yaml"), nullptr);
}

}  // namespace
}  // namespace pdukit::fake_pdu
