#ifndef PDUKIT_FAKE_PDU_DEVICE_RELAYS_H_
#define PDUKIT_FAKE_PDU_DEVICE_RELAYS_H_

// How outlets switch: commands, delays and reboots, as changes of a
// DeviceState.

#include <optional>
#include <string>

#include "base/clock.h"
#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/edit.h"
#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

// False, and nothing has changed, if the outlet does not obey: it is locked,
// not switched, or the device has no power.
bool Execute(Edit& edit, int outlet_row, OutletCommand command);

// Tells all outlets that obey. The delayed ones go by the delay of each. A
// delayed reboot is off for all, then the longest reboot duration, then on for
// all. False if the device has no power.
bool ExecuteAll(Edit& edit, OutletCommand command);

// At once, whatever was pending.
void SwitchByHand(Edit& edit, int outlet_row, OutletState target);

void Rename(Edit& edit, int outlet_row, const std::string& name);

// From now on the outlet draws this much while it is on.
void ChangeLoad(Edit& edit, int outlet_row, double watts);

// Does all that is due until `now`, in order, and makes `now` the state's.
void SettleUntil(Edit& edit, Clock::TimePoint now);

std::optional<Clock::TimePoint> NextDue(const DeviceState& state);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_RELAYS_H_
