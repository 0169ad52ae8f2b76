#include "fake_pdu/device/perform.h"

namespace pdukit::fake_pdu {
namespace {

bool WouldReboot(const Edit& edit, int row) {
  const OutletRuntime& outlet =
      edit.state.outlets[static_cast<std::size_t>(row)];
  return !ConfigOf(edit.state, row).reboots_only_if_on ||
         outlet.relay == OutletState::kOn;
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
  const OutletConfig& config = ConfigOf(edit.state, row);
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
  const OutletConfig& config = ConfigOf(edit.state, row);
  const bool turns_on = command == OutletCommand::kDelayedOn;
  const double delay = turns_on ? config.on_delay : config.off_delay;
  if (delay >= 0) {
    Schedule(edit, row, command,
             {edit.state.now + Seconds(delay),
              turns_on ? OutletState::kOn : OutletState::kOff,
              OutletCause::kDelayedCommand});
  }
}

// Off after the outlet's reboot delay, if it has one; else as a common one.
void PerformOwnDelayedReboot(Edit& edit, int row) {
  const OutletConfig& config = ConfigOf(edit.state, row);
  if (!config.reboot_delay) {
    const double off = config.off_delay + RebootDuration(edit.state, row);
    PerformDelayedReboot(edit, row, edit.state.now + Seconds(off));
  } else if (WouldReboot(edit, row)) {
    ScheduleReboot(edit, row, OutletCommand::kDelayedReboot,
                   *config.reboot_delay);
  }
}

void SwitchNow(Edit& edit, int row, OutletState target) {
  MoveRelay(edit, row, target, OutletCause::kCommand, edit.state.now);
  const double repower = ConfigOf(edit.state, row).repower_delay;
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
  OwnConfigOf(edit, row).locked = command != OutletCommand::kUnlock;
}

}  // namespace

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
      return PerformDelayed(edit, row, command);
    case OutletCommand::kDelayedReboot:
      return PerformOwnDelayedReboot(edit, row);
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

void PerformDelayedReboot(Edit& edit, int row, Clock::TimePoint on_again) {
  const OutletConfig& config = ConfigOf(edit.state, row);
  if (config.off_delay < 0 || !WouldReboot(edit, row)) {
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

double RebootDuration(const DeviceState& state, int row) {
  const OutletConfig& config = ConfigOf(state, row);
  return config.reboots_as_unit ? UnitOf(state, row).reboot_duration
                                : config.reboot_duration;
}

}  // namespace pdukit::fake_pdu
