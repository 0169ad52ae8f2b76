#include "fake_pdu/mib/outlet_attributes.h"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "fake_pdu/device/relays.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/make_attribute.h"

namespace pdukit::fake_pdu {
namespace {

const OutletSpec& SpecAt(const DeviceState& state, int row) {
  return state.spec->outlets[static_cast<std::size_t>(row)];
}

const OutletRuntime& OutletAt(const DeviceState& state, int row) {
  return state.outlets[static_cast<std::size_t>(row)];
}

Attribute OutletNumber(const char* name, ReadAttributeFunction read,
                       WriteAttributeFunction write = nullptr) {
  return MakeNumber(Scope::kOutlet, name, read, write);
}

Attribute OutletWord(const char* name, std::vector<std::string> words,
                     ReadAttributeFunction read,
                     WriteAttributeFunction write = nullptr) {
  return MakeWord(Scope::kOutlet, name, std::move(words), read, write);
}

AttributeValue ReadState(const DeviceState& state, int row, int) {
  return Number(StateOf(state, row) == OutletState::kOn ? 1 : 0);
}

AttributeValue ReadPending(const DeviceState& state, int row, int) {
  return Number(OutletAt(state, row).step_count > 0 ? 1 : 0);
}

AttributeValue ReadSecondsToAction(const DeviceState& state, int row, int) {
  const OutletRuntime& outlet = OutletAt(state, row);
  const double seconds =
      outlet.step_count == 0
          ? 0
          : std::chrono::duration<double>(outlet.steps[0].due - state.now)
                .count();
  return Number(static_cast<std::int64_t>(std::ceil(seconds)));
}

AttributeValue ReadCondition(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(ConditionOf(state, row)));
}

AttributeValue ReadControl(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(ControlOf(state, row)));
}

// The words of OutletCondition, in its order.
Attribute ConditionWord(const char* name, ReadAttributeFunction read) {
  Attribute attribute =
      OutletWord(name,
                 {"off", "on", "pending_off", "pending_on", "reboot_on",
                  "reboot_off", "locked_off", "locked_on", "tripped",
                  "unknown_off", "unknown_on", "startup_off", "startup_on"},
                 read);
  attribute.fallback = {-1, -1, 1, 0, 2, 3, 0, 1, 0, 0, 1, 0, 1};
  return attribute;
}

AttributeValue ReadUnlocked(const DeviceState& state, int row, int) {
  return Number(state.now < OutletAt(state, row).unlocked_until ? 1 : 0);
}

bool WriteUnlocked(Edit& edit, int row, int, const AttributeValue& value) {
  OutletRuntime& outlet = RuntimeOf(edit, row);
  outlet.unlocked_until =
      edit.state.now + Seconds(AsInteger(value) != 0
                                   ? ConfigOf(edit.state, row).unlock_window
                                   : 0);
  return true;
}

AttributeValue ReadSwitchedAt(const DeviceState& state, int row, int) {
  return Number(
      std::chrono::duration_cast<std::chrono::seconds>(
          WallAt(state, OutletAt(state, row).switched_at).time_since_epoch())
          .count());
}

template <double OutletConfig::*kField>
AttributeValue ReadConfig(const DeviceState& state, int row, int) {
  return ConfigOf(state, row).*kField;
}

template <double OutletConfig::*kField>
bool WriteConfig(Edit& edit, int row, int, const AttributeValue& value) {
  OwnConfigOf(edit, row).*kField = AsNumber(value);
  return true;
}

template <std::optional<double> OutletConfig::*kField>
AttributeValue ReadOptional(const DeviceState& state, int row, int) {
  const std::optional<double> value = ConfigOf(state, row).*kField;
  return value ? AttributeValue(*value) : AttributeValue();
}

template <std::optional<double> OutletConfig::*kField>
bool WriteOptional(Edit& edit, int row, int, const AttributeValue& value) {
  OwnConfigOf(edit, row).*kField = AsNumber(value);
  return true;
}

template <bool OutletConfig::*kField>
AttributeValue ReadFlag(const DeviceState& state, int row, int) {
  return Number(ConfigOf(state, row).*kField ? 1 : 0);
}

template <bool OutletConfig::*kField>
bool WriteFlag(Edit& edit, int row, int, const AttributeValue& value) {
  OwnConfigOf(edit, row).*kField = AsInteger(value) != 0;
  return true;
}

AttributeValue ReadStartup(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(ConfigOf(state, row).startup));
}

bool WriteStartup(Edit& edit, int row, int, const AttributeValue& value) {
  OwnConfigOf(edit, row).startup = static_cast<StartupState>(AsInteger(value));
  return true;
}

