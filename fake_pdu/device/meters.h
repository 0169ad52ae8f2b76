#ifndef PDUKIT_FAKE_PDU_DEVICE_METERS_H_
#define PDUKIT_FAKE_PDU_DEVICE_METERS_H_

// What a PDU measures: everything follows from the loads behind the outlets
// that are on, and from what the PDU itself draws.

#include <cstdint>
#include <optional>

#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/settings.h"

namespace pdukit::fake_pdu {

// The true value, whether or not the model has a meter there. Nothing flows
// and there is no voltage while the device is unplugged. The power factor of
// what draws nothing is 1.
double Measure(const DeviceState& state, Scope scope, int row,
               Quantity quantity);

// Whether the model meters there.
bool IsMetered(const DeviceSpec& spec, Scope scope);

// Between this line and the next one of its inlet, in V; nothing on an inlet
// of one phase.
AttributeValue PhaseToPhaseVoltage(const DeviceState& state, int phase_row);

// By how much, in percent of their average, the current of one line of the
// inlet differs most; 0 on an inlet of one phase.
double CurrentUnbalance(const DeviceState& state, int inlet_row);

// Remembers the readings at `time` that are higher than all before them, if
// the model shows such. To be called after anything changed that they depend
// on.
void UpdatePeaks(DeviceState& state, Clock::TimePoint time);

// The reading that 100 % of the rating stands for: the rated current, or the
// power at it; nullopt for other quantities.
std::optional<double> RatedValue(const DeviceSpec& spec, Scope scope, int row,
                                 Quantity quantity);

// Where a reading stands between its thresholds.
enum class Level : std::uint8_t {
  kBelowLowerCritical,
  kBelowLowerWarning,
  kNormal,
  kAboveUpperWarning,
  kAboveUpperCritical,
};

Level LevelOf(const DeviceState& state, Scope scope, int row,
              Quantity quantity);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_METERS_H_
