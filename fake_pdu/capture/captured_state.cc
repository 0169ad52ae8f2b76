#include "fake_pdu/capture/captured_state.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "fake_pdu/capture/bits_text.h"
#include "fake_pdu/capture/captured_values.h"
#include "fake_pdu/device/relays.h"
#include "fake_pdu/mib/binding.h"

namespace pdukit::fake_pdu {
namespace {

using Cell = ObjectTable::Cell;

// What is read and written, but does something when it is written.
constexpr std::array<std::string_view, 7> kCommands = {
    "command", "on_in", "off_in", "reboot_in", "queue", "reset", "unlocked"};
// What changes though nobody writes it, beside what is metered.
constexpr std::array<std::string_view, 16> kMoving = {
    "state",         "condition",         "control",  "pending",
    "switched_at",   "pending_command",   "level",    "breaker",
    "switch_count",  "seconds_to_action", "uptime",   "boot_time",
    "outlets_state", "temperature",       "humidity", "time"};

std::string_view LastWord(const Attribute& attribute) {
  const std::string_view name = attribute.name;
  return name.substr(name.rfind('.') + 1);
}

template <std::size_t kSize>
bool IsOneOf(const std::array<std::string_view, kSize>& words,
             const Attribute& attribute) {
  return std::find(words.begin(), words.end(), LastWord(attribute)) !=
         words.end();
}

bool IsSetting(const Attribute& attribute) {
  return attribute.read != nullptr && attribute.write != nullptr &&
         !IsOneOf(kCommands, attribute);
}

bool Moves(const Attribute& attribute) {
  if (attribute.write != nullptr) {
    return IsOneOf(kCommands, attribute) || LastWord(attribute) == "energy";
  }
  return (attribute.is_metered && LastWord(attribute) != "rated") ||
         IsOneOf(kMoving, attribute);
}

bool SaysState(const Attribute& attribute) {
  return attribute.scope == Scope::kOutlet &&
         (LastWord(attribute) == "state" ||
          LastWord(attribute) == "condition" ||
          LastWord(attribute) == "control");
}

class CapturedState {
 public:
  CapturedState(const Capture& capture, const Model& model) : model_(model) {
    for (const Varbind& varbind : capture.varbinds()) {
      const Cell* cell = model.objects.Find(varbind.oid);
      if (cell == nullptr || CheckValue(cell->column->syntax, varbind.value) ==
                                 ErrorStatus::kWrongType) {
        continue;
      }
      const bool is_bits = cell->column->syntax.base == BaseSyntax::kBits;
      cells_.push_back({cell, is_bits ? BitsOf(varbind.value) : varbind.value});
    }
  }

  void WriteSettings(Edit& edit) const;
  void Switch(Edit& edit) const;
  void Load(Edit& edit) const;

 private:
  struct CapturedCell {
    const Cell* cell;
    Value value;
  };

  std::map<int, bool> States() const;
  void UnpackStates(const CapturedCell& captured,
                    std::map<int, bool>& states) const;
  std::map<int, double> Watts(Scope scope, const DeviceState& state) const;

