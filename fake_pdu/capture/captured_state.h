#ifndef PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_STATE_H_
#define PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_STATE_H_

#include "fake_pdu/capture/capture.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/model.h"

namespace pdukit::fake_pdu {

// Brings a device of this model, as far as the family says what captured
// objects mean, into the state of the captured one: names and settings first,
// then which outlets are on, then what they draw. What is captured for a whole
// bank, phase, inlet or unit alone is shared by its outlets that are on.
void TakeCapturedState(const Capture& capture, const Model& model,
                       Device& device);

// Whether this cell's object follows what a device does, and so is not what a
// capture says of it.
bool MovesWithDevice(const Binding& binding);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CAPTURE_CAPTURED_STATE_H_
