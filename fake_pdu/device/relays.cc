#include "fake_pdu/device/relays.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "fake_pdu/device/meters.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

OutletRuntime& RuntimeOf(Edit& edit, int row) {
  return edit.state.outlets[static_cast<std::size_t>(row)];
}

int OutletCount(const DeviceState& state) {
  return static_cast<int>(state.outlets.size());
}

OutletEvent EventOf(const Edit& edit, int row, OutletEvent::Kind kind,
                    Clock::TimePoint time) {
  OutletEvent event;
  event.kind = kind;
  event.outlet = edit.state.spec->outlets[static_cast<std::size_t>(row)].number;
  event.time = WallAt(edit.state, time);
  return event;
}

// Reports that the outlet changed, if it did.
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
  RuntimeOf(edit, row).relay = target;
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

void Accept(Edit& edit, int row, OutletCommand command) {
  OutletEvent event =
      EventOf(edit, row, OutletEvent::Kind::kCommandAccepted, edit.state.now);
  event.command = command;
  edit.events.push_back(event);
}

// Switches at `due`, which is now or later than what is pending.
void Schedule(Edit& edit, int row, OutletCommand command, PendingStep step) {
  OutletRuntime& outlet = RuntimeOf(edit, row);
  if (outlet.step_count == 0 && step.due <= edit.state.now) {
    MoveRelay(edit, row, step.target, step.cause, edit.state.now);
    return;
  }
  outlet.pending = command;
  outlet.steps[outlet.step_count++] = step;
}

std::int32_t RebootDuration(const DeviceState& state, int row) {
  const OutletConfig& config =
      state.outlets[static_cast<std::size_t>(row)].config;
  return config.reboots_as_unit ? state.unit.reboot_duration
                                : config.reboot_duration;
}

// Off after the off delay, on again `on_again` after that and its own on delay.
void ScheduleDelayedReboot(Edit& edit, int row, Clock::TimePoint on_again) {
  const OutletConfig& config = RuntimeOf(edit, row).config;
  if (config.off_delay < 0) {
    return;
  }
  const Clock::TimePoint off = edit.state.now + seconds(config.off_delay);
  Schedule(edit, row, OutletCommand::kDelayedReboot,
           {off, OutletState::kOff, OutletCause::kReboot});
  if (config.on_delay >= 0) {
    Schedule(edit, row, OutletCommand::kDelayedReboot,
             {on_again + seconds(config.on_delay), OutletState::kOn,
              OutletCause::kReboot});
  }
}

void Perform(Edit& edit, int row, OutletCommand command) {
  const OutletConfig& config = RuntimeOf(edit, row).config;
  const Clock::TimePoint now = edit.state.now;
  const seconds duration(RebootDuration(edit.state, row));
  switch (command) {
    case OutletCommand::kOn:
      MoveRelay(edit, row, OutletState::kOn, OutletCause::kCommand, now);
      return;
    case OutletCommand::kOff:
      MoveRelay(edit, row, OutletState::kOff, OutletCause::kCommand, now);
      return;
    case OutletCommand::kReboot:
      MoveRelay(edit, row, OutletState::kOff, OutletCause::kReboot, now);
      Schedule(edit, row, command,
               {now + duration, OutletState::kOn, OutletCause::kReboot});
      return;
    case OutletCommand::kDelayedOn:
      if (config.on_delay >= 0) {
        Schedule(edit, row, command,
                 {now + seconds(config.on_delay), OutletState::kOn,
                  OutletCause::kDelayedCommand});
      }
      return;
    case OutletCommand::kDelayedOff:
      if (config.off_delay >= 0) {
        Schedule(edit, row, command,
                 {now + seconds(config.off_delay), OutletState::kOff,
                  OutletCause::kDelayedCommand});
      }
      return;
    case OutletCommand::kDelayedReboot:
      ScheduleDelayedReboot(edit, row,
                            now + seconds(config.off_delay) + duration);
      return;
    case OutletCommand::kCancel:
      return;
  }
}

bool Obeys(const DeviceState& state, int row) {
  return state.plugged &&
         !state.outlets[static_cast<std::size_t>(row)].config.locked &&
         state.spec->outlets[static_cast<std::size_t>(row)].switched;
}

// When all are off again: the largest off delay, then the largest reboot
// duration of those that take part.
Clock::TimePoint EndOfCommonReboot(const DeviceState& state) {
  std::int32_t off_delay = 0;
  std::int32_t duration = 0;
  for (int row = 0; row < OutletCount(state); ++row) {
    const OutletConfig& config =
        state.outlets[static_cast<std::size_t>(row)].config;
    if (Obeys(state, row) && config.off_delay >= 0) {
      off_delay = std::max(off_delay, config.off_delay);
      duration = std::max(duration, RebootDuration(state, row));
    }
  }
  return state.now + seconds(off_delay) + seconds(duration);
}

OutletState StartupTarget(const DeviceState& state, int row, OutletState last) {
  StartupState startup =
      state.outlets[static_cast<std::size_t>(row)].config.startup;
  if (startup == StartupState::kAsUnit) {
    startup = state.unit.startup;
  }
  if (startup == StartupState::kLast) {
    return last;
  }
  return startup == StartupState::kOn ? OutletState::kOn : OutletState::kOff;
}