  const Model& model_;
  std::vector<CapturedCell> cells_;
};

void CapturedState::WriteSettings(Edit& edit) const {
  for (const CapturedCell& captured : cells_) {
    const Binding& binding = *captured.cell->binding;
    const Syntax& syntax = captured.cell->column->syntax;
    const int row = captured.cell->row;
    const bool is_template = binding.source == Binding::Source::kTemplate;
    if (is_template && binding.is_writable) {
      WriteBinding(binding, syntax, edit, row, captured.value);
      continue;
    }
    if (binding.source != Binding::Source::kAttribute ||
        !IsSetting(*binding.attribute)) {
      continue;
    }
    if (binding.is_writable && binding.target == binding.attribute &&
        CheckWrite(binding, syntax, captured.value) == ErrorStatus::kNoError) {
      WriteBinding(binding, syntax, edit, row, captured.value);
      continue;
    }
    const int related = RelatedRow(model_.spec, binding.row_scope, row,
                                   binding.attribute->scope);
    const std::optional<AttributeValue> value =
        SettingOf(*captured.cell, captured.value);
    if (related >= 0 && value) {
      binding.attribute->write(edit, related, binding.attribute->parameter,
                               *value);
    }
  }
}

// One string for the outlets of a row: "1,0,1".
void CapturedState::UnpackStates(const CapturedCell& captured,
                                 std::map<int, bool>& states) const {
  const Binding& binding = *captured.cell->binding;
  const std::string* text = captured.value.AsOctets();
  std::size_t at = 0;
  for (int outlet = 0; outlet < model_.spec.RowCount(Scope::kOutlet);
       ++outlet) {
    if (RelatedRow(model_.spec, Scope::kOutlet, outlet, binding.row_scope) !=
        captured.cell->row) {
      continue;
    }
    if (text == nullptr || at >= text->size()) {
      return;
    }
    const std::size_t end =
        binding.separator.empty()
            ? at + 1
            : std::min(text->find(binding.separator, at), text->size());
    const std::optional<std::int64_t> word =
        WordOf(binding, Value::OctetString(text->substr(at, end - at)));
    const std::optional<bool> is_on =
        word ? IsOn(*binding.attribute, *word) : std::nullopt;
    if (is_on) {
      states.emplace(outlet, *is_on);
    }
    at = end + binding.separator.size();
  }
}

// By row; what is only shown comes before what is written as well, which may
// read as the last command.
std::map<int, bool> CapturedState::States() const {
  std::map<int, bool> states;
  for (const bool is_writable : {false, true}) {
    for (const CapturedCell& captured : cells_) {
      const Binding& binding = *captured.cell->binding;
      if (binding.attribute == nullptr || !SaysState(*binding.attribute) ||
          binding.is_writable != is_writable) {
        continue;
      }
      if (binding.source == Binding::Source::kPacked) {
        UnpackStates(captured, states);
      }
      const std::optional<std::int64_t> word =
          binding.source == Binding::Source::kAttribute
              ? WordOf(binding, captured.value)
              : std::nullopt;
      const std::optional<bool> is_on =
          word ? IsOn(*binding.attribute, *word) : std::nullopt;
      if (is_on && binding.row_scope == Scope::kOutlet) {
        states.emplace(captured.cell->row, *is_on);
      }
    }
  }
  return states;
}

void CapturedState::Switch(Edit& edit) const {
  for (const auto& [row, is_on] : States()) {
    SwitchByHand(edit, row, is_on ? OutletState::kOn : OutletState::kOff);
  }
}

// What each part of this scope draws, by row: its power if that is captured,
// else its current at the device's voltage.
std::map<int, double> CapturedState::Watts(Scope scope,
                                           const DeviceState& state) const {
  const std::string prefix = std::string(ToString(scope)) + '.';
  const Attribute* voltage = FindAttribute(prefix + "voltage");
  std::map<int, double> watts;
  for (const std::string_view quantity :
       {"active_power", "apparent_power", "current"}) {
    for (const CapturedCell& captured : cells_) {
      const Binding& binding = *captured.cell->binding;
      if (binding.source != Binding::Source::kAttribute ||
          binding.row_scope != scope ||
          binding.attribute->name != prefix + std::string(quantity)) {
        continue;
      }
      const std::optional<double> reading = ReadingOf(binding, captured.value);
      const int row = captured.cell->row;
      double factor = 1;
      if (quantity == "current") {
        const AttributeValue volts =
            voltage->read(state, row, voltage->parameter);
        const auto* number = std::get_if<double>(&volts);
        factor = number == nullptr ? 0 : *number;
      }
      if (reading && *reading >= 0) {
        watts.emplace(row, *reading * factor);
      }
    }
  }
  return watts;
}

void CapturedState::Load(Edit& edit) const {
  for (const Scope scope : {Scope::kOutlet, Scope::kBank, Scope::kPhase,
                            Scope::kInlet, Scope::kUnit}) {
    const std::map<int, double> watts = Watts(scope, edit.state);
    const bool is_loaded =
        std::any_of(watts.begin(), watts.end(),
                    [](const auto& part) { return part.second > 0; });
    if (!is_loaded) {
      continue;
    }
    std::map<int, std::vector<int>> outlets;  // Those that are on, by part.
    for (int row = 0; row < OutletCount(edit.state); ++row) {
      if (StateOf(edit.state, row) == OutletState::kOn) {
        const int part = RelatedRow(model_.spec, Scope::kOutlet, row, scope);
        outlets[part].push_back(row);
      }
    }
    for (const auto& [part, rows] : outlets) {
      const auto found = watts.find(part);
      for (const int row : rows) {
        if (found != watts.end()) {
          ChangeLoad(edit, row,
                     found->second / static_cast<double>(rows.size()));
        }
      }
    }
    return;
  }
}

}  // namespace

bool MovesWithDevice(const Binding& binding) {
  if (binding.source == Binding::Source::kTemplate) {
    return std::any_of(binding.pieces.begin(), binding.pieces.end(),
                       [](const TextPiece& piece) {
                         return piece.attribute != nullptr &&
                                Moves(*piece.attribute);
                       });
  }
  const bool is_fixed = binding.source == Binding::Source::kConstant ||
                        binding.source == Binding::Source::kPointer ||
                        binding.source == Binding::Source::kRow;
  return !is_fixed && Moves(*binding.attribute);
}

void TakeCapturedState(const Capture& capture, const Model& model,
                       Device& device) {
  const CapturedState captured(capture, model);
  device.Apply([&](Edit& edit) {
    captured.WriteSettings(edit);
    captured.Switch(edit);
    captured.Load(edit);
    return true;
  });
  device.DeliverEvents();
}

}  // namespace pdukit::fake_pdu
