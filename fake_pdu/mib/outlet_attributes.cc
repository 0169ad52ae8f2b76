#include "fake_pdu/mib/outlet_attributes.h"

#include <chrono>
#include <cstddef>
#include <utility>

#include "fake_pdu/device/relays.h"
#include "fake_pdu/mib/attribute_values.h"

namespace pdukit::fake_pdu {
namespace {

using Read = AttributeValue (*)(const DeviceState&, int, int);
using Write = bool (*)(Edit&, int, int, const AttributeValue&);

const OutletSpec& SpecAt(const DeviceState& state, int row) {
  return state.spec->outlets[static_cast<std::size_t>(row)];
}

const OutletRuntime& OutletAt(const DeviceState& state, int row) {
  return state.outlets[static_cast<std::size_t>(row)];
}

OutletConfig& ConfigAt(Edit& edit, int row) {
  return edit.state.outlets[static_cast<std::size_t>(row)].config;
}

Attribute OutletNumber(const char* name, Read read, Write write = nullptr) {
  Attribute attribute;
  attribute.name = name;
  attribute.scope = Scope::kOutlet;
  attribute.read = read;
  attribute.write = write;
  return attribute;
}

Attribute OutletWord(const char* name, std::vector<std::string> words,
                     Read read, Write write = nullptr) {
  Attribute attribute = OutletNumber(name, read, write);
  attribute.kind = AttributeKind::kWord;
  attribute.words = std::move(words);
  return attribute;
}

AttributeValue ReadState(const DeviceState& state, int row, int) {
  return Number(StateOf(state, row) == OutletState::kOn ? 1 : 0);
}

AttributeValue ReadPending(const DeviceState& state, int row, int) {
  return Number(OutletAt(state, row).step_count > 0 ? 1 : 0);
}

AttributeValue ReadPendingCommand(const DeviceState& state, int row, int) {
  const OutletRuntime& outlet = OutletAt(state, row);
  return Number(outlet.step_count == 0 ? 0
                                       : static_cast<int>(outlet.pending) + 1);
}

bool WriteCommand(Edit& edit, int row, int, const AttributeValue& value) {
  const std::optional<OutletCommand> command = CommandOfWord(AsInteger(value));
  return !command || Execute(edit, row, *command);
}

AttributeValue ReadSwitchedAt(const DeviceState& state, int row, int) {
  return Number(
      std::chrono::duration_cast<std::chrono::seconds>(
          WallAt(state, OutletAt(state, row).switched_at).time_since_epoch())
          .count());
}

template <std::int32_t OutletConfig::*kField>
AttributeValue ReadConfig(const DeviceState& state, int row, int) {
  return Number(OutletAt(state, row).config.*kField);
}

template <std::int32_t OutletConfig::*kField>
bool WriteConfig(Edit& edit, int row, int, const AttributeValue& value) {
  ConfigAt(edit, row).*kField = static_cast<std::int32_t>(AsInteger(value));
  return true;
}

template <bool OutletConfig::*kField>
AttributeValue ReadFlag(const DeviceState& state, int row, int) {
  return Number(OutletAt(state, row).config.*kField ? 1 : 0);
}

template <bool OutletConfig::*kField>
bool WriteFlag(Edit& edit, int row, int, const AttributeValue& value) {
  ConfigAt(edit, row).*kField = AsInteger(value) != 0;
  return true;
}

AttributeValue ReadStartup(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(OutletAt(state, row).config.startup));
}

bool WriteStartup(Edit& edit, int row, int, const AttributeValue& value) {
  ConfigAt(edit, row).startup = static_cast<StartupState>(AsInteger(value));
  return true;
}

AttributeValue ReadName(const DeviceState& state, int row, int) {
  return AsText(SettingValue(state, NameOf(Scope::kOutlet), row));
}

bool WriteName(Edit& edit, int row, int, const AttributeValue& value) {
  Rename(edit, row, AsText(value));
  return true;
}

Attribute OutletName() {
  Attribute attribute = OutletNumber("outlet.name", ReadName, WriteName);
  attribute.kind = AttributeKind::kText;
  return attribute;
}

std::vector<Attribute> PlaceAttributes() {
  return {
      OutletNumber("outlet.number",
                   [](const DeviceState& state, int row, int) {
                     return Number(SpecAt(state, row).number);
                   }),
      OutletNumber("outlet.bank",
                   [](const DeviceState& state, int row, int) {
                     return Number(SpecAt(state, row).bank);
                   }),
      OutletNumber("outlet.inlet",
                   [](const DeviceState& state, int row, int) {
                     return Number(SpecAt(state, row).inlet);
                   }),
      OutletWord("outlet.wiring", {"l1", "l2", "l3", "l1_l2", "l2_l3", "l3_l1"},
                 [](const DeviceState& state, int row, int) {
                   return Number(static_cast<int>(SpecAt(state, row).wiring));
                 }),
      OutletNumber("outlet.rating",
                   [](const DeviceState& state, int row, int)
                       -> AttributeValue { return SpecAt(state, row).rating; }),
      OutletWord("outlet.switched", {"false", "true"},
                 [](const DeviceState& state, int row, int) {
                   return Number(SpecAt(state, row).switched ? 1 : 0);
                 }),
      OutletWord("outlet.metered", {"false", "true"},
                 [](const DeviceState& state, int, int) {
                   return Number(state.spec->metering == Metering::kOutlet ? 1
                                                                           : 0);
                 }),
  };
}

std::vector<Attribute> ConfigAttributes() {
  return {
      OutletNumber("outlet.on_delay", ReadConfig<&OutletConfig::on_delay>,
                   WriteConfig<&OutletConfig::on_delay>),
      OutletNumber("outlet.off_delay", ReadConfig<&OutletConfig::off_delay>,
                   WriteConfig<&OutletConfig::off_delay>),
      OutletNumber("outlet.reboot_duration",
                   ReadConfig<&OutletConfig::reboot_duration>,
                   WriteConfig<&OutletConfig::reboot_duration>),
      OutletNumber("outlet.sequence_delay",
                   ReadConfig<&OutletConfig::sequence_delay>,
                   WriteConfig<&OutletConfig::sequence_delay>),
      OutletWord("outlet.reboots_as_unit", {"false", "true"},
                 ReadFlag<&OutletConfig::reboots_as_unit>,
                 WriteFlag<&OutletConfig::reboots_as_unit>),
      OutletWord("outlet.locked", {"false", "true"},
                 ReadFlag<&OutletConfig::locked>,
                 WriteFlag<&OutletConfig::locked>),
      OutletWord("outlet.startup_state", {"off", "on", "last", "unit"},
                 ReadStartup, WriteStartup),
  };
}

}  // namespace

const std::vector<std::string>& CommandWords() {
  static const auto* const kWords = new std::vector<std::string>{
      "none",           "on",    "off", "reboot", "delayed_on", "delayed_off",
      "delayed_reboot", "cancel"};
  return *kWords;
}

std::optional<OutletCommand> CommandOfWord(std::int64_t word) {
  if (word <= 0) {
    return std::nullopt;
  }
  return static_cast<OutletCommand>(word - 1);
}

std::vector<Attribute> OutletAttributes() {
  std::vector<Attribute> attributes = {
      OutletName(),
      OutletWord("outlet.state", {"off", "on"}, ReadState),
      OutletWord("outlet.pending", {"no", "yes"}, ReadPending),
      OutletWord("outlet.pending_command", CommandWords(), ReadPendingCommand),
      OutletWord(
          "outlet.command", CommandWords(),
          [](const DeviceState&, int, int) { return Number(0); }, WriteCommand),
      OutletNumber("outlet.switched_at", ReadSwitchedAt),
  };
  for (auto& part : {PlaceAttributes(), ConfigAttributes()}) {
    attributes.insert(attributes.end(), part.begin(), part.end());
  }
  return attributes;
}

}  // namespace pdukit::fake_pdu
