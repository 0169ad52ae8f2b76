// What Net-SNMP's snmpwalk prints (snmpcmd(1), OUTPUT OPTIONS).

#include <array>
#include <utility>

#include "fake_pdu/capture/capture_reader.h"

namespace pdukit::fake_pdu {
namespace {

constexpr char kWithoutMibs[] =
    "walk with snmpwalk -On -m \"\", so that values are as on the wire";

// An entry with the lines that its text goes on in.
struct Statement {
  Oid oid{};
  std::string text{};
  int line = 0;
};

// "iso.3.6.1" is how snmpwalk writes 1.3.6.1 without -On.
std::optional<Oid> ParseName(std::string_view text) {
  constexpr std::string_view kIso = "iso.";
  const bool named = text.substr(0, kIso.size()) == kIso;
  const Result<Oid> oid = Oid::Parse(
      named ? "1." + std::string(text.substr(kIso.size())) : std::string(text));
  return oid.ok() ? std::optional(*oid) : std::nullopt;
}

// What begins in this line, if anything does.
std::optional<Statement> Begin(std::string_view line, int number) {
  const std::size_t equals = line.find(" =");
  if (equals == std::string_view::npos) {
    return std::nullopt;
  }
  const std::optional<Oid> oid = ParseName(line.substr(0, equals));
  const std::string_view rest = line.substr(equals + 2);
  if (!oid || (!rest.empty() && rest.front() != ' ')) {
    return std::nullopt;
  }
  return Statement{*oid, std::string(rest.substr(rest.empty() ? 0 : 1)),
                   number};
}

Result<std::vector<Statement>> Split(const std::vector<std::string>& lines) {
  std::vector<Statement> statements;
  int number = 0;
  for (const std::string& line : lines) {
    ++number;
    std::optional<Statement> begun = Begin(line, number);
    if (begun) {
      statements.push_back(*std::move(begun));
    } else if (!statements.empty()) {
      statements.back().text += '\n' + line;
    } else if (!Trim(line).empty()) {
      return MistakeAt(number, "this is not OID = TYPE: VALUE", kWithoutMibs);
    }
  }
  // A text may end with an empty line; a file always does.
  if (!statements.empty()) {
    std::string& last = statements.back().text;
    last.erase(last.find_last_not_of('\n') + 1);
  }
  return statements;
}

bool IsException(std::string_view text) {
  for (const std::string_view begin :
       {"No Such Object", "No Such Instance", "No more variables left"}) {
    if (text.substr(0, begin.size()) == begin) {
      return true;
    }
  }
  return false;
}

// Within quotes, a backslash stands before each quote and backslash.
std::optional<Value> ParseString(std::string_view text) {
  if (text.empty() || text.front() != '"') {
    return Value::OctetString(std::string(text));
  }
  std::string octets;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') {
      return at + 1 == text.size() ? std::optional(Value::OctetString(octets))
                                   : std::nullopt;
    }
    if (text[at] == '\\' && at + 1 < text.size()) {
      ++at;
    }
    octets += text[at];
  }
  return std::nullopt;
}

// The digits in "5", "on(1)" and "5 seconds".
std::string_view Digits(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open != std::string_view::npos && !text.empty() && text.back() == ')') {
    return text.substr(open + 1, text.size() - open - 2);
  }
  return text.substr(0, text.find(' '));
}

std::optional<Value> ParseTicks(std::string_view text) {
  if (text.empty() || text.front() != '(') {
    return std::nullopt;
  }
  return ParseNumber(ValueType::kTimeTicks, text.substr(1, text.find(')') - 1));
}

std::optional<Value> ParseOid(std::string_view text) {
  const std::optional<Oid> oid = ParseName(text);
  return oid ? std::optional(Value::ObjectIdentifier(*oid)) : std::nullopt;
}

std::optional<Value> ParseHexString(std::string_view text) {
  const std::optional<std::string> octets = ParseHex(text);
  return octets ? std::optional(Value::OctetString(*octets)) : std::nullopt;
}

