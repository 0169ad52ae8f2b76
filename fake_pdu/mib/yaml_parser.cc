#include "fake_pdu/mib/yaml_parser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace pdukit::fake_pdu {
namespace {

// A file with what it consists of.
struct ParsedFile {
  std::string name{};
  std::string texts{};
  std::vector<YamlRecord> records{};
  YamlFile file{};
};

// yaml-cpp counts from 0, and from -1 where there is nothing.
std::uint32_t CountedFromOne(int number) {
  return static_cast<std::uint32_t>(std::max(number, 0)) + 1;
}

class RecordWriter final : public YAML::EventHandler {
 public:
  explicit RecordWriter(ParsedFile& parsed) : parsed_(parsed) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Add(YamlKind::kPlain, mark, anchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag,
                YAML::anchor_t anchor, const std::string& value) override {
    YamlRecord& record =
        Add(tag == "!" ? YamlKind::kQuoted : YamlKind::kPlain, mark, anchor);
    record.begin = static_cast<std::uint32_t>(parsed_.texts.size());
    record.size = static_cast<std::uint32_t>(value.size());
    parsed_.texts += value;
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Add(YamlKind::kAlias, mark, kNoAnchor).begin = anchored_.at(anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    Open(YamlKind::kList, mark, anchor);
  }
  void OnSequenceEnd() override { Close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&,
                  YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    Open(YamlKind::kMap, mark, anchor);
  }
  void OnMapEnd() override { Close(); }

 private:
  static constexpr YAML::anchor_t kNoAnchor = 0;

  YamlRecord& Add(YamlKind kind, const YAML::Mark& mark,
                  YAML::anchor_t anchor) {
    if (anchor != kNoAnchor) {
      anchored_[anchor] = static_cast<std::uint32_t>(parsed_.records.size());
    }
    YamlRecord& record = parsed_.records.emplace_back();
    record.kind = kind;
    record.line = CountedFromOne(mark.line);
    record.column = CountedFromOne(mark.column);
    return record;
  }

  void Open(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    open_.push_back(parsed_.records.size());
    Add(kind, mark, anchor);
  }

  void Close() {
    const std::size_t opened = open_.back();
    open_.pop_back();
    parsed_.records[opened].size =
        static_cast<std::uint32_t>(parsed_.records.size() - opened - 1);
  }

  ParsedFile& parsed_;
  std::vector<std::size_t> open_;  // The lists and maps around what comes.
  std::map<YAML::anchor_t, std::uint32_t> anchored_;
};

void Parse(const std::string& text, ParsedFile& parsed) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  RecordWriter writer(parsed);
  parser.HandleNextDocument(writer);
  if (parsed.records.empty()) {
    parsed.records.emplace_back();
  }
}

}  // namespace

Result<std::shared_ptr<const YamlFile>> ParseYaml(const std::string& name,
                                                  const std::string& text) {
  auto parsed = std::make_shared<ParsedFile>();
  parsed->name = name;
  try {
    Parse(text, *parsed);
  } catch (const YAML::Exception& exception) {
    return Error{ErrorKind::kParse,
                 name + ":" +
                     std::to_string(CountedFromOne(exception.mark.line)) + ":" +
                     std::to_string(CountedFromOne(exception.mark.column)) +
                     ": " + exception.msg};
  }
  parsed->file = {parsed->name, parsed->records.data(), parsed->records.size(),
                  parsed->texts};
  const YamlFile* file = &parsed->file;
  return std::shared_ptr<const YamlFile>(std::move(parsed), file);
}

}  // namespace pdukit::fake_pdu
