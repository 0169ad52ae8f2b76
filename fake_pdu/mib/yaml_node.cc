#include "fake_pdu/mib/yaml_node.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <set>

namespace pdukit::fake_pdu {
namespace {

std::string Join(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    joined += joined.empty() ? word : ", " + word;
  }
  return joined;
}

std::optional<double> ParseReal(const std::string& text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || rest != end ||
      !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

std::string PlaceOf(const std::string& file, const YAML::Mark& mark) {
  // An empty file has no mark.
  return file + ":" + std::to_string(std::max(mark.line, 0) + 1) + ":" +
         std::to_string(std::max(mark.column, 0) + 1) + ": ";
}

}  // namespace

Result<YamlNode> YamlNode::Parse(const std::string& file,
                                 const std::string& text) {
  try {
    YAML::Node root = YAML::Load(text);
    return YamlNode(std::move(root), std::make_shared<const std::string>(file),
                    nullptr);
  } catch (const YAML::Exception& exception) {
    return Error{ErrorKind::kParse,
                 PlaceOf(file, exception.mark) + exception.msg};
  }
}

std::string YamlNode::Text() const {
  if (!is_scalar()) {
    Fail("a text is needed here, not a list or a map");
  }
  std::string text = node_.IsNull() ? "" : node_.Scalar();
  if (parameters_ == nullptr) {
    return text;
  }
  for (const auto& [name, value] : *parameters_) {
    const std::string placeholder = "{" + name + "}";
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder, at + value.size())) {
      text.replace(at, placeholder.size(), value);
    }
  }
  return text;
}

std::int64_t YamlNode::Integer() const {
  const std::string text = Text();
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || rest != end) {
    Fail("'" + text + "' is no whole number");
  }
  return number;
}

std::int64_t YamlNode::Integer(std::int64_t least, std::int64_t most) const {
  const std::int64_t number = Integer();
  if (number < least || number > most) {
    Fail(std::to_string(number) + " is out of range",
         {std::to_string(least) + " to " + std::to_string(most)});
  }
  return number;
}

double YamlNode::Real() const {
  const std::string text = Text();
  const std::optional<double> number = ParseReal(text);
  if (!number) {
    Fail("'" + text + "' is no number");
  }
  return *number;
}

double YamlNode::Percentage() const {
  const std::string text = Text();
  const std::optional<double> number =
      text.empty() || text.back() != '%'
          ? std::nullopt
          : ParseReal(text.substr(0, text.size() - 1));
  if (!number) {
    Fail("'" + text + "' is no percentage");
  }
  return *number;
}

bool YamlNode::Flag() const { return Choice({"false", "true"}) == 1; }

std::size_t YamlNode::Choice(const std::vector<std::string>& words) const {
  const std::string text = Text();
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end()) {
    Fail("'" + text + "' is not known here", words);
  }
  return static_cast<std::size_t>(found - words.begin());
}

std::vector<YamlNode> YamlNode::Items() const {
  if (!is_list()) {
    Fail("a list is needed here");
  }
  std::vector<YamlNode> items;
  for (const YAML::Node& item : node_) {
    items.push_back(Child(item));
  }
  return items;
}

std::vector<std::pair<YamlNode, YamlNode>> YamlNode::Entries() const {
  if (!is_map()) {
    Fail("a map is needed here");
  }
  std::vector<std::pair<YamlNode, YamlNode>> entries;
  std::set<std::string> keys;
  for (const auto& entry : node_) {
    entries.emplace_back(Child(entry.first), Child(entry.second));
    const YamlNode& key = entries.back().first;
    if (!keys.insert(key.Text()).second) {
      key.Fail("'" + key.Text() + "' is there twice");
    }
  }
  return entries;
}

std::vector<YamlNode> YamlNode::OneOrMore() const {
  return is_list() ? Items() : std::vector<YamlNode>{*this};
}

std::optional<YamlNode> YamlNode::Find(const std::string& key) const {
  if (!is_map()) {
    Fail("a map is needed here");
  }
  const YAML::Node node = static_cast<const YAML::Node&>(node_)[key];
  if (node.IsDefined()) {
    return Child(node);
  }
  return base_ == nullptr ? std::nullopt : base_->Find(key);
}

YamlNode YamlNode::At(const std::string& key) const {
  const std::optional<YamlNode> node = Find(key);
  if (!node) {
    Fail("the key '" + key + "' is missing");
  }
  return *node;
}

void YamlNode::AllowKeys(const std::vector<std::string>& keys) const {
  for (const auto& entry : Entries()) {
    const std::string key = entry.first.Text();
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      entry.first.Fail("unknown key '" + key + "'", keys);
    }
  }
}

YamlNode YamlNode::OnTopOf(const YamlNode& base) const {
  YamlNode both = *this;
  both.base_ = std::make_shared<const YamlNode>(base);
  return both;
}

YamlNode YamlNode::With(const Parameters& parameters) const {
  Parameters all = parameters;
  if (parameters_ != nullptr) {
    all.insert(parameters_->begin(), parameters_->end());
  }
  return YamlNode(node_, file_,
                  std::make_shared<const Parameters>(std::move(all)));
}

std::string YamlNode::Place() const { return PlaceOf(*file_, node_.Mark()); }

void YamlNode::Fail(const std::string& what) const { Fail(what, {}); }

void YamlNode::Fail(const std::string& what,
                    const std::vector<std::string>& allowed) const {
  throw YamlFailure{
      {ErrorKind::kParse,
       Place() + what +
           (allowed.empty() ? "" : "; allowed: " + Join(allowed))}};
}

}  // namespace pdukit::fake_pdu
