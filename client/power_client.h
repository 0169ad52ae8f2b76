#ifndef PDUKIT_CLIENT_POWER_CLIENT_H_
#define PDUKIT_CLIENT_POWER_CLIENT_H_

// One thing whose power can be switched: an outlet of a PDU, a command of the
// lab, a mock. It has no number: whoever made it knows which one it is.
//
//   Result<void> Restart(PowerClient& machine) {
//     return machine.Cycle(std::chrono::seconds(2));
//   }

#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

#include "base/result.h"

namespace pdukit::client {

enum class PowerState : std::uint8_t {
  kUnknown,  // It cannot be told, or the device says so.
  kOn,
  kOff,
  kPendingOn,   // Off, and about to go on by itself.
  kPendingOff,  // On, and about to go off by itself.
};

// "unknown", "on", "off", "pending-on", "pending-off".
const char* ToString(PowerState state);
std::ostream& operator<<(std::ostream& out, PowerState state);

// One metered quantity, and where it was metered, since many devices meter
// only a bank of outlets or the whole unit: "outlet 3", "bank 1", "phase 2",
// "inlet 1", "unit".
struct Measurement {
  double value = 0;
  std::string source{};
  // The object that it was read from, where it was one: "1.3.6.1.4.1.318...".
  // Two measurements of one value and source are equal without it.
  std::string oid{};

  friend bool operator==(const Measurement& a, const Measurement& b) {
    return a.value == b.value && a.source == b.source;
  }
  friend bool operator!=(const Measurement& a, const Measurement& b) {
    return !(a == b);
  }
};

// "1.2 (bank 1)"
std::ostream& operator<<(std::ostream& out, const Measurement& measurement);

// What the device meters; nothing is computed from other quantities.
struct PowerReading {
  std::optional<Measurement> voltage{};         // V
  std::optional<Measurement> current{};         // A
  std::optional<Measurement> apparent_power{};  // VA
  std::optional<Measurement> active_power{};    // W
  std::optional<Measurement> power_factor{};    // 0 to 1
  std::optional<Measurement> energy{};          // Wh, since the device's start
  std::optional<Measurement> frequency{};       // Hz

  bool empty() const;

  friend bool operator==(const PowerReading& a, const PowerReading& b) {
    return a.voltage == b.voltage && a.current == b.current &&
           a.apparent_power == b.apparent_power &&
           a.active_power == b.active_power &&
           a.power_factor == b.power_factor && a.energy == b.energy &&
           a.frequency == b.frequency;
  }
  friend bool operator!=(const PowerReading& a, const PowerReading& b) {
    return !(a == b);
  }
};

// "voltage=230 V (inlet 1)  current=1.2 A (outlet 3)"; "nothing is metered".
std::ostream& operator<<(std::ostream& out, const PowerReading& reading);

// Calls block, and may come from any thread; commands that several threads
// give at once take effect in an order that is not defined.
class PowerClient {
 public:
  virtual ~PowerClient() = default;

  // Return once the power reads back as asked, as far as the implementation
  // can read it, or with an error: kVerificationFailed if the command was
  // taken but the state never showed it. Repeating them is harmless.
  virtual Result<void> On() = 0;
  virtual Result<void> Off() = 0;

  // Off, then on `wait` after the off was observed. After an error the power
  // is as the error's message says, or off.
  virtual Result<void> Cycle(std::chrono::milliseconds wait) = 0;

  // Never says kOff for what is not known to be off.
  virtual Result<PowerState> Status() = 0;

  // Quantities that are not metered are left out.
  virtual Result<PowerReading> Read() = 0;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_POWER_CLIENT_H_
