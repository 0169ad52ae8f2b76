#ifndef PDUKIT_FAKE_PDU_DEVICE_OUTLET_STATE_H_
#define PDUKIT_FAKE_PDU_DEVICE_OUTLET_STATE_H_

// What an outlet is, what it can be told, what can be wrong with it, and what
// is reported of it.

#include <cstdint>
#include <ostream>
#include <string>

#include "base/clock.h"

namespace pdukit::fake_pdu {

// Whether there is voltage at the socket.
enum class OutletState : std::uint8_t { kOff, kOn };

// The delayed ones wait for the outlet's own on and off delays; a delay of
// zero acts at once, a negative one never does. A reboot is off, the outlet's
// reboot duration, on; a delayed one waits for the off delay before and for the
// on delay after. Each replaces what is pending.
enum class OutletCommand : std::uint8_t {
  kOn,
  kOff,
  kReboot,
  kDelayedOn,
  kDelayedOff,
  kDelayedReboot,
  kCancel,
  // A locked outlet obeys nothing but what unlocks it or locks it anew.
  kLock,
  kUnlock,
  kLockOn,   // On, then locked.
  kLockOff,  // Off, then locked.
  kToggle,
  kShortOn,  // On, the reboot duration, off.
  // Remembered until a commit, which does them all.
  kQueueOn,
  kQueueOff,
  kQueueReboot,
  // Off after the off delay, on again after the restart delay and the on delay.
  kDelayedShutdown,
};

// Why an outlet changed.
enum class OutletCause : std::uint8_t {
  kCommand,         // A command that acts at once.
  kDelayedCommand,  // A delayed command was due.
  kReboot,          // The off or the on of a reboot.
  kMains,           // The PDU, or the breaker before the outlet.
  kHand,            // Someone at the rack, which is the test.
};

// How a relay is stuck: for commands and for hands alike, and over a loss of
// power.
enum class RelayFault : std::uint8_t {
  kNone,
  kWelded,       // Once on, it stays on.
  kNeverCloses,  // Once off, it stays off.
  kStuck,        // It stays as it is.
};

// Which commands are accepted and then forgotten, so that nothing happens and
// nothing becomes pending. A hand at the rack still switches.
enum class CommandFault : std::uint8_t {
  kNone,
  kForgets,              // All of them.
  kForgetsWhilePending,  // Those that come while the outlet has one pending.
};

const char* ToString(OutletState state);
const char* ToString(OutletCommand command);
const char* ToString(OutletCause cause);
std::ostream& operator<<(std::ostream& out, OutletState state);
std::ostream& operator<<(std::ostream& out, OutletCommand command);
std::ostream& operator<<(std::ostream& out, OutletCause cause);

// One thing that happened to one outlet.
struct OutletEvent {
  enum class Kind : std::uint8_t {
    kSwitched,          // old_state, new_state, cause
    kCommandAccepted,   // command
    kCommandCancelled,  // command: it was pending, and is not any more.
    kRenamed,           // name
  };

  Kind kind = Kind::kSwitched;
  int outlet = 0;  // As on the label.
  OutletState old_state = OutletState::kOff;
  OutletState new_state = OutletState::kOff;
  OutletCause cause = OutletCause::kCommand;
  OutletCommand command = OutletCommand::kOn;
  std::string name{};
  // When it was due, however late it was noticed.
  Clock::WallTime time{};
};

// "outlet 3: on -> off (command)", "outlet 3: delayed-off accepted", ...
std::ostream& operator<<(std::ostream& out, const OutletEvent& event);

// Told of every event, in order, with no lock held, in the thread that caused
// or noticed it. May call the device.
class DeviceObserver {
 public:
  virtual ~DeviceObserver() = default;
  virtual void OnOutletEvent(const OutletEvent& event) = 0;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_OUTLET_STATE_H_
