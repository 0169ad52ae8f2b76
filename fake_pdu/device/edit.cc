#include "fake_pdu/device/edit.h"

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/meters.h"

namespace pdukit::fake_pdu {

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
  const OutletState before = StateOf(edit.state, row);
  CloseEnergyInterval(edit.state, row, time);
  RuntimeOf(edit, row).switch_count +=
      RuntimeOf(edit, row).relay == target ? 0 : 1;
  RuntimeOf(edit, row).relay = target;
  UpdatePeaks(edit.state, time);
  ReportSwitch(edit, row, before, cause, time);
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

void Schedule(Edit& edit, int row, OutletCommand command, PendingStep step) {
  OutletRuntime& outlet = RuntimeOf(edit, row);
  if (outlet.step_count == 0 && step.due <= edit.state.now) {
    MoveRelay(edit, row, step.target, step.cause, edit.state.now);
    return;
  }
  outlet.pending = command;
  outlet.steps[outlet.step_count++] = step;
}

}  // namespace pdukit::fake_pdu
