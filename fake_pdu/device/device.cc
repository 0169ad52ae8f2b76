#include "fake_pdu/device/device.h"

#include <cmath>
#include <cstddef>
#include <utility>

#include "fake_pdu/device/mains.h"
#include "fake_pdu/device/meters.h"
#include "fake_pdu/device/relays.h"

namespace pdukit::fake_pdu {
namespace {

Error RefusedBy(const Edit& edit, int row) {
  const auto at = static_cast<std::size_t>(row);
  Error error{ErrorKind::kRefusedByDevice, "the outlet is not switched"};
  if (!edit.state.plugged) {
    error.message = "the PDU has no power";
  } else if (edit.state.outlets[at].config.locked) {
    error.message = "the outlet is locked";
  }
  error.outlet = std::to_string(edit.state.spec->outlets[at].number);
  return error;
}

}  // namespace

Device::Device(std::shared_ptr<const DeviceSpec> spec, Clock& clock)
    : spec_(std::move(spec)),
      clock_(clock),
      state_(InitialState(*spec_, clock.Now(), clock.WallNow())) {
  clock_listener_ = clock_.AddListener([this] { Settle(); });
}

Device::~Device() { clock_.RemoveListener(clock_listener_); }

std::vector<int> Device::outlets() const {
  std::vector<int> numbers;
  for (const OutletSpec& outlet : spec_->outlets) {
    numbers.push_back(outlet.number);
  }
  return numbers;
}

Result<int> Device::RowOf(int number) const {
  const int row = spec_->OutletRow(number);
  if (row >= 0) {
    return row;
  }
  Error error{ErrorKind::kNoSuchOutlet, spec_->model + " has no such outlet"};
  if (!spec_->outlets.empty()) {
    error.hint = "its outlets are " +
                 std::to_string(spec_->outlets.front().number) + " to " +
                 std::to_string(spec_->outlets.back().number);
  }
  error.outlet = std::to_string(number);
  return error;
}

Result<OutletState> Device::outlet(int number) const {
  const Result<int> row = RowOf(number);
  if (!row.ok()) {
    return row.error();
  }
  const OutletState state =
      Read([&](const DeviceState& now) { return StateOf(now, *row); });
  DeliverEvents();
  return state;
}

Result<std::optional<OutletCommand>> Device::pending(int number) const {
  const Result<int> row = RowOf(number);
  if (!row.ok()) {
    return row.error();
  }
  const auto command =
      Read([&](const DeviceState& now) -> std::optional<OutletCommand> {
        const OutletRuntime& outlet =
            now.outlets[static_cast<std::size_t>(*row)];
        if (outlet.step_count == 0) {
          return std::nullopt;
        }
        return outlet.pending;
      });
  DeliverEvents();
  return command;
}

Result<std::string> Device::outlet_name(int number) const {
  const Result<int> row = RowOf(number);
  if (!row.ok()) {
    return row.error();
  }
  return Read([&](const DeviceState& now) {
    const auto* name = std::get_if<std::string>(
        &SettingValue(now, NameOf(Scope::kOutlet), *row));
    return name == nullptr ? std::string() : *name;
  });
}

Result<void> Device::SetOutletName(int number, const std::string& name) {
  return EditOutlet(number, [&](Edit& edit, int row) -> Result<void> {
    Rename(edit, row, name);
    return {};
  });
}

Result<void> Device::Command(int number, OutletCommand command) {
  return EditOutlet(number, [&](Edit& edit, int row) -> Result<void> {
    if (!Execute(edit, row, command)) {
      return RefusedBy(edit, row);
    }
    return {};
  });
}

Result<void> Device::CommandAll(OutletCommand command) {
  const bool obeyed = Apply([&](Edit& edit) {
    bool all = true;
    for (int unit = 0; unit < spec_->RowCount(Scope::kUnit); ++unit) {
      all = ExecuteAll(edit, {Scope::kUnit, unit}, command) && all;
    }
    return all;
  });
  DeliverEvents();
  if (!obeyed) {
    return Error{ErrorKind::kRefusedByDevice, "the PDU has no power"};
  }
  return {};
}

Result<void> Device::SetOutlet(int number, OutletState state) {
  return EditOutlet(number, [&](Edit& edit, int row) -> Result<void> {
    SwitchByHand(edit, row, state);
    return {};
  });
}

Result<void> Device::SetLocked(int number, bool locked) {
  return EditOutlet(number, [&](Edit& edit, int row) -> Result<void> {
    edit.state.outlets[static_cast<std::size_t>(row)].config.locked = locked;
    return {};
  });
}

Result<void> Device::SetStateUnknown(int number, bool unknown) {
  return EditOutlet(number, [&](Edit& edit, int row) -> Result<void> {
    RuntimeOf(edit, row).is_unknown = unknown;
    return {};
  });
}

Result<void> Device::SetTemperature(int sensor, double celsius) {
  return SetSensor(sensor, &SensorSpec::temperature,
                   &SensorRuntime::temperature, celsius);
}

Result<void> Device::SetHumidity(int sensor, double percent) {
  return SetSensor(sensor, &SensorSpec::humidity, &SensorRuntime::humidity,
                   percent);
}

Result<void> Device::SetSensor(int sensor,
                               std::optional<double> SensorSpec::*measures,
                               double SensorRuntime::*reading, double value) {
  const int row = spec_->SensorRow(sensor);
  const auto at = static_cast<std::size_t>(row);
  if (row < 0 || !(spec_->sensors[at].*measures)) {
    return Error{ErrorKind::kNotFound, spec_->model + " has no such sensor " +
                                           std::to_string(sensor)};
  }
  Apply([&](Edit& edit) {
    edit.state.sensors[at].*reading = value;
    UpdatePeaks(edit.state, edit.state.now);
    return true;
  });
  return {};
}

Result<double> Device::load(int number) const {
  const Result<int> row = RowOf(number);
  if (!row.ok()) {
    return row.error();
  }
  return Read([&](const DeviceState& now) {
    return now.outlets[static_cast<std::size_t>(*row)].load;
  });
}

Result<void> Device::SetLoad(int number, double watts) {
  if (!std::isfinite(watts) || watts < 0) {
    return Error{ErrorKind::kInvalidArgument,
                 "a load is a number of watts, zero or more"};
  }
  return EditOutlet(number, [&](Edit& edit, int row) -> Result<void> {
    ChangeLoad(edit, row, watts);
    return {};
  });
}

Result<void> Device::TripBreaker(int bank) { return SetBreaker(bank, true); }

Result<void> Device::ResetBreaker(int bank) { return SetBreaker(bank, false); }

Result<void> Device::SetBreaker(int bank, bool tripped) {
  const int row = spec_->BankRow(bank);
  if (row < 0) {
    return Error{ErrorKind::kNotFound,
                 spec_->model + " has no bank " + std::to_string(bank)};
  }
  Apply([&](Edit& edit) {
    ChangeBreaker(edit, row, tripped);
    return true;
  });
  DeliverEvents();
  return {};
}

void Device::Unplug() {
  Apply([](Edit& edit) {
    LosePower(edit);
    return true;
  });
  DeliverEvents();
}

void Device::Plug() {
  Apply([](Edit& edit) {
    GainPower(edit);
    return true;
  });
  DeliverEvents();
}

bool Device::plugged() const {
  return Read([](const DeviceState& now) { return now.plugged; });
}

Clock::Duration Device::uptime() const {
  return Read([](const DeviceState& now) { return UptimeOf(now); });
}

std::string Device::unit_text(SettingId id) const {
  return Read([&](const DeviceState& now) {
    const auto* text = std::get_if<std::string>(&SettingValue(now, id, 0));
    return text == nullptr ? std::string() : *text;
  });
}

void Device::SetUnitText(SettingId id, std::string text) {
  Apply([&](Edit& edit) {
    edit.state.settings.Set(id, 0, std::move(text));
    return true;
  });
}

std::optional<Clock::TimePoint> Device::next_due() const {
  const std::lock_guard<std::mutex> lock(state_mutex_);
  return next_due_;
}

void Device::Settle() {
  Read([](const DeviceState&) {});
  TellDueListener();
  DeliverEvents();
}

void Device::SetDueListener(std::function<void()> listener) {
  const std::lock_guard<std::mutex> lock(state_mutex_);
  due_listener_ = std::move(listener);
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
  std::vector<OutletEvent> events;
  Edit changes{state_, events};
  SettleUntil(changes, now);
  events_.Push(events);
  next_due_ = NextDue(state_);
}

void Device::TellDueListener() const {
  std::function<void()> listener;
  {
    const std::lock_guard<std::mutex> lock(state_mutex_);
    if (next_due_ == told_due_) {
      return;
    }
    told_due_ = next_due_;
    listener = due_listener_;
  }
  if (listener) {
    listener();
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
