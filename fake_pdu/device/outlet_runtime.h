#ifndef PDUKIT_FAKE_PDU_DEVICE_OUTLET_RUNTIME_H_
#define PDUKIT_FAKE_PDU_DEVICE_OUTLET_RUNTIME_H_

// What can change about one outlet.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/device/device_spec.h"
#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

struct DeviceState;

// What an outlet will do, unless it is cancelled.
struct PendingStep {
  Clock::TimePoint due{};
  OutletState target = OutletState::kOff;
  OutletCause cause = OutletCause::kDelayedCommand;
};

struct OutletRuntime {
  // The contacts of the relay, whether or not there is power before them.
  OutletState relay = OutletState::kOn;
  std::uint8_t step_count = 0;  // Of `steps`, in the order of their due times.
  OutletCommand pending = OutletCommand::kCancel;  // If step_count > 0.
  std::array<PendingStep, 2> steps{};
  Clock::TimePoint switched_at{};
  std::uint32_t switch_count = 0;  // Of the contacts.
  // What a commit will do (OutletCommand::kQueueOn and its like).
  std::optional<OutletCommand> queued{};
  bool is_commanded = false;  // A command came since the start.
  bool is_unknown = false;    // The device cannot tell its state.
  Clock::TimePoint unlocked_until{};
  double load = 0;  // W, while the outlet is on
  double power_factor = 1;
  // Wh up to `energy_since`; from there on the power is as it is now.
  double energy = 0;
  Clock::TimePoint energy_since{};
};

// What is wrong with an outlet. Few have it, so that it is kept apart.
struct OutletFaults {
  RelayFault relay = RelayFault::kNone;
  CommandFault commands = CommandFault::kNone;
  // By so much the relay moves later than it is told.
  Clock::Duration relay_delay{};
  // What it has been told and not done, in the order of the due times.
  std::vector<PendingStep> late{};
  // The device as it was when the outlet's status was frozen, if it is.
  std::shared_ptr<const DeviceState> shown{};
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_OUTLET_RUNTIME_H_
