#ifndef PDUKIT_FAKE_PDU_MIB_BINDING_H_
#define PDUKIT_FAKE_PDU_MIB_BINDING_H_

// How the objects of one column follow from a device, and how a device follows
// what is written to them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/edit.h"
#include "fake_pdu/mib/syntax.h"
#include "fake_pdu/mib/vocabulary.h"
#include "snmp/error_status.h"
#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit::fake_pdu {

// A column of a table, or a scalar: what the MIB says of it.
struct Column {
  std::string name{};
  Oid oid{};  // Without the instance.
  Syntax syntax{};
  bool is_writable = false;
};

// Either text, or the value of an attribute.
struct TextPiece {
  std::string text{};
  const Attribute* attribute = nullptr;
};

// One sub-identifier: the attribute, if there is one, times `times`, plus
// `add`; or the number of the row, counted through the whole table from 1.
struct IndexPart {
  const Attribute* attribute = nullptr;
  std::int64_t times = 1;
  std::int64_t add = 0;
  bool is_running = false;
};

struct Binding {
  enum class Source : std::uint8_t {
    kConstant,
    kAttribute,
    kTemplate,  // `pieces`, one after the other.
    kPacked,    // The attribute of the row's outlets, or of all units, in one
                // string, with `absent` up to `sample_count` of them.
    kTotal,     // The sum of the attribute over all of its rows.
    kCommandList,  // Empty; what is written is a word, a blank, and the places
                   // of the outlets that it is for: "2 2.1,2.12".
    kSamples,  // The attribute, `sample_count` times in little-endian octets.
    kPointer,  // The name of an object of a related row.
    kRow,      // The number of the row in its table, from 1.
  };

  Source source = Source::kConstant;
  Scope row_scope = Scope::kUnit;  // Of the rows of this table.
  Value constant{};
  const Attribute* attribute = nullptr;
  // What the object shows is the attribute times `scale` plus `add`.
  double scale = 1;
  double add = 0;
  // By the attribute's word: the number that stands for it; in BITS, the
  // position of the label; in a string, the text.
  std::vector<std::int64_t> number_of_word{};
  std::vector<std::string> text_of_word{};
  std::string separator{};
  // Of a number in a string: digits behind the point, or how strftime writes
  // the seconds since 1970.
  int decimals = 0;
  std::string time_format{};
  std::string suffix{};  // Behind the number; may be left out when written.
  int sample_count = 0;
  int sample_octets = 0;
  std::vector<TextPiece> pieces{};
  // What the place of an outlet in a list of commands is made of.
  std::vector<IndexPart> address{};
  // The columns to point to, by the scope of their rows; the first one counts
  // that has a row.
  std::vector<std::pair<Scope, std::string>> pointers{};
  // Where the device has no such value.
  std::optional<Value> missing{};
  // This value is written to take the device's away; it reads as `missing`.
  std::optional<std::int64_t> none{};
  // In rows that stand for outlets which the device does not have.
  std::optional<Value> absent{};

  bool is_writable = false;
  // What is written goes to every row of the target's scope that belongs to
  // this one; what goes to units, to all of them.
  bool writes_everywhere = false;
  // Of what is written, but for a template: that writes what its pieces name.
  const Attribute* target = nullptr;
  std::map<std::int64_t, std::int64_t> word_of_number{};
  std::map<std::string, std::int64_t> word_of_text{};
  // If there are any, others are refused, or become the next lower one.
  std::vector<std::int64_t> allowed{};
  bool rounds_down = false;
};

// The value in this row of a table.
Value ReadBinding(const Binding& binding, const Syntax& syntax,
                  const DeviceState& state, int row);

// Whether it can ever be written; kNoError if so.
ErrorStatus CheckWrite(const Binding& binding, const Syntax& syntax,
                       const Value& value);

// Writes what CheckWrite has passed. False if the device refuses.
bool WriteBinding(const Binding& binding, const Syntax& syntax, Edit& edit,
                  int row, const Value& value);

// The texts of the pieces, with attributes of `row` in `scope` or related to
// it.
std::string Expand(const std::vector<TextPiece>& pieces,
                   const DeviceState& state, Scope scope, int row);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_MIB_BINDING_H_
