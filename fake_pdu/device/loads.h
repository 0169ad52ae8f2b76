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

// Whether there is voltage on any line of the inlet.
bool IsLive(const DeviceState& state, int inlet);

// Between the line of this phase and the next one of its inlet, in V.
double LineToLineVoltage(const DeviceState& state, int phase_row);

inline bool IsLineToLine(Wiring wiring) { return wiring >= Wiring::kL1L2; }

// The line of L1, L2, L3 from which this starts, from zero.
inline int FirstLine(Wiring wiring) { return static_cast<int>(wiring) % 3; }

// Between the line of this phase and the next one.
inline Wiring PairFrom(const PhaseSpec& phase) {
  return static_cast<Wiring>(static_cast<int>(Wiring::kL1L2) + phase.number -
                             1);
}

// Whether this line, from zero, is one of its conductors.
inline bool Touches(Wiring wiring, int line) {
  const int first = FirstLine(wiring);
  return first == line || (IsLineToLine(wiring) && (first + 1) % 3 == line);
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_LOADS_H_
