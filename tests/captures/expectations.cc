#include "tests/captures/expectations.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>

#include <yaml-cpp/yaml.h>

#include "tests/captures/yaml_files.h"

namespace pdukit {
namespace {

const Oid kInternet{1, 3, 6, 1};
const Oid kEnterprises{1, 3, 6, 1, 4, 1};

// Ends the reading of a file; caught in ReadExpectations.
struct Mistake {
  int line = 0;
  std::string what;
};

[[noreturn]] void Fail(const YAML::Node& node, const std::string& what) {
  throw Mistake{node.Mark().line + 1, what};
}

std::string Text(const YAML::Node& node) {
  if (!node.IsScalar() || node.Scalar().empty()) {
    Fail(node, "a text is expected");
  }
  return node.Scalar();
}

Oid ReadOid(const YAML::Node& node) {
  const Result<Oid> oid = Oid::Parse(Text(node));
  if (!oid.ok()) {
    Fail(node, oid.error().Text());
  }
  return oid->StartsWith(kInternet) ? *oid : kEnterprises.Child(*oid);
}

void AllowKeys(const YAML::Node& node,
               std::initializer_list<std::string_view> keys) {
  if (!node.IsMap()) {
    Fail(node, "a map is expected");
  }
  for (const auto& entry : node) {
    const std::string key = Text(entry.first);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      std::string allowed;
      for (const std::string_view name : keys) {
        allowed += (allowed.empty() ? "" : ", ") + std::string(name);
      }
      Fail(entry.first, "unknown key '" + key + "'; allowed: " + allowed);
    }
  }
}

YAML::Node Required(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  if (!value.IsDefined()) {
    Fail(node, std::string("'") + key + "' is missing");
  }
  return value;
}

ExpectedCapture::Reasons ReadReasons(const YAML::Node& node) {
  ExpectedCapture::Reasons reasons;
  if (!node.IsDefined() || node.IsNull()) {
    return reasons;
  }
  if (!node.IsMap()) {
    Fail(node, "a map from OIDs to reasons is expected");
  }
  for (const auto& entry : node) {
    if (!reasons.emplace(ReadOid(entry.first), Text(entry.second)).second) {
      Fail(entry.first, Text(entry.first) + " is there twice");
    }
  }
  return reasons;
}

ExpectedCapture ReadCapture(const YAML::Node& node, const std::string& family) {
  AllowKeys(node,
            {"file", "model", "arcs", "outside", "missing", "deviations"});
  ExpectedCapture capture;
  capture.file = Text(Required(node, "file"));
  capture.family = family;
  capture.model = Text(Required(node, "model"));
  const YAML::Node arcs = Required(node, "arcs");
  if (!arcs.IsSequence() || arcs.size() == 0) {
    Fail(arcs, "a list of OIDs is expected");
  }
  for (const YAML::Node& arc : arcs) {
    capture.arcs.push_back(ReadOid(arc));
  }
  const YAML::Node& map = node;
  capture.outside = ReadReasons(map["outside"]);
  capture.missing = ReadReasons(map["missing"]);
  capture.deviations = ReadReasons(map["deviations"]);
  return capture;
}

std::vector<ExpectedCapture> ReadAll(const std::string& family,
                                     const std::string& text) {
  const YAML::Node root = YAML::Load(text);
  AllowKeys(root, {"captures"});
  const YAML::Node captures = Required(root, "captures");
  if (!captures.IsSequence()) {
    Fail(captures, "a list of captures is expected");
  }
  std::vector<ExpectedCapture> expected;
  for (const YAML::Node& capture : captures) {
    expected.push_back(ReadCapture(capture, family));
  }
  return expected;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const ExpectedCapture& expected) {
  return out << expected.file << " and " << expected.model;
}

Result<std::vector<ExpectedCapture>> ReadExpectations(const std::string& name,
                                                      const std::string& text) {
  const auto place = [&](int line) {
    return name + ":" + std::to_string(line) + ": ";
  };
  try {
    return ReadAll(std::filesystem::path(name).stem().string(), text);
  } catch (const Mistake& mistake) {
    return Error{ErrorKind::kParse, place(mistake.line) + mistake.what};
  } catch (const YAML::Exception& mistake) {
    return Error{ErrorKind::kParse, place(mistake.mark.line + 1) + mistake.msg};
  }
}

Result<std::vector<ExpectedCapture>> LoadExpectations(
    const std::string& folder) {
  const Result<std::vector<std::filesystem::path>> paths = YamlFilesIn(folder);
  if (!paths.ok()) {
    return paths.error();
  }
  std::vector<ExpectedCapture> all;
  for (const std::filesystem::path& path : *paths) {
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file),
                           std::istreambuf_iterator<char>()};
    if (!file.is_open() || file.bad()) {
      return Error{ErrorKind::kNotFound, "cannot read " + path.string()};
    }
    Result<std::vector<ExpectedCapture>> some =
        ReadExpectations(path.string(), text);
    if (!some.ok()) {
      return some;
    }
    all.insert(all.end(), some->begin(), some->end());
  }
  return all;
}

const ExpectedCapture::Reasons::value_type* FindReason(
    const ExpectedCapture::Reasons& reasons, const Oid& oid) {
  // What begins as `oid` does and is before it, the longest first.
  for (auto at = reasons.upper_bound(oid); at != reasons.begin();) {
    --at;
    if (oid.StartsWith(at->first)) {
      return &*at;
    }
  }
  return nullptr;
}

}  // namespace pdukit
