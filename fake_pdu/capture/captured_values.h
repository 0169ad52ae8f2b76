#ifndef PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_VALUES_H_
#define PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_VALUES_H_

// What captured values mean to a device: the reverse of what a binding shows.

#include <cstdint>
#include <optional>

#include "fake_pdu/mib/object_table.h"

namespace pdukit::fake_pdu {

// The number, in the device's own unit, that the object shows.
std::optional<double> ReadingOf(const Binding& binding, const Value& value);

// The first word of the attribute that shows like this.
std::optional<std::int64_t> WordOf(const Binding& binding, const Value& value);

// The attribute's value, if it can be told.
std::optional<AttributeValue> SettingOf(const ObjectTable::Cell& cell,
                                        const Value& value);

// Whether an outlet whose attribute is this word is on: what the word is a
// kind of, as far back as "off" and "on".
std::optional<bool> IsOn(const Attribute& attribute, std::int64_t word);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_VALUES_H_
