#include "fake_pdu/device/mains.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/meters.h"

namespace pdukit::fake_pdu {
namespace {

StartupState StartupOf(const DeviceState& state, int row) {
  const StartupState startup =
      state.outlets[static_cast<std::size_t>(row)].config.startup;
  return startup == StartupState::kAsUnit ? UnitOf(state, row).startup
                                          : startup;
}

OutletState StartupTarget(const DeviceState& state, int row, OutletState last) {
  const StartupState startup = StartupOf(state, row);
  if (startup == StartupState::kLast || startup == StartupState::kLastAtOnce) {
    return last;
  }
  return startup == StartupState::kOn ? OutletState::kOn : OutletState::kOff;
}

// Brings the outlets back, one after the other where the configuration says so.
void StartOutlets(Edit& edit, const std::vector<OutletState>& last) {
  DeviceState& state = edit.state;
  Clock::Duration turn{};
  for (int row = 0; row < OutletCount(state); ++row) {
    const OutletConfig& config = RuntimeOf(edit, row).config;
    const UnitConfig& unit = UnitOf(state, row);
    const double delay = StartupOf(state, row) == StartupState::kLastAtOnce
                             ? 0
                             : config.startup_delay.value_or(config.on_delay);
    RuntimeOf(edit, row).is_commanded = false;
    if (!state.spec->outlets[static_cast<std::size_t>(row)].switched) {
      MoveRelay(edit, row, OutletState::kOn, OutletCause::kMains, state.now);
      continue;
    }
    if (StartupTarget(state, row, last[static_cast<std::size_t>(row)]) ==
            OutletState::kOff ||
        unit.coldstart_delay < 0 || delay < 0) {
      continue;
    }
    Schedule(edit, row, OutletCommand::kDelayedOn,
             {state.now + Seconds(unit.coldstart_delay) + turn + Seconds(delay),
              OutletState::kOn, OutletCause::kMains});
    turn += Seconds(std::max(unit.inrush_delay, config.sequence_delay));
  }
}

}  // namespace

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
  UpdatePeaks(state, state.now);
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

}  // namespace pdukit::fake_pdu
