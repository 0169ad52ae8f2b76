#include <algorithm>
#include <string>
#include <vector>

#include "fake_pdu/mib/hardware_parts.h"

namespace pdukit::fake_pdu {
namespace {

// Its own number, or the next one.
template <typename Part>
int ReadPartNumber(const YamlNode& entry, const std::vector<Part>& parts) {
  const int next = parts.empty() ? 1 : parts.back().number + 1;
  const auto number = entry.Find("number");
  return number ? static_cast<int>(number->Integer(next, 1000)) : next;
}

}  // namespace

void ReadGroups(const YamlNode& root, const Family& family, DeviceSpec& spec,
                std::vector<RowDefault>& defaults) {
  const auto list = root.Find("groups");
  if (!list) {
    return;
  }
  for (const YamlNode& entry : list->Items()) {
    GroupSpec group;
    group.number = ReadPartNumber(entry, spec.groups);
    const YamlNode outlets = entry.At("outlets");
    for (const int number : ReadNumbers(outlets)) {
      if (spec.OutletRow(number) < 0) {
        outlets.Fail("there is no outlet " + std::to_string(number));
      }
      if (std::count(group.outlets.begin(), group.outlets.end(), number) > 0) {
        outlets.Fail("outlet " + std::to_string(number) + " is named twice");
      }
      group.outlets.push_back(number);
    }
    ReadAttributes(entry, Scope::kGroup, {"number", "outlets"}, family,
                   static_cast<int>(spec.groups.size()), defaults);
    spec.groups.push_back(group);
  }
}

void ReadContacts(const YamlNode& root, const Family& family, DeviceSpec& spec,
                  std::vector<RowDefault>& defaults) {
  const auto list = root.Find("contacts");
  if (!list) {
    return;
  }
  for (const YamlNode& entry : list->Items()) {
    ContactSpec contact;
    contact.number = ReadPartNumber(entry, spec.contacts);
    contact.initial_state =
        static_cast<ContactState>(entry.At("state").Choice({"open", "closed"}));
    contact.normal_state = contact.initial_state;
    ReadAttributes(entry, Scope::kContact, {"number", "state"}, family,
                   static_cast<int>(spec.contacts.size()), defaults);
    spec.contacts.push_back(contact);
  }
}

}  // namespace pdukit::fake_pdu
