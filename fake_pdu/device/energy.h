#ifndef PDUKIT_FAKE_PDU_DEVICE_ENERGY_H_
#define PDUKIT_FAKE_PDU_DEVICE_ENERGY_H_

// Energy over time. Between two changes the power stands still, so that the
// sum is exact, however seldom it is read.

#include "base/clock.h"
#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

// Watt-hours since the factory.
double EnergyIn(const DeviceState& state, Scope scope, int row);

// Adds to the outlet's energy what it drew until `time`. To be called before
// anything changes that its power depends on.
void CloseEnergyInterval(DeviceState& state, int outlet_row,
                         Clock::TimePoint time);

// Likewise for what the PDU itself draws.
void CloseUnitEnergyInterval(DeviceState& state, Clock::TimePoint time);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_ENERGY_H_
