#ifndef PDUKIT_FAKE_PDU_DEVICE_EDIT_H_
#define PDUKIT_FAKE_PDU_DEVICE_EDIT_H_

// The single steps of which commands, power failures and what a hand does are
// made.

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "base/clock.h"
#include "fake_pdu/device/device_state.h"
#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

// A state that is being changed, and what happened on the way.
struct Edit {
  DeviceState& state;
  std::vector<OutletEvent>& events;
};

inline OutletRuntime& RuntimeOf(Edit& edit, int row) {
  return edit.state.outlets[static_cast<std::size_t>(row)];
}

// From now on they are the outlet's own.
inline OutletConfig& OwnConfigOf(Edit& edit, int row) {
  const OutletConfig& shared =
      edit.state.spec->outlets[static_cast<std::size_t>(row)].config;
  return edit.state.outlet_configs.try_emplace(row, shared).first->second;
}

// Makes room for them if there are none.
inline OutletFaults& FaultsOf(Edit& edit, int row) {
  return edit.state.outlet_faults[row];
}

inline int OutletCount(const DeviceState& state) {
  return static_cast<int>(state.outlets.size());
}

inline Clock::Duration Seconds(double seconds) {
  return std::chrono::duration_cast<Clock::Duration>(
      std::chrono::duration<double>(seconds));
}

// The settings of the unit that the outlet belongs to.
inline const UnitConfig& UnitOf(const DeviceState& state, int outlet_row) {
  const int unit =
      RelatedRow(*state.spec, Scope::kOutlet, outlet_row, Scope::kUnit);
  return state.units[static_cast<std::size_t>(unit)];
}

// An event of this outlet, without what is particular to its kind.
OutletEvent EventOf(const Edit& edit, int row, OutletEvent::Kind kind,
                    Clock::TimePoint time);

// Reports that the outlet changed from `before`, if it did.
void ReportSwitch(Edit& edit, int row, OutletState before, OutletCause cause,
                  Clock::TimePoint time);

// Tells the relay to switch: at once, unless it is slow.
void MoveRelay(Edit& edit, int row, OutletState target, OutletCause cause,
               Clock::TimePoint time);

// Switches, unless the relay is stuck, and reports it.
void MoveContacts(Edit& edit, int row, OutletState target, OutletCause cause,
                  Clock::TimePoint time);

// Forgets what is pending, and reports it.
void DropPending(Edit& edit, int row);

// Forgets what a slow relay was told and has not done.
void DropLate(Edit& edit, int row);

// Makes the step pending, behind what is; or takes it if it is due and nothing
// is pending.
void Schedule(Edit& edit, int row, OutletCommand command, PendingStep step);

// At once, whatever was pending or under way.
void SwitchByHand(Edit& edit, int outlet_row, OutletState target);

void Rename(Edit& edit, int outlet_row, const std::string& name);

// Reports that the outlet has the name that it has now.
void ReportName(Edit& edit, int row);

// From now on the outlet draws this much while it is on.
void ChangeLoad(Edit& edit, int outlet_row, double watts);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_DEVICE_EDIT_H_
