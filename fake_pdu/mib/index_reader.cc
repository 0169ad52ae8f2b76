// Where the rows of a table lie.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "fake_pdu/mib/family_reader.h"

namespace pdukit::fake_pdu {
namespace {

// Whether every row of `from` can have a row of `to`.
bool AreRelated(Scope from, Scope to) {
  if (from == to || to == Scope::kUnit) {
    return true;
  }
  switch (from) {
    case Scope::kOutlet:
      return to == Scope::kBank || to == Scope::kPhase || to == Scope::kInlet;
    case Scope::kBank:
      return to == Scope::kPhase || to == Scope::kInlet;
    case Scope::kPhase:
      return to == Scope::kInlet;
    default:
      return false;
  }
}

bool IsDigits(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

// The number behind `sign` at the end of `text`, which is cut off; 0 if there
// is none.
std::int64_t CutNumber(std::string& text, char sign) {
  const std::size_t at = text.rfind(sign);
  if (at == std::string::npos || text.size() - at > 10 ||
      !IsDigits(text.substr(at + 1))) {
    return 0;
  }
  const std::int64_t number = std::stoll(text.substr(at + 1));
  text.resize(at);
  return number;
}

[[noreturn]] void FailIndex(const YamlNode& node, Scope scope) {
  node.Fail("an index is a number of the row or of what it belongs to",
            {"row", std::string(ToString(scope)) + ".number",
             "unit.number-1 and the like", "a number"});
}

const Attribute* NumberAttribute(const YamlNode& node, const std::string& name,
                                 Scope scope, const Family& family) {
  const Attribute* attribute = FindAttribute(family, name);
  if (attribute == nullptr || attribute->kind != AttributeKind::kNumber ||
      attribute->read == nullptr) {
    FailIndex(node, scope);
  }
  RequireRelated(node, scope, attribute->scope);
  return attribute;
}

// "1-8" or "3"
bool ReadRange(const std::string& text, RowFilter& filter) {
  const std::size_t dash = text.find('-');
  const std::string low = text.substr(0, dash);
  const std::string high =
      dash == std::string::npos ? low : text.substr(dash + 1);
  if (!IsDigits(low) || !IsDigits(high) || low.size() > 9 || high.size() > 9) {
    return false;
  }
  filter.low = std::stoll(low);
  filter.high = std::stoll(high);
  return filter.low <= filter.high;
}

RowFilter ReadFilter(const YamlNode& name, const YamlNode& value, Scope scope,
                     const Family& family) {
  RowFilter filter;
  filter.attribute = ReadAttribute(name, family);
  RequireRelated(name, scope, filter.attribute->scope);
  if (filter.attribute->kind == AttributeKind::kWord) {
    filter.low =
        static_cast<std::int64_t>(value.Choice(filter.attribute->words));
    filter.high = filter.low;
  } else if (filter.attribute->kind != AttributeKind::kNumber ||
             !ReadRange(value.Text(), filter)) {
    value.Fail("'" + value.Text() + "' picks no rows",
               {"a number", "a range as in 1-8", "a word of the attribute"});
  }
  return filter;
}

}  // namespace

void RequireRelated(const YamlNode& node, Scope from, Scope to) {
  if (!AreRelated(from, to)) {
    node.Fail(std::string("a row of ") + ToString(from) +
              " belongs to no single " + ToString(to));
  }
}

IndexPart ReadIndexPart(const YamlNode& node, const std::string& text,
                        Scope scope, const Family& family) {
  IndexPart part;
  if (text == "row") {
    part.is_running = true;
    return part;
  }
  if (IsDigits(text)) {
    if (text.size() > 10 ||
        std::stoll(text) > std::numeric_limits<std::uint32_t>::max()) {
      FailIndex(node, scope);
    }
    part.add = std::stoll(text);
    return part;
  }
  std::string name = text;
  part.add = CutNumber(name, '+');
  part.add -= CutNumber(name, '-');
  const std::int64_t times = CutNumber(name, '*');
  part.times = times == 0 ? 1 : times;
  part.attribute = NumberAttribute(node, name, scope, family);
  return part;
}

std::vector<IndexPart> ReadPath(const YamlNode& node, const Oid& base,
                                Scope scope, const Family& family) {
  std::string text = node.Text();
  std::vector<IndexPart> path;
  if (text.substr(0, 8) != "1.3.6.1.") {
    for (const std::uint32_t id : base.ids()) {
      path.emplace_back().add = id;
    }
  }
  std::size_t at = 0;
  while (at <= text.size()) {
    std::size_t end = text[at] == '{' ? text.find('}', at) : at;
    end = end == std::string::npos ? end : text.find('.', end);
    std::string one = text.substr(at, end - at);
    if (one.size() > 2 && one.front() == '{' && one.back() == '}') {
      one = one.substr(1, one.size() - 2);
    } else if (!IsDigits(one)) {
      node.Fail("'" + text + "' is no place in the tree",
                {"numbers and {attribute} with dots between them"});
    }
    path.push_back(ReadIndexPart(node, one, scope, family));
    if (end == std::string::npos) {
      break;
    }
    at = end + 1;
  }
  return path;
}

std::vector<RowFilter> ReadFilters(const YamlNode& table, Scope scope,
                                   const Family& family) {
  std::vector<RowFilter> filters;
  if (const auto where = table.Find("where")) {
    for (const auto& [name, value] : where->Entries()) {
      filters.push_back(ReadFilter(name, value, scope, family));
    }
  }
  return filters;
}

}  // namespace pdukit::fake_pdu
