#ifndef PDUKIT_FAKE_PDU_DEVICE_LOADS_H_
#define PDUKIT_FAKE_PDU_DEVICE_LOADS_H_

// What flows where, at this moment.

#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

// What flows through some part of the device.
struct Load {
  double watts = 0;
  double volt_amps = 0;
  double amps = 0;
};

Load LoadIn(const DeviceState& state, Scope scope, int row);
double VoltageIn(const DeviceState& state, Scope scope, int row);
double FrequencyIn(const DeviceState& state, Scope scope, int row);

// Whether a unit takes its own power from this inlet.
bool IsFirstOfUnit(const DeviceSpec& spec, int inlet);

// What the unit itself draws from this inlet, in watts.
double OwnPower(const DeviceState& state, int inlet);

inline bool IsLineToLine(Wiring wiring) { return wiring >= Wiring::kL1L2; }

// The line of L1, L2, L3 from which this starts, from zero.
inline int FirstLine(Wiring wiring) { return static_cast<int>(wiring) % 3; }

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_LOADS_H_
