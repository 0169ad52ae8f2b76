#ifndef PDUKIT_FAKE_PDU_DEVICE_DEVICE_SPEC_H_
#define PDUKIT_FAKE_PDU_DEVICE_DEVICE_SPEC_H_

// What a PDU of a certain model is as it leaves the factory: shared by all of
// them, never changed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fake_pdu/device/contact_state.h"
#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

// Between which conductors something is connected.
enum class Wiring : std::uint8_t { kL1, kL2, kL3, kL1L2, kL2L3, kL3L1 };

// How fine the device meters; each includes what stands before it. Phases
// count as inlet.
enum class Metering : std::uint8_t { kNone, kInlet, kBank, kOutlet };

// At which current of its phase or bank, by their thresholds, an outlet is not
// turned on.
enum class OverloadRestriction : std::uint8_t {
  kNone,
  kOnNearOverload,
  kOnOverload,
};

// What an outlet does when the PDU gets power.
// kLastAtOnce is kLast without the outlet's delays.
enum class StartupState : std::uint8_t {
  kOff,
  kOn,
  kLast,
  kAsUnit,
  kLastAtOnce,
};

// Seconds. A negative on or off delay stands for never.
struct OutletConfig {
  double on_delay = 0;
  double off_delay = 0;
  double reboot_duration = 5;
  // The unit's reboot duration counts, not the outlet's.
  bool reboots_as_unit = false;
  // A reboot of an outlet that is off leaves it off.
  bool reboots_only_if_on = false;
  // Before the off of a delayed reboot, which then comes back at once after
  // the reboot duration; the off and the on delay if there is none.
  std::optional<double> reboot_delay{};
  // How long the next one in a sequence waits once this one is on.
  double sequence_delay = 0;
  StartupState startup = StartupState::kOn;
  // Between the unit's start and this outlet; the on delay if there is none.
  std::optional<double> startup_delay{};
  // After a shutdown, before the on delay; negative stands for never.
  double restart_delay = 0;
  // After an off command it comes on again by itself; zero stands for never.
  double repower_delay = 0;
  // Commands are obeyed only for so long after an unlock; zero: always.
  double unlock_window = 0;
  bool locked = false;  // Refuses commands, but those that unlock.
};

// Seconds.
struct UnitConfig {
  // Between power and the first outlet; negative stands for never.
  double coldstart_delay = 0;
  StartupState startup = StartupState::kLast;
  double reboot_duration = 5;
  // At least this long between two outlets that a sequence switches on.
  double inrush_delay = 0;
  bool needs_no_unlock = false;  // Whatever the outlets' unlock window.
  bool shows_fahrenheit = false;
};

struct OutletSpec {
  int number = 0;  // As on the label; there may be gaps.
  int bank = 0;    // The number of the bank that feeds it, or 0.
  int inlet = 1;
  Wiring wiring = Wiring::kL1;
  double rating = 0;  // A
  bool switched = true;
  OutletState initial_state = OutletState::kOn;
  double load = 0;  // W
  double power_factor = 1;
  OutletConfig config{};
};

// A branch behind one circuit breaker or fuse.
struct BankSpec {
  int number = 0;
  int inlet = 1;
  Wiring wiring = Wiring::kL1;
  double rating = 0;  // A
};

struct PhaseSpec {
  int number = 0;  // 1 to 3, within its inlet
  int inlet = 1;
  double voltage = 0;  // V, to neutral where there is one
  double rating = 0;   // A
};

struct InletSpec {
  int number = 0;
  double voltage = 0;  // V, between line and line where there is more than one
  double frequency = 0;  // Hz
  double rating = 0;     // A
  int unit = 1;
};

// A probe that is plugged into the device.
struct SensorSpec {
  int number = 0;
  int unit = 1;
  std::optional<double> temperature{};  // degrees Celsius
  std::optional<double> humidity{};     // %
};

// A dry contact that the device watches.
struct ContactSpec {
  int number = 0;
  int unit = 1;
  ContactState initial_state = ContactState::kOpen;
  ContactState normal_state = ContactState::kOpen;  // That is no alarm.
};

// Outlets that are told together. An outlet may be in several, or in none.
struct GroupSpec {
  int number = 0;
  int unit = 1;
  std::vector<int> outlets{};  // Their numbers.
};

// Numbers are those of the whole device: in a chain of units they run on from
// one unit to the next.
struct DeviceSpec {
  std::string model{};
  std::string family{};
  std::string vendor{};
  Metering metering = Metering::kNone;
  double own_power = 0;       // W that each unit draws from its first inlet.
  double rating = 0;          // A of a whole unit
  bool tracks_peaks = false;  // Some object shows the highest reading so far.
  std::vector<UnitConfig> units = std::vector<UnitConfig>(1);
  // Each by ascending number; at least one inlet, and for it one phase.
  std::vector<OutletSpec> outlets{};
  std::vector<BankSpec> banks{};
  std::vector<PhaseSpec> phases{};
  std::vector<InletSpec> inlets{};
  std::vector<SensorSpec> sensors{};
  std::vector<ContactSpec> contacts{};
  std::vector<GroupSpec> groups{};
  // What the settings are until they are changed.
  Settings defaults{};

  int RowCount(Scope scope) const;
  // The row of the one with this number, or -1.
  int OutletRow(int number) const;
  int BankRow(int number) const;
  int InletRow(int number) const;
  int SensorRow(int number) const;
  int ContactRow(int number) const;
  int GroupRow(int number) const;
  int PhaseRow(int inlet, int number) const;
};

// A, of one part; 0 for what has no rating.
double RatingOf(const DeviceSpec& spec, Scope scope, int row);

// The row in `to` that belongs to a row in `from`: the bank of an outlet, the
// unit of anything; -1 if there is none. To the groups of an outlet see
// OutletsOf.
int RelatedRow(const DeviceSpec& spec, Scope from, int row, Scope to);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_DEVICE_SPEC_H_
