// How a device keeps up with its clock, and who hears of it.

#include <algorithm>
#include <cstdint>
#include <utility>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/due.h"

namespace pdukit::fake_pdu {
namespace {

// Which of its starts the card is up from; nullopt while it is down.
std::optional<std::uint32_t> UpFrom(const DeviceState& state) {
  return IsUp(state) ? std::optional(state.card_starts) : std::nullopt;
}

}  // namespace

std::optional<Clock::TimePoint> Device::next_due() const {
  const std::lock_guard<std::mutex> lock(state_mutex_);
  return next_due_;
}

void Device::Settle() {
  has_news_ = false;
  Read([](const DeviceState&) {});
  TellDueListener();
  TellCardListener();
  DeliverEvents();
}

void Device::SetDueListener(DueListener listener) {
  const std::lock_guard<std::mutex> lock(due_mutex_);
  due_listener_ = std::move(listener);
}

void Device::SetCardListener(std::function<void(bool)> listener) {
  const std::lock_guard<std::mutex> lock(card_mutex_);
  card_listener_ = std::move(listener);
}

bool Device::Apply(const std::function<bool(Edit&)>& edit) {
  bool applied = false;
  {
    const std::lock_guard<std::mutex> lock(state_mutex_);
    SettleLocked();
    const DeviceState before = state_;
    std::vector<OutletEvent> events;
    Edit changes{state_, events};
    applied = edit(changes);
    if (applied) {
      events_.Push(events);
      next_due_ = NextDue(state_);
      if (!events.empty() || UpFrom(state_) != UpFrom(before)) {
        has_news_ = true;
      }
    } else {
      state_ = before;
    }
  }
  TellDueListener();
  return applied;
}

void Device::SettleLocked() const {
  const Clock::TimePoint now = clock_.Now();
  state_.wall_origin = clock_.WallNow() - now.time_since_epoch();
  if (!next_due_ || now < *next_due_) {
    state_.now = std::max(state_.now, now);
    return;
  }
  std::vector<OutletEvent> events;
  Edit changes{state_, events};
  SettleUntil(changes, now);
  events_.Push(events);
  next_due_ = NextDue(state_);
  has_news_ = true;
}

void Device::TellDueListener() {
  const std::lock_guard<std::mutex> lock(due_mutex_);
  const std::optional<Clock::TimePoint> due = next_due();
  if (due == told_due_) {
    return;
  }
  told_due_ = due;
  if (due_listener_) {
    due_listener_(due);
  }
}

void Device::TellCardListener() {
  const std::lock_guard<std::mutex> lock(card_mutex_);
  const std::optional<std::uint32_t> starts = Read(UpFrom);
  if (starts == told_starts_) {
    return;
  }
  told_starts_ = starts;
  if (card_listener_) {
    card_listener_(starts.has_value());
  }
}

Result<void> Device::EditOutlet(
    int number, const std::function<Result<void>(Edit&, int)>& edit) {
  const Result<int> row = RowOf(number);
  if (!row.ok()) {
    return row.error();
  }
  Result<void> result;
  Apply([&](Edit& changes) {
    result = edit(changes, *row);
    return result.ok();
  });
  DeliverEvents();
  return result;
}

}  // namespace pdukit::fake_pdu