// "9F 04 online(0) charged(3)": the octets, then what they mean.
std::optional<Value> ParseBits(std::string_view text) {
  std::size_t end = 0;
  while (end + 1 < text.size() && ParseHex(text.substr(end, 2)) &&
         (end + 2 == text.size() || text[end + 2] == ' ')) {
    end += 3;
  }
  return ParseHexString(text.substr(0, end));
}

// "C0:A8:00:01"
std::optional<Value> ParseNetworkAddress(std::string_view text) {
  std::string hex(text);
  for (char& c : hex) {
    c = c == ':' ? ' ' : c;
  }
  const std::optional<std::string> octets = ParseHex(hex);
  return octets ? IpAddressOf(*octets) : std::nullopt;
}

template <ValueType kType>
std::optional<Value> ParseTyped(std::string_view text) {
  return ParseNumber(kType, Digits(text));
}

struct Kind {
  std::string_view name;
  std::optional<Value> (*parse)(std::string_view text);
};

constexpr std::array kKinds = {
    Kind{"STRING", ParseString},
    Kind{"Hex-STRING", ParseHexString},
    Kind{"INTEGER", ParseTyped<ValueType::kInteger32>},
    Kind{"Integer32", ParseTyped<ValueType::kInteger32>},
    Kind{"Gauge32", ParseTyped<ValueType::kGauge32>},
    Kind{"Unsigned32", ParseTyped<ValueType::kGauge32>},
    Kind{"Counter32", ParseTyped<ValueType::kCounter32>},
    Kind{"Counter64", ParseTyped<ValueType::kCounter64>},
    Kind{"Timeticks", ParseTicks},
    Kind{"OID", ParseOid},
    Kind{"IpAddress", ParseIpAddress},
    Kind{"Network Address", ParseNetworkAddress},
    Kind{"BITS", ParseBits},
};

std::string KindNames() {
  std::string names;
  for (const Kind& kind : kKinds) {
    names += (names.empty() ? "allowed: " : ", ") + std::string(kind.name);
  }
  return names;
}

Result<Value> ParseValue(const Statement& statement) {
  std::string_view text = Trim(statement.text);
  if (text == "\"\"" || text.empty()) {
    return Value::OctetString("");
  }
  if (text == "NULL") {
    return Value::Null();
  }
  // "Wrong Type (should be INTEGER): Gauge32: 5"
  constexpr std::string_view kWrongType = "Wrong Type (should be ";
  constexpr std::string_view kWrongEnd = "): ";
  if (text.substr(0, kWrongType.size()) == kWrongType &&
      text.find(kWrongEnd) != std::string_view::npos) {
    text = text.substr(text.find(kWrongEnd) + kWrongEnd.size());
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    return MistakeAt(statement.line, "the value has no type", kWithoutMibs);
  }
  const std::string_view name = text.substr(0, colon);
  for (const Kind& kind : kKinds) {
    if (kind.name == name) {
      text = text.substr(colon + 1);
      text.remove_prefix(text.substr(0, 1) == " " ? 1 : 0);
      const std::optional<Value> value = kind.parse(text);
      return value ? Result<Value>(*value)
                   : MistakeAt(statement.line,
                               "\"" + std::string(text) + "\" is no " +
                                   std::string(name),
                               kWithoutMibs);
    }
  }
  return MistakeAt(statement.line,
                   "\"" + std::string(name) + "\" is not a known type",
                   KindNames());
}

}  // namespace

Result<std::vector<CaptureEntry>> ReadWalk(
    const std::vector<std::string>& lines) {
  const Result<std::vector<Statement>> statements = Split(lines);
  if (!statements.ok()) {
    return statements.error();
  }
  std::vector<CaptureEntry> entries;
  for (const Statement& statement : *statements) {
    if (IsException(statement.text)) {
      continue;
    }
    const Result<Value> value = ParseValue(statement);
    if (!value.ok()) {
      return value.error();
    }
    entries.push_back({{statement.oid, *value}, statement.line});
  }
  return entries;
}

}  // namespace pdukit::fake_pdu
