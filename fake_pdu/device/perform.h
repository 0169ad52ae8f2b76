#ifndef PDUKIT_FAKE_PDU_DEVICE_PERFORM_H_
#define PDUKIT_FAKE_PDU_DEVICE_PERFORM_H_

// What a command does to an outlet that obeys it.

#include "base/clock.h"
#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/edit.h"
#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

void Perform(Edit& edit, int row, OutletCommand command);

// On, off, toggle or reboot after `delay` seconds.
void PerformAfter(Edit& edit, int row, OutletCommand command, double delay);

// A delayed reboot: off after the off delay, on at `on_again` and the on delay
// after that.
void PerformDelayedReboot(Edit& edit, int row, Clock::TimePoint on_again);

// In seconds.
double RebootDuration(const DeviceState& state, int row);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_PERFORM_H_
