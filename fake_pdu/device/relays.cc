#include "fake_pdu/device/relays.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/meters.h"

namespace pdukit::fake_pdu {
namespace {

void Accept(Edit& edit, int row, OutletCommand command) {
  OutletEvent event =
      EventOf(edit, row, OutletEvent::Kind::kCommandAccepted, edit.state.now);
  event.command = command;
  edit.events.push_back(event);
}

double RebootDuration(const DeviceState& state, int row) {
  const OutletConfig& config =
      state.outlets[static_cast<std::size_t>(row)].config;
  return config.reboots_as_unit ? UnitOf(state, row).reboot_duration
                                : config.reboot_duration;
}

bool WouldReboot(const Edit& edit, int row) {
  const OutletRuntime& outlet =
      edit.state.outlets[static_cast<std::size_t>(row)];
  return !outlet.config.reboots_only_if_on || outlet.relay == OutletState::kOn;
}

// Off after the off delay, on again `on_again` after that and its own on delay.
void ScheduleDelayedReboot(Edit& edit, int row, Clock::TimePoint on_again) {
  const OutletConfig& config = RuntimeOf(edit, row).config;
  if (config.off_delay < 0) {
    return;
  }
  Schedule(edit, row, OutletCommand::kDelayedReboot,
           {edit.state.now + Seconds(config.off_delay), OutletState::kOff,
            OutletCause::kReboot});
  if (config.on_delay >= 0) {
    Schedule(edit, row, OutletCommand::kDelayedReboot,
             {on_again + Seconds(config.on_delay), OutletState::kOn,
              OutletCause::kReboot});
  }
}

// Off after `delay`, on again after the reboot duration.
void ScheduleReboot(Edit& edit, int row, OutletCommand command, double delay) {
  const Clock::TimePoint off = edit.state.now + Seconds(delay);
  const double duration = RebootDuration(edit.state, row);
  Schedule(edit, row, command, {off, OutletState::kOff, OutletCause::kReboot});
  Schedule(edit, row, command,
           {off + Seconds(duration), OutletState::kOn, OutletCause::kReboot});
}

void ScheduleShutdown(Edit& edit, int row) {
  const OutletConfig& config = RuntimeOf(edit, row).config;
  const Clock::TimePoint off = edit.state.now + Seconds(config.off_delay);
  Schedule(edit, row, OutletCommand::kDelayedShutdown,
           {off, OutletState::kOff, OutletCause::kDelayedCommand});
  if (config.restart_delay >= 0 && config.on_delay >= 0) {
    Schedule(edit, row, OutletCommand::kDelayedShutdown,
             {off + Seconds(config.restart_delay + config.on_delay),
              OutletState::kOn, OutletCause::kDelayedCommand});
  }
}

void PerformDelayed(Edit& edit, int row, OutletCommand command) {
  const OutletConfig& config = RuntimeOf(edit, row).config;
  const bool turns_on = command == OutletCommand::kDelayedOn;
  const double delay = turns_on ? config.on_delay : config.off_delay;
  if (command == OutletCommand::kDelayedReboot) {
    if (!WouldReboot(edit, row)) {
      return;
    }
    if (config.reboot_delay) {
      ScheduleReboot(edit, row, command, *config.reboot_delay);
      return;
    }
    ScheduleDelayedReboot(
        edit, row,
        edit.state.now +
            Seconds(config.off_delay + RebootDuration(edit.state, row)));
    return;
  }
  if (delay >= 0) {
    Schedule(edit, row, command,
             {edit.state.now + Seconds(delay),
              turns_on ? OutletState::kOn : OutletState::kOff,
              OutletCause::kDelayedCommand});
  }
}

void SwitchNow(Edit& edit, int row, OutletState target) {
  MoveRelay(edit, row, target, OutletCause::kCommand, edit.state.now);
  const double repower = RuntimeOf(edit, row).config.repower_delay;
  if (target == OutletState::kOff && repower > 0) {
    Schedule(edit, row, OutletCommand::kDelayedOn,
             {edit.state.now + Seconds(repower), OutletState::kOn,
              OutletCause::kDelayedCommand});
  }
}

void Lock(Edit& edit, int row, OutletCommand command) {
  if (command == OutletCommand::kLockOn || command == OutletCommand::kLockOff) {
    SwitchNow(edit, row,
              command == OutletCommand::kLockOn ? OutletState::kOn
                                                : OutletState::kOff);
  }
  RuntimeOf(edit, row).config.locked = command != OutletCommand::kUnlock;
}

void Perform(Edit& edit, int row, OutletCommand command) {
  switch (command) {
    case OutletCommand::kOn:
      return SwitchNow(edit, row, OutletState::kOn);
    case OutletCommand::kOff:
      return SwitchNow(edit, row, OutletState::kOff);
    case OutletCommand::kToggle:
      return SwitchNow(edit, row,
                       RuntimeOf(edit, row).relay == OutletState::kOn
                           ? OutletState::kOff
                           : OutletState::kOn);
    case OutletCommand::kReboot:
      if (WouldReboot(edit, row)) {
        ScheduleReboot(edit, row, command, 0);
      }
      return;
    case OutletCommand::kShortOn:
      SwitchNow(edit, row, OutletState::kOn);
      return Schedule(
          edit, row, OutletCommand::kDelayedOff,
          {edit.state.now + Seconds(RebootDuration(edit.state, row)),
           OutletState::kOff, OutletCause::kDelayedCommand});
    case OutletCommand::kDelayedOn:
    case OutletCommand::kDelayedOff:
    case OutletCommand::kDelayedReboot:
      return PerformDelayed(edit, row, command);
    case OutletCommand::kDelayedShutdown:
      return ScheduleShutdown(edit, row);
    case OutletCommand::kLock:
    case OutletCommand::kUnlock:
    case OutletCommand::kLockOn:
    case OutletCommand::kLockOff:
      return Lock(edit, row, command);
    case OutletCommand::kCancel:
    case OutletCommand::kQueueOn:
    case OutletCommand::kQueueOff:
    case OutletCommand::kQueueReboot:
      return;
  }
}

std::optional<OutletCommand> QueuedBy(OutletCommand command) {
  switch (command) {
    case OutletCommand::kQueueOn:
      return OutletCommand::kOn;
    case OutletCommand::kQueueOff:
      return OutletCommand::kOff;
    case OutletCommand::kQueueReboot:
      return OutletCommand::kReboot;
    default:
      return std::nullopt;
  }
}

// What every command that is obeyed begins with.
void Take(Edit& edit, int row, OutletCommand command) {
  Accept(edit, row, command);
  DropPending(edit, row);
  RuntimeOf(edit, row).is_commanded = true;
}

void PerformAfter(Edit& edit, int row, OutletCommand command, double delay) {
  if (command == OutletCommand::kReboot) {
    if (WouldReboot(edit, row)) {
      ScheduleReboot(edit, row, OutletCommand::kDelayedReboot, delay);
    }
    return;
  }
  const bool turns_on = command == OutletCommand::kOn ||
                        (command == OutletCommand::kToggle &&
                         RuntimeOf(edit, row).relay == OutletState::kOff);
  Schedule(edit, row,
           turns_on ? OutletCommand::kDelayedOn : OutletCommand::kDelayedOff,
           {edit.state.now + Seconds(delay),
            turns_on ? OutletState::kOn : OutletState::kOff,
            OutletCause::kDelayedCommand});
}

// When all are off again: the largest off delay, then the largest reboot
// duration of those that take part.
Clock::TimePoint EndOfCommonReboot(const DeviceState& state,
                                   const std::vector<int>& rows) {
  double off_delay = 0;
  double duration = 0;
  for (const int row : rows) {
    const OutletConfig& config =
        state.outlets[static_cast<std::size_t>(row)].config;
    if (Obeys(state, row, OutletCommand::kDelayedReboot) &&
        config.off_delay >= 0) {
      off_delay = std::max(off_delay, config.off_delay);
      duration = std::max(duration, RebootDuration(state, row));
    }
  }
  return state.now + Seconds(off_delay) + Seconds(duration);
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
  if (!Obeys(edit.state, outlet_row, command)) {
    return false;
  }
  if (const auto queued = QueuedBy(command)) {
    Accept(edit, outlet_row, command);
    RuntimeOf(edit, outlet_row).queued = queued;
    return true;
  }
  Take(edit, outlet_row, command);
  Perform(edit, outlet_row, command);
  return true;
}

bool ExecuteAfter(Edit& edit, int outlet_row, OutletCommand command,
                  double delay) {
  if (!Obeys(edit.state, outlet_row, command)) {
    return false;
  }
  Take(edit, outlet_row, command);
  PerformAfter(edit, outlet_row, command, delay);
  return true;
}

std::vector<int> OutletsOf(const DeviceState& state, const Part& part) {
  std::vector<int> rows;
  for (int row = 0; row < OutletCount(state); ++row) {
    if (RelatedRow(*state.spec, Scope::kOutlet, row, part.scope) == part.row) {
      rows.push_back(row);
    }
  }
  return rows;
}

bool ExecuteAll(Edit& edit, const Part& part, OutletCommand command) {
  if (!edit.state.plugged) {
    return false;
  }
  const std::vector<int> rows = OutletsOf(edit.state, part);
  const Clock::TimePoint on_again = EndOfCommonReboot(edit.state, rows);
  for (const int row : rows) {
    if (command != OutletCommand::kDelayedReboot) {
      Execute(edit, row, command);
    } else if (Obeys(edit.state, row, command)) {
      Take(edit, row, command);
      if (WouldReboot(edit, row)) {
        ScheduleDelayedReboot(edit, row, on_again);
      }
    }
  }
  return true;
}

bool ExecuteAllAfter(Edit& edit, const Part& part, OutletCommand command,
                     double delay) {
  if (!edit.state.plugged) {
    return false;
  }
  for (const int row : OutletsOf(edit.state, part)) {
    const double own =
        command == OutletCommand::kOn && part.scope == Scope::kUnit
            ? RuntimeOf(edit, row).config.on_delay
            : 0;
    if (own >= 0) {
      ExecuteAfter(edit, row, command, delay + own);
    }
  }
  return true;
}

void CommitQueue(Edit& edit) {
  for (int row = 0; row < OutletCount(edit.state); ++row) {
    const auto command = RuntimeOf(edit, row).queued;
    RuntimeOf(edit, row).queued.reset();
    if (command) {
      Execute(edit, row, *command);
    }
  }
}

void ClearQueue(Edit& edit) {
  for (OutletRuntime& outlet : edit.state.outlets) {
    outlet.queued.reset();
  }
}

std::optional<double> SecondsUntil(const DeviceState& state, int outlet_row,
                                   OutletCommand command) {
  const OutletRuntime& outlet =
      state.outlets[static_cast<std::size_t>(outlet_row)];
  const bool before_off = outlet.step_count == 2;
  if (outlet.step_count == 0 || outlet.pending != command ||
      (command == OutletCommand::kDelayedReboot && !before_off)) {
    return std::nullopt;
  }
  return std::chrono::duration<double>(outlet.steps[0].due - state.now).count();
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
  UpdatePeaks(edit.state, edit.state.now);
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
