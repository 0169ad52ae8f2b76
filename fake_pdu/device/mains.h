#ifndef PDUKIT_FAKE_PDU_DEVICE_MAINS_H_
#define PDUKIT_FAKE_PDU_DEVICE_MAINS_H_

// What happens when power goes and comes, and when the card starts.

#include <optional>

#include "base/clock.h"
#include "fake_pdu/device/edit.h"

namespace pdukit::fake_pdu {

// A tripped breaker takes its outlets off; their relays stay as they are.
void ChangeBreaker(Edit& edit, int bank_row, bool tripped);

// Everything goes off, and what was pending is forgotten. Does nothing if the
// device is not plugged in.
void LosePower(Edit& edit);

// The device starts, and brings its outlets back as its configuration says.
// Does nothing if it is plugged in.
void GainPower(Edit& edit);

// The phase has this voltage from now on; without one, the model's. What it no
// longer feeds goes off; the last phase that feeds the card takes the card with
// it, the first one to come back starts it as GainPower does.
void ChangeVoltage(Edit& edit, int phase_row, std::optional<double> volts);

// The card alone forgets what is pending, and starts once `away` has passed.
// Does nothing if it has no power.
void RestartCard(Edit& edit, Clock::Duration away);

// The card is up from now on.
void StartCard(Edit& edit);

// To be called after anything changed that readings depend on: keeps the
// peaks, and trips the breakers that carry too much, if they trip at all.
void FollowLoads(Edit& edit, Clock::TimePoint time);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_MAINS_H_
