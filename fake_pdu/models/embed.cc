// Writes a C++ source that holds YAML files as constants of yaml_file.h, each
// by its path behind fake_pdu/models/. Fails for what is no YAML.
//
//   embed FILE... > embedded_files.cc

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fake_pdu/mib/yaml_file.h"
#include "fake_pdu/mib/yaml_parser.h"

namespace pdukit::fake_pdu {
namespace {

constexpr char kHead[] = R"(#include "fake_pdu/models/embedded_files.h"

#include <algorithm>
#include <iterator>

namespace pdukit::fake_pdu {
namespace {

constexpr YamlKind P = YamlKind::kPlain;
constexpr YamlKind Q = YamlKind::kQuoted;
constexpr YamlKind L = YamlKind::kList;
constexpr YamlKind M = YamlKind::kMap;
constexpr YamlKind A = YamlKind::kAlias;

)";

constexpr char kTail[] = R"(
}  // namespace

const YamlFile* FindEmbeddedFile(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(kFiles), std::end(kFiles),
                   [&](const YamlFile& file) { return file.name == name; });
  return found == std::end(kFiles) ? nullptr : found;
}

std::vector<std::string_view> EmbeddedFileNames() {
  std::vector<std::string_view> names;
  for (const YamlFile& file : kFiles) {
    names.push_back(file.name);
  }
  return names;
}

}  // namespace pdukit::fake_pdu
)";

char LetterOf(YamlKind kind) { return "PQLMA"[static_cast<int>(kind)]; }

// The octets as the inside of a string literal.
std::string Escape(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    const auto octet = static_cast<unsigned char>(letter);
    const bool is_special = letter == '"' || letter == '\\' || letter == '?';
    if (octet >= 0x20 && octet < 0x7F && !is_special) {
      escaped += letter;
    } else {
      char octal[5];
      std::snprintf(octal, sizeof octal, "\\%03o", octet);
      escaped += octal;
    }
  }
  return escaped;
}

// The constants of one file.
class FileSource {
 public:
  explicit FileSource(const YamlFile& file) {
    for (std::size_t at = 0; at < file.record_count; ++at) {
      AddRecord(file.records[at], file.texts);
    }
  }

  // `number` tells them from those of other files.
  void Print(const std::string& number, std::ostream& out) const {
    constexpr std::size_t kPerLine = 60;
    out << "constexpr std::string_view kTexts" << number << "(\n";
    for (std::size_t at = 0; at == 0 || at < texts_.size(); at += kPerLine) {
      out << "    \"" << Escape(std::string_view(texts_).substr(at, kPerLine))
          << "\"\n";
    }
    out << "    , " << texts_.size() << ");\n"
        << "constexpr YamlRecord kRecords" << number << "[] = {\n"
        << records_ << "};\n\n";
  }

 private:
  void AddRecord(const YamlRecord& record, std::string_view texts) {
    const bool is_text =
        record.kind == YamlKind::kPlain || record.kind == YamlKind::kQuoted;
    const std::size_t begin =
        is_text ? PlaceOf(texts.substr(record.begin, record.size))
                : record.begin;
    records_ += std::string("    {") + LetterOf(record.kind) + ", " +
                std::to_string(record.line) + ", " +
                std::to_string(record.column) + ", " + std::to_string(begin) +
                ", " + std::to_string(record.size) + "},\n";
  }

  // Where the text stands among the others; most stand there already.
  std::size_t PlaceOf(std::string_view text) {
    const auto [place, is_new] =
        places_.emplace(std::string(text), texts_.size());
    if (is_new) {
      texts_ += text;
    }
    return place->second;
  }

  std::string records_;
  std::string texts_;
  std::map<std::string, std::size_t> places_;
};

std::string NameOf(const std::string& path) {
  constexpr std::string_view kFolder = "fake_pdu/models/";
  const std::size_t at = path.rfind(kFolder);
  return at == std::string::npos ? path : path.substr(at + kFolder.size());
}

int Main(const std::vector<std::string>& paths) {
  std::cout << kHead;
  std::string files;
  for (const std::string& path : paths) {
    std::ifstream stream(path);
    const std::string text{std::istreambuf_iterator<char>(stream),
                           std::istreambuf_iterator<char>()};
    const auto file = ParseYaml(path, text);
    if (!stream.is_open() || stream.bad() || !file.ok()) {
      std::cerr << (file.ok() ? "cannot read " + path : file.error().Text())
                << '\n';
      return 1;
    }
    const std::string number = std::to_string(&path - paths.data());
    FileSource(**file).Print(number, std::cout);
    files += "    {\"" + NameOf(path) + "\", kRecords" + number + ", " +
             std::to_string((*file)->record_count) + ", kTexts" + number +
             "},\n";
  }
  std::cout << "constexpr YamlFile kFiles[] = {\n" << files << "};\n" << kTail;
  return std::cout.flush() ? 0 : 1;
}

}  // namespace
}  // namespace pdukit::fake_pdu

int main(int argc, char** argv) {
  return pdukit::fake_pdu::Main({argv + 1, argv + argc});
}
