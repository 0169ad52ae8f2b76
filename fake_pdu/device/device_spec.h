#ifndef PDUKIT_FAKE_PDU_DEVICE_DEVICE_SPEC_H_
#define PDUKIT_FAKE_PDU_DEVICE_DEVICE_SPEC_H_

// What a PDU of a certain model is as it leaves the factory: shared by all of
// them, never changed.

#include <cstdint>
#include <string>
#include <vector>

#include "fake_pdu/device/outlet_state.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

// Between which conductors something is connected.
enum class Wiring : std::uint8_t { kL1, kL2, kL3, kL1L2, kL2L3, kL3L1 };

// How fine the device meters; each includes what stands before it. Phases
// count as inlet.
enum class Metering : std::uint8_t { kNone, kInlet, kBank, kOutlet };

// What an outlet does when the PDU gets power.
enum class StartupState : std::uint8_t { kOff, kOn, kLast, kAsUnit };

// Seconds. A negative on or off delay stands for never.
struct OutletConfig {
  std::int32_t on_delay = 0;
  std::int32_t off_delay = 0;
  std::int32_t reboot_duration = 5;
  // The unit's reboot duration counts, not the outlet's.
  bool reboots_as_unit = false;
  // How long the next one in a sequence waits once this one is on.
  std::int32_t sequence_delay = 0;
  StartupState startup = StartupState::kOn;
  bool locked = false;  // Refuses commands.
};

struct UnitConfig {
  // Between power and the first outlet in seconds; negative stands for never.
  std::int32_t coldstart_delay = 0;
  StartupState startup = StartupState::kLast;
  std::int32_t reboot_duration = 5;
  // At least this long between two outlets that a sequence switches on.
  std::int32_t inrush_delay_ms = 0;
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
};

struct DeviceSpec {
  std::string model{};
  std::string family{};
  std::string vendor{};
  Metering metering = Metering::kNone;
  double own_power = 0;  // W that the PDU itself draws from its first inlet.
  double rating = 0;     // A of the whole unit
  UnitConfig unit{};
  // Each by ascending number; at least one inlet, and for it one phase.
  std::vector<OutletSpec> outlets{};
  std::vector<BankSpec> banks{};
  std::vector<PhaseSpec> phases{};
  std::vector<InletSpec> inlets{};
  // What the settings are until they are changed.
  Settings defaults{};

  int RowCount(Scope scope) const;
  // The row of the one with this number, or -1.
  int OutletRow(int number) const;
  int BankRow(int number) const;
  int InletRow(int number) const;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_DEVICE_SPEC_H_
