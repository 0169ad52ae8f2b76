#include "fake_pdu/device/edit.h"

#include <algorithm>
#include <variant>

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/mains.h"

namespace pdukit::fake_pdu {
namespace {

bool IsStuck(const DeviceState& state, int row) {
  const RelayFault fault = FaultsOf(state, row).relay;
  const OutletState relay = state.outlets[static_cast<std::size_t>(row)].relay;
  return fault == RelayFault::kStuck ||
         fault == (relay == OutletState::kOn ? RelayFault::kWelded
                                             : RelayFault::kNeverCloses);
}

}  // namespace

OutletEvent EventOf(const Edit& edit, int row, OutletEvent::Kind kind,
                    Clock::TimePoint time) {
  OutletEvent event;
  event.kind = kind;
  event.outlet = edit.state.spec->outlets[static_cast<std::size_t>(row)].number;
  event.time = WallAt(edit.state, time);
  return event;
}

void ReportSwitch(Edit& edit, int row, OutletState before, OutletCause cause,
                  Clock::TimePoint time) {
  const OutletState after = StateOf(edit.state, row);
  if (before == after) {
    return;
  }
  RuntimeOf(edit, row).switched_at = time;
  OutletEvent event = EventOf(edit, row, OutletEvent::Kind::kSwitched, time);
  event.old_state = before;
  event.new_state = after;
  event.cause = cause;
  edit.events.push_back(event);
}

void MoveRelay(Edit& edit, int row, OutletState target, OutletCause cause,
               Clock::TimePoint time) {
  const Clock::Duration delay = FaultsOf(edit.state, row).relay_delay;
  if (delay <= Clock::Duration::zero()) {
    MoveContacts(edit, row, target, cause, time);
    return;
  }
  std::vector<PendingStep>& late = FaultsOf(edit, row).late;
  const Clock::TimePoint due = time + delay;
  late.push_back(
      {late.empty() ? due : std::max(due, late.back().due), target, cause});
}

void MoveContacts(Edit& edit, int row, OutletState target, OutletCause cause,
                  Clock::TimePoint time) {
  if (RuntimeOf(edit, row).relay == target || IsStuck(edit.state, row)) {
    return;
  }
  const OutletState before = StateOf(edit.state, row);
  CloseEnergyInterval(edit.state, row, time);
  ++RuntimeOf(edit, row).switch_count;
  RuntimeOf(edit, row).relay = target;
  ReportSwitch(edit, row, before, cause, time);
  FollowLoads(edit, time);
}

void DropPending(Edit& edit, int row) {
  OutletRuntime& outlet = RuntimeOf(edit, row);
  if (outlet.step_count == 0) {
    return;
  }
  outlet.step_count = 0;
  OutletEvent event =
      EventOf(edit, row, OutletEvent::Kind::kCommandCancelled, edit.state.now);
  event.command = outlet.pending;
  edit.events.push_back(event);
}

void DropLate(Edit& edit, int row) {
  const auto found = edit.state.outlet_faults.find(row);
  if (found != edit.state.outlet_faults.end()) {
    found->second.late.clear();
  }
}

void Schedule(Edit& edit, int row, OutletCommand command, PendingStep step) {
  OutletRuntime& outlet = RuntimeOf(edit, row);
  if (outlet.step_count == 0 && step.due <= edit.state.now) {
    MoveRelay(edit, row, step.target, step.cause, edit.state.now);
    return;
  }
  outlet.pending = command;
  outlet.steps[outlet.step_count++] = step;
}

void SwitchByHand(Edit& edit, int outlet_row, OutletState target) {
  DropPending(edit, outlet_row);
  DropLate(edit, outlet_row);
  MoveContacts(edit, outlet_row, target, OutletCause::kHand, edit.state.now);
}

void Rename(Edit& edit, int outlet_row, const std::string& name) {
  edit.state.settings.Set(NameOf(Scope::kOutlet), outlet_row, name);
  ReportName(edit, outlet_row);
}

void ReportName(Edit& edit, int row) {
  OutletEvent event =
      EventOf(edit, row, OutletEvent::Kind::kRenamed, edit.state.now);
  const auto* name = std::get_if<std::string>(
      &SettingValue(edit.state, NameOf(Scope::kOutlet), row));
  event.name = name == nullptr ? std::string() : *name;
  edit.events.push_back(event);
}

void ChangeLoad(Edit& edit, int outlet_row, double watts) {
  CloseEnergyInterval(edit.state, outlet_row, edit.state.now);
  RuntimeOf(edit, outlet_row).load = watts;
  FollowLoads(edit, edit.state.now);
}

}  // namespace pdukit::fake_pdu
