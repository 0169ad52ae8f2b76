// The record files of snmpsim, https://docs.lextudio.com/snmpsim: lines
// OID|TAG|VALUE, and #-comments.

#include <charconv>
#include <system_error>
#include <utility>

#include "fake_pdu/capture/capture_reader.h"

namespace pdukit::fake_pdu {
namespace {

constexpr char kTags[] =
    "allowed: 2 Integer32, 4 OCTET STRING, 5 NULL, 6 OBJECT IDENTIFIER, "
    "64 IpAddress, 65 Counter32, 66 Gauge32, 67 TimeTicks, 68 Opaque, "
    "70 Counter64, with x behind it for hexadecimal octets or e for escaped "
    "ones";

// "4x:writecache" taken apart.
struct Tag {
  ValueType type = ValueType::kNull;
  char coding = 0;             // x, e or none.
  std::string_view variation;  // The module that would compute the value.
};

std::optional<Tag> ParseTag(std::string_view text) {
  Tag tag;
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) {
    tag.variation = text.substr(colon + 1);
    text = text.substr(0, colon);
  }
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, status] = std::from_chars(text.data(), end, number);
  if (status != std::errc() || number > 0x46) {
    return std::nullopt;
  }
  if (rest != end) {
    tag.coding = *rest;
    if (rest + 1 != end || (tag.coding != 'x' && tag.coding != 'e')) {
      return std::nullopt;
    }
  }
  tag.type = static_cast<ValueType>(number);
  switch (tag.type) {
    case ValueType::kInteger32:
    case ValueType::kOctetString:
    case ValueType::kNull:
    case ValueType::kObjectIdentifier:
    case ValueType::kIpAddress:
    case ValueType::kCounter32:
    case ValueType::kGauge32:
    case ValueType::kTimeTicks:
    case ValueType::kOpaque:
    case ValueType::kCounter64:
      return tag;
    default:
      return std::nullopt;
  }
}

// Of Python's escapes those that octets need.
std::optional<std::string> Unescape(std::string_view text) {
  std::string octets;
  while (!text.empty()) {
    if (text.front() != '\\') {
      octets += text.front();
      text.remove_prefix(1);
      continue;
    }
    const char kind = text.size() < 2 ? 0 : text[1];
    constexpr std::string_view kKinds = R"(\'"ntr)";
    constexpr std::string_view kMeanings = "\\'\"\n\t\r";
    const std::size_t known = kKinds.find(kind);
    if (kind == 'x' && text.size() >= 4) {
      const std::optional<std::string> octet = ParseHex(text.substr(2, 2));
      if (!octet || octet->size() != 1) {
        return std::nullopt;
      }
      octets += *octet;
      text.remove_prefix(4);
    } else if (known != std::string_view::npos) {
      octets += kMeanings[known];
      text.remove_prefix(2);
    } else {
      return std::nullopt;
    }
  }
  return octets;
}

std::optional<std::string> Decode(char coding, std::string_view text) {
  switch (coding) {
    case 'x':
      return ParseHex(text);
    case 'e':
      return Unescape(text);
    default:
      return std::string(text);
  }
}

std::optional<Value> ParseValue(const Tag& tag, std::string_view text) {
  const std::optional<std::string> content = Decode(tag.coding, text);
  if (!content) {
    return std::nullopt;
  }
  switch (tag.type) {
    case ValueType::kOctetString:
      return Value::OctetString(*content);
    case ValueType::kOpaque:
      return Value::Opaque(*content);
    case ValueType::kNull:
      return content->empty() ? std::optional(Value::Null()) : std::nullopt;
    case ValueType::kObjectIdentifier: {
      const Result<Oid> oid = Oid::Parse(*content);
      return oid.ok() ? std::optional(Value::ObjectIdentifier(*oid))
                      : std::nullopt;
    }
    case ValueType::kIpAddress:
      return tag.coding == 0 ? ParseIpAddress(*content) : IpAddressOf(*content);
    default:
      return ParseNumber(tag.type, *content);
  }
}

// What a variation module would begin with: the option `initial` or `value` of
// "min=1,max=2,initial=1". A value may hold commas of its own.
std::optional<std::string_view> FirstValue(std::string_view options) {
  for (const std::string_view key : {"initial=", "value="}) {
    const bool is_first = options.substr(0, key.size()) == key;
    const std::size_t behind = options.find("," + std::string(key));
    if (!is_first && behind == std::string_view::npos) {
      continue;
    }
    const std::string_view value =
        options.substr(is_first ? key.size() : behind + 1 + key.size());
    return value.substr(0, key == "initial=" ? value.find(',') : value.size());
  }
  return std::nullopt;
}

Result<CaptureEntry> ReadLine(int number, std::string_view line) {
  const std::size_t first = line.find('|');
  const std::size_t second =
      first == std::string_view::npos ? first : line.find('|', first + 1);
  if (second == std::string_view::npos) {
    return MistakeAt(number, "this is not OID|TAG|VALUE");
  }
  const Result<Oid> oid = Oid::Parse(Trim(line.substr(0, first)));
  if (!oid.ok()) {
    return MistakeAt(number, oid.error().message, oid.error().hint);
  }
  const std::string_view tag_text = line.substr(first + 1, second - first - 1);
  const std::optional<Tag> tag = ParseTag(tag_text);
  if (!tag) {
    return MistakeAt(
        number, "\"" + std::string(tag_text) + "\" is not a known tag", kTags);
  }
  std::string_view text = line.substr(second + 1);
  if (!tag->variation.empty()) {
    const std::optional<std::string_view> begin = FirstValue(text);
    if (!begin) {
      return MistakeAt(
          number,
          "the variation module \"" + std::string(tag->variation) +
              "\" is not the device's own answer and gives no first value",
          "allowed with one: initial=... or value=...");
    }
    text = *begin;
  }
  const std::optional<Value> value = ParseValue(*tag, text);
  if (!value) {
    return MistakeAt(number, "\"" + std::string(text) +
                                 "\" is not a value of the type " +
                                 ToString(tag->type));
  }
  return CaptureEntry{{*oid, *value}, number};
}

}  // namespace

Result<std::vector<CaptureEntry>> ReadSnmprec(
    const std::vector<std::string>& lines) {
  std::vector<CaptureEntry> entries;
  int number = 0;
  for (const std::string& line : lines) {
    ++number;
    if (Trim(line).empty() || line.front() == '#') {
      continue;
    }
    Result<CaptureEntry> entry = ReadLine(number, line);
    if (!entry.ok()) {
      return entry.error();
    }
    entries.push_back(*std::move(entry));
  }
  return entries;
}

}  // namespace pdukit::fake_pdu
