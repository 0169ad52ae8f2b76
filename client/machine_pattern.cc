#include "client/machine_pattern.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "client/near_names.h"

namespace pdukit::client {
namespace {

using Names = std::vector<std::string>;

// No lab has more, but a slip of the finger makes any number.
constexpr std::size_t kMost = 100000;

Error Invalid(const std::string& pattern, const std::string& why) {
  return {ErrorKind::kInvalidArgument,
          fmt::format("'{}' names no machines: {}", pattern, why),
          "write web-1, web-[1-20], web-[1,3] or web-*"};
}

// At the commas that are in no brackets.
Names SplitAtCommas(const std::string& text) {
  Names parts(1);
  int depth = 0;
  for (const char c : text) {
    depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (c == ',' && depth == 0) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::optional<unsigned long> ParseNumber(std::string_view text) {
  unsigned long number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && rest == end ? std::optional(number)
                                             : std::nullopt;
}

// "1-20", or a word as it is. Numbers are as wide as the first.
Result<Names> ExpandRange(const std::string& pattern,
                          const std::string& range) {
  if (range.empty()) {
    return Invalid(pattern, "something is missing in the brackets");
  }
  const std::size_t dash = range.find('-');
  if (dash == std::string::npos) {
    return Names{range};
  }
  const auto first = ParseNumber(std::string_view(range).substr(0, dash));
  const auto last = ParseNumber(std::string_view(range).substr(dash + 1));
  if (!first || !last) {
    return Names{range};
  }
  if (*first > *last) {
    return Invalid(pattern, fmt::format("{} goes down", range));
  }
  if (*last - *first >= kMost) {
    return Invalid(pattern, "they are too many");
  }
  Names names;
  for (unsigned long number = *first; number <= *last; ++number) {
    names.push_back(fmt::format("{:0{}}", number, dash));
  }
  return names;
}

Result<Names> ExpandBrackets(const std::string& pattern,
                             const std::string& inside) {
  Names all;
  for (const std::string& range : SplitAtCommas(inside)) {
    Result<Names> names = ExpandRange(pattern, range);
    if (!names.ok()) {
      return names;
    }
    all.insert(all.end(), names->begin(), names->end());
  }
  return all;
}

// Letters as they are, or what may stand in their place.
Result<std::vector<Names>> Parse(const std::string& pattern) {
  std::vector<Names> parts;
  std::string_view rest = pattern;
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find_first_of("[]"), rest.size());
    parts.push_back({std::string(rest.substr(0, open))});
    rest.remove_prefix(open);
    if (rest.empty()) {
      break;
    }
    const std::size_t close = rest.find_first_of("[]", 1);
    if (rest[0] == ']' || close == std::string_view::npos ||
        rest[close] == '[') {
      return Invalid(pattern, "a bracket has no counterpart");
    }
    Result<Names> inside =
        ExpandBrackets(pattern, std::string(rest.substr(1, close - 1)));
    if (!inside.ok()) {
      return inside.error();
    }
    parts.push_back(*std::move(inside));
    rest.remove_prefix(close + 1);
  }
  return parts;
}

// Every name that the brackets make.
Result<Names> Expand(const std::string& pattern) {
  const Result<std::vector<Names>> parts = Parse(pattern);
  if (!parts.ok()) {
    return parts.error();
  }
  Names heads = {""};
  for (const Names& tails : *parts) {
    if (heads.size() * tails.size() > kMost) {
      return Invalid(pattern, "they are too many");
    }
    Names joined;
    for (const std::string& head : heads) {
      for (const std::string& tail : tails) {
        joined.push_back(head + tail);
      }
    }
    heads = std::move(joined);
  }
  return heads;
}

// `*` stands for any letters, none included. What stands between two stars is
// taken where it comes first: to go back to any but the last star would find
// nothing more, and take for ever with many of them.
bool Matches(std::string_view glob, std::string_view name) {
  std::size_t in_glob = 0;
  std::size_t in_name = 0;
  std::optional<std::size_t> behind_star;
  std::size_t star_ends = 0;
  while (in_name < name.size()) {
    if (in_glob < glob.size() && glob[in_glob] == '*') {
      behind_star = ++in_glob;
      star_ends = in_name;
    } else if (in_glob < glob.size() && glob[in_glob] == name[in_name]) {
      ++in_glob;
      ++in_name;
    } else if (behind_star) {
      in_glob = *behind_star;
      in_name = ++star_ends;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', in_glob) == std::string_view::npos;
}

Error Missing(const std::string& name, const Names& machines) {
  const Names near = NearNames(name, machines);
  return {ErrorKind::kNotFound, fmt::format("there is no machine '{}'", name),
          near.empty()
              ? fmt::format("the lab has {}; power list names them",
                            machines.size())
              : fmt::format("near ones are {}", fmt::join(near, ", "))};
}

Result<Names> MatchOne(const std::string& name, const Names& machines) {
  Names found;
  std::copy_if(machines.begin(), machines.end(), std::back_inserter(found),
               [&](const std::string& m) { return Matches(name, m); });
  if (!found.empty()) {
    return found;
  }
  if (name.find('*') == std::string::npos) {
    return Missing(name, machines);
  }
  return Error{ErrorKind::kNotFound,
               fmt::format("no machine is called like '{}'", name)};
}

}  // namespace

bool IsMachineName(const std::string& name) {
  return !name.empty() && name.front() != '-' &&
         std::none_of(name.begin(), name.end(), [](unsigned char c) {
           return std::iscntrl(c) != 0 || std::isspace(c) != 0 || c == '[' ||
                  c == ']' || c == ',' || c == '*';
         });
}

Result<Names> MatchMachines(const Names& patterns, const Names& machines) {
  Names matched;
  std::set<std::string> seen;
  for (const std::string& list : patterns) {
    for (const std::string& pattern : SplitAtCommas(list)) {
      Result<Names> expanded = Expand(pattern);
      if (!expanded.ok()) {
        return expanded;
      }
      for (const std::string& name : *expanded) {
        Result<Names> found = MatchOne(name, machines);
        if (!found.ok()) {
          return found;
        }
        std::copy_if(
            found->begin(), found->end(), std::back_inserter(matched),
            [&](const std::string& m) { return seen.insert(m).second; });
      }
    }
  }
  return matched;
}

}  // namespace pdukit::client
