#include "fake_pdu/device/relays.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

#include "fake_pdu/device/perform.h"

namespace pdukit::fake_pdu {
namespace {

void Accept(Edit& edit, int row, OutletCommand command) {
  OutletEvent event =
      EventOf(edit, row, OutletEvent::Kind::kCommandAccepted, edit.state.now);
  event.command = command;
  edit.events.push_back(event);
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

// Whether a command that was accepted is forgotten.
bool Forgets(const DeviceState& state, int row) {
  switch (FaultsOf(state, row).commands) {
    case CommandFault::kForgets:
      return true;
    case CommandFault::kForgetsWhilePending:
      return state.outlets[static_cast<std::size_t>(row)].step_count > 0;
    case CommandFault::kNone:
      break;
  }
  return false;
}

// What every command that is obeyed begins with; false if it also ends there.
bool Take(Edit& edit, int row, OutletCommand command) {
  Accept(edit, row, command);
  if (Forgets(edit.state, row)) {
    return false;
  }
  DropPending(edit, row);
  RuntimeOf(edit, row).is_commanded = true;
  return true;
}

// When all are off again: the largest off delay, then the largest reboot
// duration of those that take part.
Clock::TimePoint EndOfCommonReboot(const DeviceState& state,
                                   const std::vector<int>& rows) {
  double off_delay = 0;
  double duration = 0;
  for (const int row : rows) {
    const OutletConfig& config = ConfigOf(state, row);
    if (Obeys(state, row, OutletCommand::kDelayedReboot) &&
        config.off_delay >= 0) {
      off_delay = std::max(off_delay, config.off_delay);
      duration = std::max(duration, RebootDuration(state, row));
    }
  }
  return state.now + Seconds(off_delay) + Seconds(duration);
}

}  // namespace

bool Execute(Edit& edit, int outlet_row, OutletCommand command) {
  if (!Obeys(edit.state, outlet_row, command)) {
    return false;
  }
  if (const auto queued = QueuedBy(command)) {
    Accept(edit, outlet_row, command);
    if (!Forgets(edit.state, outlet_row)) {
      RuntimeOf(edit, outlet_row).queued = queued;
    }
    return true;
  }
  if (Take(edit, outlet_row, command)) {
    Perform(edit, outlet_row, command);
  }
  return true;
}

bool ExecuteAfter(Edit& edit, int outlet_row, OutletCommand command,
                  double delay) {
  if (!Obeys(edit.state, outlet_row, command)) {
    return false;
  }
  if (Take(edit, outlet_row, command)) {
    PerformAfter(edit, outlet_row, command, delay);
  }
  return true;
}

std::vector<int> OutletsOf(const DeviceState& state, const Part& part) {
  if (part.scope == Scope::kGroup) {
    return state.groups[static_cast<std::size_t>(part.row)];
  }
  std::vector<int> rows;
  for (int row = 0; row < OutletCount(state); ++row) {
    if (RelatedRow(*state.spec, Scope::kOutlet, row, part.scope) == part.row) {
      rows.push_back(row);
    }
  }
  return rows;
}

bool ExecuteAll(Edit& edit, const Part& part, OutletCommand command) {
  if (!IsUp(edit.state)) {
    return false;
  }
  const std::vector<int> rows = OutletsOf(edit.state, part);
  const Clock::TimePoint on_again = EndOfCommonReboot(edit.state, rows);
  for (const int row : rows) {
    if (command != OutletCommand::kDelayedReboot) {
      Execute(edit, row, command);
    } else if (Obeys(edit.state, row, command) && Take(edit, row, command)) {
      PerformDelayedReboot(edit, row, on_again);
    }
  }
  return true;
}

bool ExecuteAllAfter(Edit& edit, const Part& part, OutletCommand command,
                     double delay) {
  if (!IsUp(edit.state)) {
    return false;
  }
  for (const int row : OutletsOf(edit.state, part)) {
    const double own =
        command == OutletCommand::kOn && part.scope == Scope::kUnit
            ? ConfigOf(edit.state, row).on_delay
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

}  // namespace pdukit::fake_pdu
