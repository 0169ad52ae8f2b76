#ifndef PDUKIT_FAKE_PDU_DEVICE_DUE_H_
#define PDUKIT_FAKE_PDU_DEVICE_DUE_H_

// What a device does by itself as time goes on: pending steps, slow relays, the
// end of a restart.

#include <optional>

#include "base/clock.h"
#include "fake_pdu/device/edit.h"

namespace pdukit::fake_pdu {

// Does all that is due until `now`, in order, and makes `now` the state's.
void SettleUntil(Edit& edit, Clock::TimePoint now);

std::optional<Clock::TimePoint> NextDue(const DeviceState& state);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_DUE_H_
