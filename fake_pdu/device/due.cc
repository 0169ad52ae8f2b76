#include "fake_pdu/device/due.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "fake_pdu/device/mains.h"

namespace pdukit::fake_pdu {
namespace {

// The next thing to happen.
struct Due {
  enum class What : std::uint8_t { kStep, kLateMove, kCardStart };

  Clock::TimePoint time{};
  What what = What::kStep;
  int outlet_row = 0;
};

// The first of those that are due at the same time.
std::optional<Due> Earliest(const DeviceState& state) {
  std::optional<Due> earliest;
  const auto consider = [&earliest](const Due& due) {
    if (!earliest || due.time < earliest->time) {
      earliest = due;
    }
  };
  for (int row = 0; row < OutletCount(state); ++row) {
    const OutletRuntime& outlet = state.outlets[static_cast<std::size_t>(row)];
    if (outlet.step_count > 0) {
      consider({outlet.steps[0].due, Due::What::kStep, row});
    }
  }
  for (const auto& [row, faults] : state.outlet_faults) {
    if (!faults.late.empty()) {
      consider({faults.late.front().due, Due::What::kLateMove, row});
    }
  }
  if (state.card_back_at) {
    consider({*state.card_back_at, Due::What::kCardStart, 0});
  }
  return earliest;
}

void TakeStep(Edit& edit, int row) {
  OutletRuntime& outlet = RuntimeOf(edit, row);
  const PendingStep step = outlet.steps[0];
  outlet.steps[0] = outlet.steps[1];
  --outlet.step_count;
  MoveRelay(edit, row, step.target, step.cause, step.due);
}

void MoveLate(Edit& edit, int row) {
  std::vector<PendingStep>& late = FaultsOf(edit, row).late;
  const PendingStep step = late.front();
  late.erase(late.begin());
  MoveContacts(edit, row, step.target, step.cause, step.due);
}

}  // namespace

void SettleUntil(Edit& edit, Clock::TimePoint now) {
  DeviceState& state = edit.state;
  for (std::optional<Due> due = Earliest(state); due && due->time <= now;
       due = Earliest(state)) {
    state.now = std::max(state.now, due->time);
    switch (due->what) {
      case Due::What::kStep:
        TakeStep(edit, due->outlet_row);
        break;
      case Due::What::kLateMove:
        MoveLate(edit, due->outlet_row);
        break;
      case Due::What::kCardStart:
        StartCard(edit);
        break;
    }
  }
  state.now = std::max(state.now, now);
}

std::optional<Clock::TimePoint> NextDue(const DeviceState& state) {
  const std::optional<Due> due = Earliest(state);
  return due ? std::optional(due->time) : std::nullopt;
}

}  // namespace pdukit::fake_pdu
