#include "fake_pdu/device/relays.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "fake_pdu/device/energy.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::seconds;

void Accept(Edit& edit, int row, OutletCommand command) {
  OutletEvent event =
      EventOf(edit, row, OutletEvent::Kind::kCommandAccepted, edit.state.now);
  event.command = command;
  edit.events.push_back(event);
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
