#include "fake_pdu/mib/unit_attributes.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "fake_pdu/device/relays.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/outlet_attributes.h"

namespace pdukit::fake_pdu {
namespace {

using Read = AttributeValue (*)(const DeviceState&, int, int);
using Write = bool (*)(Edit&, int, int, const AttributeValue&);

Attribute UnitNumber(const char* name, Read read, Write write = nullptr,
                     int parameter = 0) {
  Attribute attribute;
  attribute.name = name;
  attribute.read = read;
  attribute.write = write;
  attribute.parameter = parameter;
  return attribute;
}

Attribute UnitWord(const char* name, std::vector<std::string> words, Read read,
                   Write write = nullptr) {
  Attribute attribute = UnitNumber(name, read, write);
  attribute.kind = AttributeKind::kWord;
  attribute.words = std::move(words);
  return attribute;
}

AttributeValue ReadCount(const DeviceState& state, int, int scope) {
  return Number(state.spec->RowCount(static_cast<Scope>(scope)));
}

AttributeValue ReadSwitchedCount(const DeviceState& state, int, int) {
  return Number(
      std::count_if(state.spec->outlets.begin(), state.spec->outlets.end(),
                    [](const OutletSpec& outlet) { return outlet.switched; }));
}

AttributeValue ReadMeteredCount(const DeviceState& state, int, int) {
  return Number(state.spec->metering == Metering::kOutlet
                    ? state.spec->RowCount(Scope::kOutlet)
                    : 0);
}

AttributeValue ReadUptime(const DeviceState& state, int, int) {
  return std::chrono::duration<double>(UptimeOf(state)).count();
}

AttributeValue ReadTime(const DeviceState& state, int, int) {
  return Number(std::chrono::duration_cast<std::chrono::seconds>(
                    WallAt(state, state.now).time_since_epoch())
                    .count());
}

AttributeValue ReadPending(const DeviceState& state, int, int) {
  return Number(std::any_of(
      state.outlets.begin(), state.outlets.end(),
      [](const OutletRuntime& outlet) { return outlet.step_count > 0; }));
}

bool WriteCommand(Edit& edit, int, int, const AttributeValue& value) {
  const std::optional<OutletCommand> command = CommandOfWord(AsInteger(value));
  return !command || ExecuteAll(edit, *command);
}

AttributeValue ReadStartup(const DeviceState& state, int, int) {
  return Number(static_cast<int>(state.unit.startup));
}

bool WriteStartup(Edit& edit, int, int, const AttributeValue& value) {
  edit.state.unit.startup = static_cast<StartupState>(AsInteger(value));
  return true;
}

template <std::int32_t UnitConfig::*kField>
AttributeValue ReadConfig(const DeviceState& state, int, int) {
  return Number(state.unit.*kField);
}

template <std::int32_t UnitConfig::*kField>
bool WriteConfig(Edit& edit, int, int, const AttributeValue& value) {
  edit.state.unit.*kField = static_cast<std::int32_t>(AsInteger(value));
  return true;
}

AttributeValue ReadInrushDelay(const DeviceState& state, int, int) {
  return state.unit.inrush_delay_ms / 1000.0;
}

bool WriteInrushDelay(Edit& edit, int, int, const AttributeValue& value) {
  edit.state.unit.inrush_delay_ms =
      static_cast<std::int32_t>(std::lround(AsNumber(value) * 1000));
  return true;
}

Attribute UnitText(const char* name, SettingId id) {
  return SettingAttribute(name, Scope::kUnit, AttributeKind::kText, id);
}

}  // namespace

std::vector<Attribute> UnitAttributes() {
  const auto count = [](Scope scope) { return static_cast<int>(scope); };
  return {
      UnitText("unit.model", kUnitModel),
      UnitText("unit.vendor", kUnitVendor),
      UnitText("unit.serial", kUnitSerial),
      UnitText("unit.firmware", kUnitFirmware),
      UnitText("unit.hardware", kUnitHardware),
      UnitText("unit.manufactured", kUnitManufactured),
      UnitText("unit.mac", kUnitMac),
      UnitText("unit.location", kUnitLocation),
      UnitText("unit.contact", kUnitContact),
      UnitNumber("unit.number",
                 [](const DeviceState&, int, int) { return Number(1); }),
      UnitNumber("unit.rating",
                 [](const DeviceState& state, int, int) -> AttributeValue {
                   return state.spec->rating;
                 }),
      UnitNumber("unit.bank_rating",
                 [](const DeviceState& state, int, int) -> AttributeValue {
                   const auto& banks = state.spec->banks;
                   return banks.empty() ? 0.0 : banks.front().rating;
                 }),
      UnitNumber("unit.outlet_count", ReadCount, nullptr,
                 count(Scope::kOutlet)),
      UnitNumber("unit.switched_outlet_count", ReadSwitchedCount),
      UnitNumber("unit.metered_outlet_count", ReadMeteredCount),
      UnitNumber("unit.bank_count", ReadCount, nullptr, count(Scope::kBank)),
      UnitNumber("unit.phase_count", ReadCount, nullptr, count(Scope::kPhase)),
      UnitNumber("unit.inlet_count", ReadCount, nullptr, count(Scope::kInlet)),
      UnitNumber("unit.uptime", ReadUptime),
      UnitNumber("unit.time", ReadTime),
      UnitWord("unit.pending", {"no", "yes"}, ReadPending),
      UnitWord(
          "unit.command", CommandWords(),
          [](const DeviceState&, int, int) { return Number(0); }, WriteCommand),
      UnitWord("unit.startup_state", {"off", "on", "last"}, ReadStartup,
               WriteStartup),
      UnitNumber("unit.coldstart_delay",
                 ReadConfig<&UnitConfig::coldstart_delay>,
                 WriteConfig<&UnitConfig::coldstart_delay>),
      UnitNumber("unit.reboot_duration",
                 ReadConfig<&UnitConfig::reboot_duration>,
                 WriteConfig<&UnitConfig::reboot_duration>),
      UnitNumber("unit.inrush_delay", ReadInrushDelay, WriteInrushDelay),
  };
}

}  // namespace pdukit::fake_pdu
