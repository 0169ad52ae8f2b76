#ifndef PDUKIT_FAKE_PDU_DEVICE_MAINS_H_
#define PDUKIT_FAKE_PDU_DEVICE_MAINS_H_

// What happens when power goes and comes.

#include "fake_pdu/device/edit.h"

namespace pdukit::fake_pdu {

// A tripped breaker takes its outlets off; their relays stay as they are.
void ChangeBreaker(Edit& edit, int bank_row, bool tripped);

// Everything goes off, and what was pending is forgotten. Does nothing if the
// device has no power.
void LosePower(Edit& edit);

// The device starts, and brings its outlets back as its configuration says.
// Does nothing if it has power.
void GainPower(Edit& edit);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_MAINS_H_