// Brings the outlets back, one after the other where the configuration says so.
void StartOutlets(Edit& edit, const std::vector<OutletState>& last) {
  DeviceState& state = edit.state;
  Clock::TimePoint turn = state.now + seconds(state.unit.coldstart_delay);
  for (int row = 0; row < OutletCount(state); ++row) {
    const OutletConfig& config = RuntimeOf(edit, row).config;
    if (!state.spec->outlets[static_cast<std::size_t>(row)].switched) {
      MoveRelay(edit, row, OutletState::kOn, OutletCause::kMains, state.now);
      continue;
    }
    if (StartupTarget(state, row, last[static_cast<std::size_t>(row)]) ==
            OutletState::kOff ||
        state.unit.coldstart_delay < 0 || config.on_delay < 0) {
      continue;
    }
    Schedule(edit, row, OutletCommand::kDelayedOn,
             {turn + seconds(config.on_delay), OutletState::kOn,
              OutletCause::kMains});
    turn += std::max<Clock::Duration>(milliseconds(state.unit.inrush_delay_ms),
                                      seconds(config.sequence_delay));
  }
}

// The outlet with the earliest step, the first of them if there are several;
// or -1.
int EarliestRow(const DeviceState& state) {
  int earliest = -1;
  for (int row = 0; row < OutletCount(state); ++row) {
    const OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(row)];
    if (outlet.step_count > 0 &&
        (earliest < 0 ||
         outlet.steps[0].due <
             state.outlets[static_cast<std::size_t>(earliest)].steps[0].due)) {
      earliest = row;
    }
  }
  return earliest;
}

}  // namespace

bool Execute(Edit& edit, int outlet_row, OutletCommand command) {
  if (!Obeys(edit.state, outlet_row)) {
    return false;
  }
  Accept(edit, outlet_row, command);
  DropPending(edit, outlet_row);
  Perform(edit, outlet_row, command);
  return true;
}

bool ExecuteAll(Edit& edit, OutletCommand command) {
  if (!edit.state.plugged) {
    return false;
  }
  const Clock::TimePoint on_again = EndOfCommonReboot(edit.state);
  for (int row = 0; row < OutletCount(edit.state); ++row) {
    if (!Obeys(edit.state, row)) {
      continue;
    }
    Accept(edit, row, command);
    DropPending(edit, row);
    if (command == OutletCommand::kDelayedReboot) {
      ScheduleDelayedReboot(edit, row, on_again);
    } else {
      Perform(edit, row, command);
    }
  }
  return true;
}

void SwitchByHand(Edit& edit, int outlet_row, OutletState target) {
  DropPending(edit, outlet_row);
  MoveRelay(edit, outlet_row, target, OutletCause::kHand, edit.state.now);
}

void Rename(Edit& edit, int outlet_row, const std::string& name) {
  edit.state.settings.Set(NameOf(Scope::kOutlet), outlet_row, name);
  OutletEvent event =
      EventOf(edit, outlet_row, OutletEvent::Kind::kRenamed, edit.state.now);
  event.name = name;
  edit.events.push_back(event);
}

void ChangeLoad(Edit& edit, int outlet_row, double watts) {
  CloseEnergyInterval(edit.state, outlet_row, edit.state.now);
  RuntimeOf(edit, outlet_row).load = watts;
}

void ChangeBreaker(Edit& edit, int bank_row, bool tripped) {
  DeviceState& state = edit.state;
  const int bank = state.spec->banks[static_cast<std::size_t>(bank_row)].number;
  std::vector<OutletState> before;
  for (int row = 0; row < OutletCount(state); ++row) {
    before.push_back(StateOf(state, row));
    if (state.spec->outlets[static_cast<std::size_t>(row)].bank == bank) {
      CloseEnergyInterval(state, row, state.now);
    }
  }
  state.tripped[static_cast<std::size_t>(bank_row)] = tripped;
  for (int row = 0; row < OutletCount(state); ++row) {
    ReportSwitch(edit, row, before[static_cast<std::size_t>(row)],
                 OutletCause::kMains, state.now);
  }
}

void LosePower(Edit& edit) {
  DeviceState& state = edit.state;
  if (!state.plugged) {
    return;
  }
  CloseUnitEnergyInterval(state, state.now);
  std::vector<OutletState> before;
  for (int row = 0; row < OutletCount(state); ++row) {
    before.push_back(StateOf(state, row));
    CloseEnergyInterval(state, row, state.now);
    DropPending(edit, row);
  }
  state.plugged = false;
  for (int row = 0; row < OutletCount(state); ++row) {
    ReportSwitch(edit, row, before[static_cast<std::size_t>(row)],
                 OutletCause::kMains, state.now);
  }
}

void GainPower(Edit& edit) {
  DeviceState& state = edit.state;
  if (state.plugged) {
    return;
  }
  std::vector<OutletState> last;
  for (int row = 0; row < OutletCount(state); ++row) {
    CloseEnergyInterval(state, row, state.now);
    last.push_back(RuntimeOf(edit, row).relay);
    RuntimeOf(edit, row).relay = OutletState::kOff;
  }
  CloseUnitEnergyInterval(state, state.now);
  state.plugged = true;
  state.booted_at = state.now;
  StartOutlets(edit, last);
}

void SettleUntil(Edit& edit, Clock::TimePoint now) {
  DeviceState& state = edit.state;
  for (int row = EarliestRow(state); row >= 0; row = EarliestRow(state)) {
    OutletRuntime& outlet = RuntimeOf(edit, row);
    const PendingStep step = outlet.steps[0];
    if (step.due > now) {
      break;
    }
    outlet.steps[0] = outlet.steps[1];
    --outlet.step_count;
    state.now = std::max(state.now, step.due);
    MoveRelay(edit, row, step.target, step.cause, step.due);
  }
  state.now = std::max(state.now, now);
}

std::optional<Clock::TimePoint> NextDue(const DeviceState& state) {
  const int row = EarliestRow(state);
  if (row < 0) {
    return std::nullopt;
  }
  return state.outlets[static_cast<std::size_t>(row)].steps[0].due;
}

}  // namespace pdukit::fake_pdu
