#ifndef PDUKIT_FAKE_PDU_DEVICE_SETTINGS_H_
#define PDUKIT_FAKE_PDU_DEVICE_SETTINGS_H_

// What a device merely keeps: names, ratings as text, thresholds, and whatever
// else a family declares. Most PDUs never change any of it, so that only what
// differs from the model is held.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <variant>

namespace pdukit::fake_pdu {

// The parts of a PDU; a row is the zero-based position of one of them.
enum class Scope : std::uint8_t {
  kUnit,
  kOutlet,
  kBank,
  kPhase,
  kInlet,
  kSensor,
  kGroup,
  kContact,
};
inline constexpr int kScopeCount = 8;

enum class Quantity : std::uint8_t {
  kCurrent,        // A
  kVoltage,        // V
  kActivePower,    // W
  kApparentPower,  // VA
  kPowerFactor,    // 0 to 1
  kFrequency,      // Hz
  kEnergy,         // Wh
  kReactivePower,  // var
  kTemperature,    // degrees Celsius
  kHumidity,       // % relative
};
inline constexpr int kQuantityCount = 10;

// Limits of a quantity: a reading at or above an upper one, or below a lower
// one, is beyond it.
enum class Threshold : std::uint8_t {
  kLowerCritical,
  kLowerWarning,
  kUpperWarning,
  kUpperCritical,
};
inline constexpr int kThresholdCount = 4;

// monostate stands for a value that this device does not have.
using AttributeValue =
    std::variant<std::monostate, std::int64_t, double, std::string>;

using SettingId = std::uint16_t;

// Those that the device itself knows; a family's own come behind.
enum StandardSetting : SettingId {
  kUnitModel,
  kUnitVendor,
  kUnitSerial,
  kUnitFirmware,
  kUnitHardware,
  kUnitManufactured,
  kUnitMac,  // As 00:C0:B7:01:02:03.
  kUnitLocation,
  kUnitContact,
  kNameBase,
  kLabelBase = kNameBase + kScopeCount,
  // Which OverloadRestriction holds, as a number.
  kRestrictionBase = kLabelBase + kScopeCount,
  // The energy that was there when a meter was reset, in Wh, and when that was
  // in seconds since 1970.
  kEnergyBase = kRestrictionBase + kScopeCount,
  kEnergyResetBase = kEnergyBase + kScopeCount,
  kThresholdBase = kEnergyResetBase + kScopeCount,
  // Per quantity the four thresholds, then which of them are enabled (a mask
  // by Threshold; without one, those that have a value).
  kFamilyBase =
      kThresholdBase + kScopeCount * kQuantityCount * (kThresholdCount + 1),
};

constexpr SettingId NameOf(Scope scope) {
  return static_cast<SettingId>(kNameBase + static_cast<int>(scope));
}
constexpr SettingId LabelOf(Scope scope) {
  return static_cast<SettingId>(kLabelBase + static_cast<int>(scope));
}
constexpr SettingId RestrictionOf(Scope scope) {
  return static_cast<SettingId>(kRestrictionBase + static_cast<int>(scope));
}
constexpr SettingId EnergyBaseOf(Scope scope) {
  return static_cast<SettingId>(kEnergyBase + static_cast<int>(scope));
}
constexpr SettingId EnergyResetOf(Scope scope) {
  return static_cast<SettingId>(kEnergyResetBase + static_cast<int>(scope));
}
constexpr SettingId ThresholdOf(Scope scope, Quantity quantity, int threshold) {
  return static_cast<SettingId>(
      kThresholdBase +
      (static_cast<int>(scope) * kQuantityCount + static_cast<int>(quantity)) *
          (kThresholdCount + 1) +
      threshold);
}
constexpr SettingId EnabledThresholdsOf(Scope scope, Quantity quantity) {
  return ThresholdOf(scope, quantity, kThresholdCount);
}

// Whether someone configures it: neither on the nameplate nor a reading.
constexpr bool IsConfiguration(SettingId id) {
  return id > kUnitMac && (id < kEnergyBase || id >= kThresholdBase);
}

// A value type.
class Settings {
 public:
  // Stands for every row that has no value of its own.
  static constexpr int kEveryRow = 0xffff;

  // Null if there is none. Valid until the next Set.
  const AttributeValue* Find(SettingId id, int row) const;
  void Set(SettingId id, int row, AttributeValue value);
  // Forgets all for which IsConfiguration holds.
  void ForgetConfiguration();

 private:
  std::map<std::uint32_t, AttributeValue> values_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_SETTINGS_H_
