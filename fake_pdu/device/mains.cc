#include "fake_pdu/device/mains.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <vector>

#include "fake_pdu/device/energy.h"
#include "fake_pdu/device/meters.h"

namespace pdukit::fake_pdu {
namespace {

StartupState StartupOf(const DeviceState& state, int row) {
  const StartupState startup = ConfigOf(state, row).startup;
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

// Brings these outlets back, one after the other where the configuration says
// so. Their relays are open, `last` is what they were.
void StartOutlets(Edit& edit, const std::map<int, OutletState>& last) {
  DeviceState& state = edit.state;
  Clock::Duration turn{};
  for (const auto& [row, relay] : last) {
    const OutletConfig& config = ConfigOf(edit.state, row);
    const UnitConfig& unit = UnitOf(state, row);
    const double delay = StartupOf(state, row) == StartupState::kLastAtOnce
                             ? 0
                             : config.startup_delay.value_or(config.on_delay);
    if (!state.spec->outlets[static_cast<std::size_t>(row)].switched) {
      MoveRelay(edit, row, OutletState::kOn, OutletCause::kMains, state.now);
      continue;
    }
    if (StartupTarget(state, row, relay) == OutletState::kOff ||
        unit.coldstart_delay < 0 || delay < 0) {
      continue;
    }
    Schedule(edit, row, OutletCommand::kDelayedOn,
             {state.now + Seconds(unit.coldstart_delay) + turn + Seconds(delay),
              OutletState::kOn, OutletCause::kMains});
    turn += Seconds(std::max(unit.inrush_delay, config.sequence_delay));
  }
}

void StopCard(Edit& edit) {
  for (int row = 0; row < OutletCount(edit.state); ++row) {
    DropPending(edit, row);
    DropLate(edit, row);
    RuntimeOf(edit, row).queued.reset();
    RuntimeOf(edit, row).unlocked_until = {};
  }
  for (auto& [row, faults] : edit.state.outlet_faults) {
    faults.shown.reset();
  }
  edit.state.card_back_at.reset();
}

// Opens the relays of these outlets, but for those that are welded; returns
// what they were.
std::map<int, OutletState> OpenRelays(Edit& edit,
                                      const std::vector<int>& rows) {
  std::map<int, OutletState> last;
  for (const int row : rows) {
    OutletState& relay = RuntimeOf(edit, row).relay;
    const RelayFault fault = FaultsOf(edit.state, row).relay;
    last[row] = relay;
    if (fault != RelayFault::kWelded && fault != RelayFault::kStuck) {
      relay = OutletState::kOff;
    }
  }
  return last;
}

std::vector<int> OutletsWithoutPower(const DeviceState& state) {
  std::vector<int> rows;
  for (int row = 0; row < OutletCount(state); ++row) {
    if (!HasPower(state, row)) {
      rows.push_back(row);
    }
  }
  return rows;
}

// Changes what feeds the outlets, or the card, and does what follows. A card
// that gets power opens the relays of what had none.
void ChangeFeed(Edit& edit, const std::function<void(DeviceState&)>& change) {
  DeviceState& state = edit.state;
  const bool was_powered = IsPowered(state);
  const std::vector<int> dead = OutletsWithoutPower(state);
  CloseUnitEnergyInterval(state, state.now);
  std::vector<OutletState> before;
  for (int row = 0; row < OutletCount(state); ++row) {
    before.push_back(StateOf(state, row));
    CloseEnergyInterval(state, row, state.now);
  }
  change(state);
  const bool starts = !was_powered && IsPowered(state);
  std::map<int, OutletState> last;
  if (starts) {
    last = OpenRelays(edit, dead);
    StartCard(edit);
  } else if (was_powered && !IsPowered(state)) {
    StopCard(edit);
  }
  for (int row = 0; row < OutletCount(state); ++row) {
    ReportSwitch(edit, row, before[static_cast<std::size_t>(row)],
                 OutletCause::kMains, state.now);
  }
  StartOutlets(edit, last);
  FollowLoads(edit, state.now);
}

}  // namespace

void ChangeBreaker(Edit& edit, int bank_row, bool tripped) {
  ChangeFeed(edit, [&](DeviceState& state) {
    state.tripped[static_cast<std::size_t>(bank_row)] = tripped;
  });
}

void LosePower(Edit& edit) {
  ChangeFeed(edit, [](DeviceState& state) { state.plugged = false; });
}

void GainPower(Edit& edit) {
  ChangeFeed(edit, [](DeviceState& state) { state.plugged = true; });
}

void ChangeVoltage(Edit& edit, int phase_row, std::optional<double> volts) {
  ChangeFeed(edit, [&](DeviceState& state) {
    state.phase_volts.erase(phase_row);
    if (volts) {
      state.phase_volts.emplace(phase_row, *volts);
    }
  });
}

void RestartCard(Edit& edit, Clock::Duration away) {
  if (!IsPowered(edit.state)) {
    return;
  }
  StopCard(edit);
  if (away > Clock::Duration::zero()) {
    edit.state.card_back_at = edit.state.now + away;
  } else {
    StartCard(edit);
  }
}

void StartCard(Edit& edit) {
  DeviceState& state = edit.state;
  state.card_back_at.reset();
  state.booted_at = state.now;
  ++state.card_starts;
  for (OutletRuntime& outlet : state.outlets) {
    outlet.is_commanded = false;
  }
}

void FollowLoads(Edit& edit, Clock::TimePoint time) {
  DeviceState& state = edit.state;
  UpdatePeaks(state, time);
  if (!state.breakers_trip) {
    return;
  }
  for (int row = 0; row < state.spec->RowCount(Scope::kBank); ++row) {
    const double rating = RatingOf(*state.spec, Scope::kBank, row);
    if (rating > 0 &&
        Measure(state, Scope::kBank, row, Quantity::kCurrent) > rating) {
      ChangeBreaker(edit, row, true);
    }
  }
}

}  // namespace pdukit::fake_pdu
