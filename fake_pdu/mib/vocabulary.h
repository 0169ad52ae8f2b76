#ifndef PDUKIT_FAKE_PDU_MIB_VOCABULARY_H_
#define PDUKIT_FAKE_PDU_MIB_VOCABULARY_H_

// The words in which a family's YAML speaks of a device: "outlet.state",
// "bank.current.upper_warning", "unit.command". This is all of a device that
// an SNMP object can be bound to.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/edit.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

enum class AttributeKind : std::uint8_t {
  kNumber,  // int64_t or double, in SI units and seconds
  kText,    // std::string: octets
  kWord,    // int64_t: a position in `words`
  kFlags,   // int64_t: a mask by position in `words`
};

struct Attribute {
  std::string name{};
  Scope scope = Scope::kUnit;
  AttributeKind kind = AttributeKind::kNumber;
  std::vector<std::string> words{};
  // Null for what can only be written.
  AttributeValue (*read)(const DeviceState& state, int row,
                         int parameter) = nullptr;
  // Null for what cannot be written. False if the device refuses.
  bool (*write)(Edit& edit, int row, int parameter,
                const AttributeValue& value) = nullptr;
  int parameter = 0;  // For the two functions.
  // What a family without a label for a word may show instead: by word, the
  // position of another; -1 or nothing: no other.
  std::vector<int> fallback{};
  // Only so many of the words are ever read, the others are only written.
  std::size_t readable_words = SIZE_MAX;
  bool is_peak = false;  // The highest reading so far.
  // A model that does not meter this scope does not have it.
  bool is_metered = false;
};

// Null if there is none.
const Attribute* FindAttribute(std::string_view name);

// All of them, by name.
const std::vector<Attribute>& Vocabulary();

// Something of a family's own that the device only keeps.
Attribute SettingAttribute(std::string name, Scope scope, AttributeKind kind,
                           SettingId id);

const char* ToString(Scope scope);
// In the order of Scope.
const std::vector<std::string>& ScopeNames();
std::optional<Scope> ParseScope(std::string_view name);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_VOCABULARY_H_
