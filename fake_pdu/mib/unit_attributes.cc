#include "fake_pdu/mib/unit_attributes.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "fake_pdu/device/meters.h"
#include "fake_pdu/device/relays.h"
#include "fake_pdu/mib/attribute_values.h"
#include "fake_pdu/mib/make_attribute.h"
#include "fake_pdu/mib/part_attributes.h"

namespace pdukit::fake_pdu {
namespace {

Attribute UnitNumber(const char* name, ReadAttributeFunction read,
                     WriteAttributeFunction write = nullptr,
                     int parameter = 0) {
  return MakeNumber(Scope::kUnit, name, read, write, parameter);
}

Attribute UnitWord(const char* name, std::vector<std::string> words,
                   ReadAttributeFunction read,
                   WriteAttributeFunction write = nullptr) {
  return MakeWord(Scope::kUnit, name, std::move(words), read, write);
}

AttributeValue ReadSwitchedCount(const DeviceState& state, int row, int) {
  const std::vector<int> outlets = OutletsOf(state, {Scope::kUnit, row});
  return Number(std::count_if(outlets.begin(), outlets.end(), [&](int outlet) {
    return state.spec->outlets[static_cast<std::size_t>(outlet)].switched;
  }));
}

AttributeValue ReadMeteredCount(const DeviceState& state, int row, int) {
  return Number(state.spec->metering == Metering::kOutlet
                    ? CountIn(*state.spec, Scope::kUnit, row, Scope::kOutlet)
                    : 0);
}

// Each reading of a sensor, and each contact.
AttributeValue ReadProbeCount(const DeviceState& state, int row, int) {
  std::int64_t count = CountIn(*state.spec, Scope::kUnit, row, Scope::kContact);
  for (const SensorSpec& sensor : state.spec->sensors) {
    if (sensor.unit == row + 1) {
      count += (sensor.temperature ? 1 : 0) + (sensor.humidity ? 1 : 0);
    }
  }
  return Number(count);
}

AttributeValue ReadAccessoryCount(const DeviceState& state, int row, int) {
  return Number(CountIn(*state.spec, Scope::kUnit, row, Scope::kSensor) +
                CountIn(*state.spec, Scope::kUnit, row, Scope::kContact));
}

AttributeValue ReadUptime(const DeviceState& state, int, int) {
  return std::chrono::duration<double>(UptimeOf(state)).count();
}

AttributeValue ReadTime(const DeviceState& state, int, int) {
  return Number(std::chrono::duration_cast<std::chrono::seconds>(
                    WallAt(state, state.now).time_since_epoch())
                    .count());
}

AttributeValue ReadPending(const DeviceState& state, int row, int) {
  const std::vector<int> outlets = OutletsOf(state, {Scope::kUnit, row});
  return Number(std::any_of(outlets.begin(), outlets.end(), [&](int outlet) {
    return ShownState(state, Scope::kOutlet, outlet)
               .outlets[static_cast<std::size_t>(outlet)]
               .step_count > 0;
  }));
}

// The place, from 1, of the unit's first part of this kind that carries too
// much; 0 if none does.
AttributeValue ReadOverloaded(const DeviceState& state, int row, int scope) {
  const auto parts = static_cast<Scope>(scope);
  int number = 0;
  for (int part = 0; part < state.spec->RowCount(parts); ++part) {
    if (RelatedRow(*state.spec, parts, part, Scope::kUnit) == row) {
      ++number;
      if (LevelOf(state, parts, part, Quantity::kCurrent) ==
          Level::kAboveUpperCritical) {
        return Number(number);
      }
    }
  }
  return Number(0);
}

AttributeValue ReadBootTime(const DeviceState& state, int, int) {
  return std::chrono::duration<double>(
             WallAt(state, state.booted_at).time_since_epoch())
      .count();
}

AttributeValue ReadQueue(const DeviceState& state, int, int) {
  return Number(std::any_of(
      state.outlets.begin(), state.outlets.end(),
      [](const OutletRuntime& outlet) { return outlet.queued.has_value(); }));
}

bool WriteQueue(Edit& edit, int, int, const AttributeValue& value) {
  if (AsInteger(value) == 0) {
    ClearQueue(edit);
  } else {
    CommitQueue(edit);
  }
  return true;
}

UnitConfig& ConfigAt(Edit& edit, int row) {
  return edit.state.units[static_cast<std::size_t>(row)];
}

const UnitConfig& ConfigIn(const DeviceState& state, int row) {
  return state.units[static_cast<std::size_t>(row)];
}

AttributeValue ReadStartup(const DeviceState& state, int row, int) {
  return Number(static_cast<int>(ConfigIn(state, row).startup));
}

bool WriteStartup(Edit& edit, int row, int, const AttributeValue& value) {
  ConfigAt(edit, row).startup = static_cast<StartupState>(AsInteger(value));
  return true;
}

template <double UnitConfig::*kField>
AttributeValue ReadConfig(const DeviceState& state, int row, int) {
  return ConfigIn(state, row).*kField;
}

template <double UnitConfig::*kField>
bool WriteConfig(Edit& edit, int row, int, const AttributeValue& value) {
  ConfigAt(edit, row).*kField = AsNumber(value);
  return true;
}

template <bool UnitConfig::*kField>
AttributeValue ReadFlag(const DeviceState& state, int row, int) {
  return Number(ConfigIn(state, row).*kField ? 1 : 0);
}

template <bool UnitConfig::*kField>
bool WriteFlag(Edit& edit, int row, int, const AttributeValue& value) {
  ConfigAt(edit, row).*kField = AsInteger(value) != 0;
  return true;
}

// Between line `line` of the unit's first inlet and the next one.
AttributeValue ReadLineVoltage(const DeviceState& state, int row, int line) {
  for (std::size_t phase = 0; phase < state.spec->phases.size(); ++phase) {
    const auto at = static_cast<int>(phase);
    if (state.spec->phases[phase].number == line &&
        RelatedRow(*state.spec, Scope::kPhase, at, Scope::kUnit) == row) {
      return PhaseToPhaseVoltage(state, at);
    }
  }
  return {};
}

Attribute UnitText(const char* name, SettingId id) {
  return SettingAttribute(name, Scope::kUnit, AttributeKind::kText, id);
}

}  // namespace

std::vector<Attribute> UnitAttributes() {
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
      UnitNumber("number", [](const DeviceState&, int row,
                              int) { return Number(row + 1); }),
      UnitNumber("count",
                 [](const DeviceState& state, int, int) {
                   return Number(state.spec->RowCount(Scope::kUnit));
                 }),
      UnitNumber("bank_rating",
                 [](const DeviceState& state, int, int) -> AttributeValue {
                   const auto& banks = state.spec->banks;
                   return banks.empty() ? 0.0 : banks.front().rating;
                 }),
      UnitNumber("switched_outlet_count", ReadSwitchedCount),
      UnitNumber("metered_outlet_count", ReadMeteredCount),
      UnitNumber("probe_count", ReadProbeCount),
      UnitNumber("accessory_count", ReadAccessoryCount),
      UnitNumber("overloaded_outlet", ReadOverloaded, nullptr,
                 static_cast<int>(Scope::kOutlet)),
      UnitNumber("overloaded_phase", ReadOverloaded, nullptr,
                 static_cast<int>(Scope::kPhase)),
      UnitNumber("overloaded_bank", ReadOverloaded, nullptr,
                 static_cast<int>(Scope::kBank)),
      UnitNumber("voltage_l1_l2", ReadLineVoltage, nullptr, 1),
      UnitNumber("voltage_l2_l3", ReadLineVoltage, nullptr, 2),
      UnitNumber("voltage_l3_l1", ReadLineVoltage, nullptr, 3),
      UnitNumber("uptime", ReadUptime),
      UnitNumber("boot_time", ReadBootTime),
      UnitNumber("time", ReadTime),
      UnitWord("pending", {"no", "yes"}, ReadPending),
      UnitWord("queue", {"clear", "commit"}, ReadQueue, WriteQueue),
      UnitWord("needs_no_unlock", {"false", "true"},
               ReadFlag<&UnitConfig::needs_no_unlock>,
               WriteFlag<&UnitConfig::needs_no_unlock>),
      UnitWord("temperature_scale", {"celsius", "fahrenheit"},
               ReadFlag<&UnitConfig::shows_fahrenheit>,
               WriteFlag<&UnitConfig::shows_fahrenheit>),
      StartupWord(Scope::kUnit, ReadStartup, WriteStartup),
      UnitNumber("coldstart_delay", ReadConfig<&UnitConfig::coldstart_delay>,
                 WriteConfig<&UnitConfig::coldstart_delay>),
      UnitNumber("reboot_duration", ReadConfig<&UnitConfig::reboot_duration>,
                 WriteConfig<&UnitConfig::reboot_duration>),
      UnitNumber("inrush_delay", ReadConfig<&UnitConfig::inrush_delay>,
                 WriteConfig<&UnitConfig::inrush_delay>),
  };
}

}  // namespace pdukit::fake_pdu