AttributeValue ReadName(const DeviceState& state, int row, int) {
  return AsText(SettingValue(state, NameOf(Scope::kOutlet), row));
}

bool WriteName(Edit& edit, int row, int, const AttributeValue& value) {
  Rename(edit, row, AsText(value));
  return true;
}

std::vector<Attribute> PlaceAttributes() {
  return {
      OutletNumber("number",
                   [](const DeviceState& state, int row, int) {
                     return Number(SpecAt(state, row).number);
                   }),
      OutletNumber("bank", [](const DeviceState& state, int row,
                              int) { return Number(SpecAt(state, row).bank); }),
      OutletNumber("inlet",
                   [](const DeviceState& state, int row, int) {
                     return Number(SpecAt(state, row).inlet);
                   }),
      OutletWord("wiring", {"l1", "l2", "l3", "l1_l2", "l2_l3", "l3_l1"},
                 [](const DeviceState& state, int row, int) {
                   return Number(static_cast<int>(SpecAt(state, row).wiring));
                 }),
      OutletWord("switched", {"false", "true"},
                 [](const DeviceState& state, int row, int) {
                   return Number(SpecAt(state, row).switched ? 1 : 0);
                 }),
      OutletWord("metered", {"false", "true"},
                 [](const DeviceState& state, int, int) {
                   return Number(state.spec->metering == Metering::kOutlet ? 1
                                                                           : 0);
                 }),
  };
}

std::vector<Attribute> ConfigAttributes() {
  return {
      OutletNumber("on_delay", ReadConfig<&OutletConfig::on_delay>,
                   WriteConfig<&OutletConfig::on_delay>),
      OutletNumber("off_delay", ReadConfig<&OutletConfig::off_delay>,
                   WriteConfig<&OutletConfig::off_delay>),
      OutletNumber("reboot_duration",
                   ReadConfig<&OutletConfig::reboot_duration>,
                   WriteConfig<&OutletConfig::reboot_duration>),
      OutletNumber("sequence_delay", ReadConfig<&OutletConfig::sequence_delay>,
                   WriteConfig<&OutletConfig::sequence_delay>),
      OutletNumber("startup_delay", ReadOptional<&OutletConfig::startup_delay>,
                   WriteOptional<&OutletConfig::startup_delay>),
      OutletNumber("reboot_delay", ReadOptional<&OutletConfig::reboot_delay>,
                   WriteOptional<&OutletConfig::reboot_delay>),
      OutletNumber("restart_delay", ReadConfig<&OutletConfig::restart_delay>,
                   WriteConfig<&OutletConfig::restart_delay>),
      OutletNumber("repower_delay", ReadConfig<&OutletConfig::repower_delay>,
                   WriteConfig<&OutletConfig::repower_delay>),
      OutletNumber("unlock_window", ReadConfig<&OutletConfig::unlock_window>,
                   WriteConfig<&OutletConfig::unlock_window>),
      OutletWord("reboots_only_if_on", {"false", "true"},
                 ReadFlag<&OutletConfig::reboots_only_if_on>,
                 WriteFlag<&OutletConfig::reboots_only_if_on>),
      OutletWord("reboots_as_unit", {"false", "true"},
                 ReadFlag<&OutletConfig::reboots_as_unit>,
                 WriteFlag<&OutletConfig::reboots_as_unit>),
      OutletWord("locked", {"false", "true"}, ReadFlag<&OutletConfig::locked>,
                 WriteFlag<&OutletConfig::locked>),
      StartupWord(Scope::kOutlet, ReadStartup, WriteStartup),
  };
}

}  // namespace

std::vector<Attribute> OutletAttributes() {
  std::vector<Attribute> attributes = {
      MakeText(Scope::kOutlet, "name", ReadName, WriteName),
      OutletWord("state", {"off", "on"}, ReadState),
      ConditionWord("condition", ReadCondition),
      ConditionWord("control", ReadControl),
      OutletWord("pending", {"no", "yes"}, ReadPending),
      OutletWord("unlocked", {"false", "true"}, ReadUnlocked, WriteUnlocked),
      OutletNumber("seconds_to_action", ReadSecondsToAction),
      OutletNumber("switched_at", ReadSwitchedAt),
      OutletNumber("switch_count",
                   [](const DeviceState& state, int row, int) {
                     return Number(OutletAt(state, row).switch_count);
                   }),
  };
  for (auto& part : {PlaceAttributes(), ConfigAttributes()}) {
    attributes.insert(attributes.end(), part.begin(), part.end());
  }
  return attributes;
}

}  // namespace pdukit::fake_pdu
