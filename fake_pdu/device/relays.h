#ifndef PDUKIT_FAKE_PDU_DEVICE_RELAYS_H_
#define PDUKIT_FAKE_PDU_DEVICE_RELAYS_H_

// What commands do to the outlets of a device: one by one, to all of a part,
// and in a queue.

#include <optional>
#include <vector>

#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/edit.h"
#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

// False, and nothing has changed, if the outlet does not obey: it is locked,
// not switched, or the device's card is not up.
bool Execute(Edit& edit, int outlet_row, OutletCommand command);

// On, off, toggle or reboot after this many seconds, whatever the outlet's own
// delays. False as above.
bool ExecuteAfter(Edit& edit, int outlet_row, OutletCommand command,
                  double delay);

// The part of a device that a command speaks to: a unit, a bank, a group.
struct Part {
  Scope scope = Scope::kUnit;
  int row = 0;
};

// The rows of the outlets that belong to it.
std::vector<int> OutletsOf(const DeviceState& state, const Part& part);

// Tells all outlets of the part that obey. The delayed ones go by the delay of
// each. A delayed reboot is off for all, then the longest reboot duration, then
// on for all. False if the card is not up.
bool ExecuteAll(Edit& edit, const Part& part, OutletCommand command);

// Likewise after `delay` seconds. The outlets of a unit come on one after the
// other, each its on delay later, or not at all if that is negative.
bool ExecuteAllAfter(Edit& edit, const Part& part, OutletCommand command,
                     double delay);

// Does what is queued, or forgets it.
void CommitQueue(Edit& edit);
void ClearQueue(Edit& edit);

// Seconds until the delayed on, off or reboot that is pending; nullopt if it is
// another one or none.
std::optional<double> SecondsUntil(const DeviceState& state, int outlet_row,
                                   OutletCommand command);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_RELAYS_H_
