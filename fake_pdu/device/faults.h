#ifndef PDUKIT_FAKE_PDU_DEVICE_FAULTS_H_
#define PDUKIT_FAKE_PDU_DEVICE_FAULTS_H_

// What goes wrong with real PDUs, as a test wants it.
//
//   SetRelayFault(device, 3, RelayFault::kWelded).value();
//   device.Command(3, OutletCommand::kOff).value();  // Accepted, and yet:
//   device.outlet(3).value();                        // OutletState::kOn

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

// Thread-safe, as Device is; an outlet that it does not have fails with
// kNoSuchOutlet. What is set here lasts until it is set back, also over a loss
// of power, unless said otherwise.

// Set to kNone, the relay moves when it is told next.
Result<void> SetRelayFault(Device& device, int outlet, RelayFault fault);

// By so much the relay moves later than it is told by commands, by steps that
// are due and by the start; until then it shows as it was and nothing is
// pending. A hand switches at once, and what the relay has not done yet is
// forgotten, as when the card stops. Zero, the relay does it at once.
Result<void> SetRelayDelay(Device& device, int outlet, Clock::Duration delay);

// Of one outlet, or of all.
Result<void> SetCommandFault(Device& device, int outlet, CommandFault fault);
void SetCommandFault(Device& device, CommandFault fault);

// Whatever the device shows of a frozen outlet over the network, settings and
// meters too, stays as it is now, also when it is frozen again; Device tells
// how the outlet is. Banks, phases and all above are metered as ever. A start
// of the card ends it.
Result<void> SetStatusFrozen(Device& device, int outlet, bool frozen);

// The device cannot tell whether the outlet is on; the outlet stays as it is.
Result<void> SetStateUnknown(Device& device, int outlet, bool unknown);

// A tripped breaker takes the outlets behind it off; their relays stay.
// Fail with kNotFound for a bank that the device does not have.
Result<void> TripBreaker(Device& device, int bank);
Result<void> ResetBreaker(Device& device, int bank);

// From now on the breaker of each bank that carries more than its rating trips
// at once; a real one would take its time. One that is reset trips again if
// that has not changed. At first they do not.
void SetBreakersTrip(Device& device, bool trip);

// The phase, by its number within the inlet, has this voltage from now on: 0 is
// a failure. Outlets that it takes part in feeding are dead while it has none;
// loads stay what they are in watts. Without any phase of the first inlet the
// card is dead too and what was pending forgotten; it starts with the first one
// that comes back. Fail with kNotFound for a phase that the device does not
// have, with kInvalidArgument for what is negative or not finite.
Result<void> SetVoltage(Device& device, int inlet, int phase, double volts);
// To the model's voltage.
Result<void> RestorePhase(Device& device, int inlet, int phase);

// Whatever was configured is as the factory left it: names, delays, thresholds,
// locks, ...; outlets stay as they are, as do readings and the nameplate.
void LoseConfiguration(Device& device);

// The management card alone starts anew, its uptime from zero. Until `away` has
// passed it answers nobody. What was pending or queued is forgotten, outlets
// stay as they are. Does nothing if the card has no power.
void RestartCard(Device& device, Clock::Duration away);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_FAULTS_H_
