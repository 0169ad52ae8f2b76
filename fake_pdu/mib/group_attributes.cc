#include "fake_pdu/mib/group_attributes.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/make_attribute.h"

namespace pdukit::fake_pdu {
namespace {

const std::vector<int>& MembersOf(const DeviceState& state, int row) {
  return state.groups[static_cast<std::size_t>(row)];
}

bool Has(const std::vector<int>& outlets, int row) {
  return std::find(outlets.begin(), outlets.end(), row) != outlets.end();
}

AttributeValue ReadNumber(const DeviceState& state, int row, int) {
  return Number(state.spec->groups[static_cast<std::size_t>(row)].number);
}

AttributeValue ReadOutletCount(const DeviceState& state, int row, int) {
  return Number(static_cast<std::int64_t>(MembersOf(state, row).size()));
}

AttributeValue ReadOutlets(const DeviceState& state, int row, int) {
  std::string text;
  for (const int outlet : MembersOf(state, row)) {
    const auto at = static_cast<std::size_t>(outlet);
    text += text.empty() ? "" : ",";
    text += std::to_string(state.spec->outlets[at].number);
  }
  return text;
}

// The row of the outlet whose number this is; -1 if there is none.
int RowOf(const DeviceSpec& spec, const std::string& number) {
  if (number.empty() || number.size() > 4 ||
      number.find_first_not_of("0123456789") != std::string::npos) {
    return -1;
  }
  return spec.OutletRow(std::stoi(number));
}

// "1,4,5"; nullopt if it names an outlet that is not there, or one twice.
std::optional<std::vector<int>> ParseOutlets(const DeviceSpec& spec,
                                             const std::string& text) {
  std::vector<int> outlets;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const int row = RowOf(spec, text.substr(at, end - at));
    if (row < 0 || Has(outlets, row) || end + 1 == text.size()) {
      return std::nullopt;
    }
    outlets.push_back(row);
    at = end + 1;
  }
  std::sort(outlets.begin(), outlets.end());
  return outlets;
}

bool WriteOutlets(Edit& edit, int row, int, const AttributeValue& value) {
  const auto outlets = ParseOutlets(*edit.state.spec, AsText(value));
  if (!outlets) {
    return false;
  }
  edit.state.groups[static_cast<std::size_t>(row)] = *outlets;
  return true;
}

// The number of the first group that has it, or 0.
AttributeValue ReadGroup(const DeviceState& state, int outlet, int) {
  for (std::size_t row = 0; row < state.groups.size(); ++row) {
    if (Has(state.groups[row], outlet)) {
      return Number(state.spec->groups[row].number);
    }
  }
  return Number(0);
}

// Into this group alone; into none if it is 0.
bool WriteGroup(Edit& edit, int outlet, int, const AttributeValue& value) {
  const std::int64_t number = AsInteger(value);
  const int row = number <= 0 || number > 1000
                      ? -1
                      : edit.state.spec->GroupRow(static_cast<int>(number));
  if (number != 0 && row < 0) {
    return false;
  }
  for (std::vector<int>& outlets : edit.state.groups) {
    outlets.erase(std::remove(outlets.begin(), outlets.end(), outlet),
                  outlets.end());
  }
  if (row >= 0) {
    std::vector<int>& outlets =
        edit.state.groups[static_cast<std::size_t>(row)];
    outlets.insert(std::lower_bound(outlets.begin(), outlets.end(), outlet),
                   outlet);
  }
  return true;
}

}  // namespace

std::vector<Attribute> GroupAttributes() {
  return {
      MakeNumber(Scope::kGroup, "number", ReadNumber),
      MakeNumber(Scope::kGroup, "outlet_count", ReadOutletCount),
      MakeText(Scope::kGroup, "outlets", ReadOutlets, WriteOutlets),
      MakeNumber(Scope::kOutlet, "group", ReadGroup, WriteGroup),
  };
}

}  // namespace pdukit::fake_pdu
