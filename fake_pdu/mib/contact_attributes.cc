#include "fake_pdu/mib/contact_attributes.h"

#include <cstddef>

#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/make_attribute.h"

namespace pdukit::fake_pdu {
namespace {

const ContactRuntime& ContactAt(const DeviceState& state, int row) {
  return state.contacts[static_cast<std::size_t>(row)];
}

AttributeValue ReadNumber(const DeviceState& state, int row, int) {
  return Number(state.spec->contacts[static_cast<std::size_t>(row)].number);
}

AttributeValue ReadState(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(ContactAt(state, row).state));
}

AttributeValue ReadNormalState(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(ContactAt(state, row).normal_state));
}

bool WriteNormalState(Edit& edit, int row, int, const AttributeValue& value) {
  edit.state.contacts[static_cast<std::size_t>(row)].normal_state =
      static_cast<ContactState>(AsInteger(value));
  return true;
}

AttributeValue ReadAlarm(const DeviceState& state, int row, int) {
  const ContactRuntime& contact = ContactAt(state, row);
  return Number(contact.state == contact.normal_state ? 0 : 1);
}

}  // namespace

std::vector<Attribute> ContactAttributes() {
  const std::vector<std::string> states = {"open", "closed"};
  return {
      MakeNumber(Scope::kContact, "number", ReadNumber),
      MakeWord(Scope::kContact, "state", states, ReadState),
      MakeWord(Scope::kContact, "normal_state", states, ReadNormalState,
               WriteNormalState),
      MakeWord(Scope::kContact, "alarm", {"no", "yes"}, ReadAlarm),
  };
}

}  // namespace pdukit::fake_pdu
