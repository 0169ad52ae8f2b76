#include "fake_pdu/mib/hardware_parts.h"

#include <algorithm>
#include <cstddef>

#include "fake_pdu/mib/family_reader.h"

namespace pdukit::fake_pdu {
namespace {

int ParseOutletNumber(const YamlNode& node, const std::string& text) {
  if (text.empty() || text.size() > 4 ||
      text.find_first_not_of("0123456789") != std::string::npos ||
      std::stoi(text) > kMostOutlets) {
    node.Fail("'" + node.Text() + "' names no outlets",
              {"numbers and ranges from 0 to 1000 as in 1-8 or [1-4, 7]"});
  }
  return std::stoi(text);
}

}  // namespace

std::vector<int> ReadNumbers(const YamlNode& node) {
  std::vector<int> numbers;
  for (const YamlNode& item : node.OneOrMore()) {
    const std::string text = item.Text();
    const std::size_t dash = text.find('-');
    const int first = ParseOutletNumber(item, text.substr(0, dash));
    const int last = dash == std::string::npos
                         ? first
                         : ParseOutletNumber(item, text.substr(dash + 1));
    if (last < first) {
      item.Fail("'" + text + "' runs backwards");
    }
    for (int number = first; number <= last; ++number) {
      numbers.push_back(number);
    }
  }
  return numbers;
}

void ReadAttributes(const YamlNode& entry, Scope scope,
                    const std::vector<std::string>& hardware_keys,
                    const Family& family, int row,
                    std::vector<RowDefault>& defaults) {
  for (const auto& [key, value] : entry.Entries()) {
    if (std::find(hardware_keys.begin(), hardware_keys.end(), key.Text()) !=
        hardware_keys.end()) {
      continue;
    }
    const Attribute* attribute =
        FindAttribute(family, std::string(ToString(scope)) + "." + key.Text());
    if (attribute == nullptr || attribute->write == nullptr) {
      std::vector<std::string> allowed = hardware_keys;
      for (const Attribute& setting : family.settings) {
        if (setting.scope == scope &&
            setting.name.find('#') == std::string::npos) {
          allowed.push_back(setting.name.substr(setting.name.find('.') + 1));
        }
      }
      allowed.push_back(std::string("and each ") + ToString(scope) +
                        ".* that can be written");
      key.Fail("unknown key '" + key.Text() + "'", allowed);
    }
    defaults.push_back({ReadDefault(value, *attribute, family), row});
  }
}

}  // namespace pdukit::fake_pdu
