#include "fake_pdu/mib/yaml_node.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>

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

template <typename Words>
std::size_t PlaceAmong(const Words& words, const YamlNode& node) {
  const std::string text = node.Text();
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end()) {
    node.Fail("'" + text + "' is not known here", {words.begin(), words.end()});
  }
  return static_cast<std::size_t>(found - words.begin());
}

using Entry = std::pair<YamlNode, YamlNode>;

// Fails at the first key that stood there before.
void RefuseTwins(const std::vector<Entry>& entries) {
  std::vector<std::pair<std::string, const Entry*>> keys;
  keys.reserve(entries.size());
  for (const Entry& entry : entries) {
    keys.emplace_back(entry.first.Text(), &entry);
  }
  std::sort(keys.begin(), keys.end());
  const Entry* twin = nullptr;
  for (std::size_t at = 1; at < keys.size(); ++at) {
    if (keys[at].first == keys[at - 1].first &&
        (twin == nullptr || keys[at].second < twin)) {
      twin = keys[at].second;
    }
  }
  if (twin != nullptr) {
    twin->first.Fail("'" + twin->first.Text() + "' is there twice");
  }
}

// What stands behind this and all that it contains.
const YamlRecord* Behind(const YamlRecord* record) {
  return record + 1 + (record->is_container() ? record->size : 0);
}

}  // namespace

// The records of what a list or a map contains: its items, or its keys and
// values in turn.
class YamlNode::Contents {
 public:
  explicit Contents(const YamlNode& node)
      : at_(node.record_ + 1), end_(Behind(node.record_)) {}

  bool done() const { return at_ == end_; }
  const YamlRecord* Take() {
    const YamlRecord* taken = at_;
    at_ = Behind(at_);
    return taken;
  }

 private:
  const YamlRecord* at_;
  const YamlRecord* end_;
};

YamlNode::YamlNode(const YamlFile& file)
    : YamlNode(file, file.records, nullptr) {}

YamlNode::YamlNode(const YamlFile& file, const YamlRecord* record,
                   std::shared_ptr<const Parameters> parameters)
    : file_(&file),
      record_(&Resolve(record)),
      parameters_(std::move(parameters)) {}

const YamlRecord& YamlNode::Resolve(const YamlRecord* record) const {
  return record->kind == YamlKind::kAlias ? file_->records[record->begin]
                                          : *record;
}

std::string_view YamlNode::TextOf(const YamlRecord& record) const {
  return file_->texts.substr(record.begin, record.size);
}

void YamlNode::RequireMap() const {
  if (!is_map()) {
    Fail("a map is needed here");
  }
}

std::string YamlNode::Text() const {
  if (!is_scalar()) {
    Fail("a text is needed here, not a list or a map");
  }
  std::string text(TextOf(*record_));
  if (parameters_ == nullptr || text.find('{') == std::string::npos) {
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
  return PlaceAmong(words, *this);
}

std::size_t YamlNode::Choice(Words words) const {
  return PlaceAmong(words, *this);
}

std::vector<YamlNode> YamlNode::Items() const {
  if (!is_list()) {
    Fail("a list is needed here");
  }
  std::vector<YamlNode> items;
  for (Contents contents(*this); !contents.done();) {
    items.push_back(Child(contents.Take()));
  }
  return items;
}

std::vector<std::pair<YamlNode, YamlNode>> YamlNode::Entries() const {
  RequireMap();
  std::vector<std::pair<YamlNode, YamlNode>> entries;
  for (Contents contents(*this); !contents.done();) {
    const YamlRecord* key = contents.Take();
    entries.emplace_back(Child(key), Child(contents.Take()));
  }
  RefuseTwins(entries);
  return entries;
}

std::vector<YamlNode> YamlNode::OneOrMore() const {
  return is_list() ? Items() : std::vector<YamlNode>{*this};
}

std::optional<YamlNode> YamlNode::Find(std::string_view key) const {
  RequireMap();
  for (Contents contents(*this); !contents.done();) {
    const YamlRecord& found = Resolve(contents.Take());
    const YamlRecord* value = contents.Take();
    if (!found.is_container() && TextOf(found) == key) {
      return Child(value);
    }
  }
  return base_ == nullptr ? std::nullopt : base_->Find(key);
}

YamlNode YamlNode::At(std::string_view key) const {
  const std::optional<YamlNode> node = Find(key);
  if (!node) {
    Fail("the key '" + std::string(key) + "' is missing");
  }
  return *node;
}

void YamlNode::AllowKeys(Words keys) const {
  for (const auto& entry : Entries()) {
    const std::string key = entry.first.Text();
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      entry.first.Fail("unknown key '" + key + "'", {keys.begin(), keys.end()});
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
  return YamlNode(*file_, record_,
                  std::make_shared<const Parameters>(std::move(all)));
}

std::string YamlNode::Place() const {
  return std::string(file_->name) + ":" + std::to_string(record_->line) + ":" +
         std::to_string(record_->column) + ": ";
}

void YamlNode::Fail(const std::string& what) const { Fail(what, {}); }

void YamlNode::Fail(const std::string& what,
                    const std::vector<std::string>& allowed) const {
  throw YamlFailure{
      {ErrorKind::kParse,
       Place() + what +
           (allowed.empty() ? "" : "; allowed: " + Join(allowed))}};
}

}  // namespace pdukit::fake_pdu
