#include "fake_pdu/device/device.h"

#include <cmath>
#include <cstddef>
#include <utility>

#include "fake_pdu/device/due.h"
#include "fake_pdu/device/mains.h"
#include "fake_pdu/device/meters.h"
#include "fake_pdu/device/relays.h"

namespace pdukit::fake_pdu {
namespace {

const char* WhyDown(const DeviceState& state) {
  return IsPowered(state) ? "the PDU is restarting" : "the PDU has no power";
}

Error RefusedBy(const Edit& edit, int row) {
  const auto at = static_cast<std::size_t>(row);
  Error error{ErrorKind::kRefusedByDevice, "the outlet is not switched"};
  if (!IsUp(edit.state)) {
    error.message = WhyDown(edit.state);
  } else if (ConfigOf(edit.state, row).locked) {
    error.message = "the outlet is locked";
  }
  error.outlet = std::to_string(edit.state.spec->outlets[at].number);
  return error;
}

Result<void> SetReading(Device& device, int sensor,
                        std::optional<double> SensorSpec::*measures,
                        double SensorRuntime::*reading, double value) {
  const DeviceSpec& spec = device.spec();
  const int row = spec.SensorRow(sensor);
  const auto at = static_cast<std::size_t>(row);
  if (row < 0 || !(spec.sensors[at].*measures)) {
    return Error{ErrorKind::kNotFound,
                 spec.model + " has no such sensor " + std::to_string(sensor)};
  }
  device.Apply([&](Edit& edit) {
    edit.state.sensors[at].*reading = value;
    UpdatePeaks(edit.state, edit.state.now);
    return true;
  });
  return {};
}

}  // namespace

Device::Device(std::shared_ptr<const DeviceSpec> spec, Clock& clock)
    : spec_(std::move(spec)),
      clock_(clock),
      state_(InitialState(*spec_, clock.Now(), clock.WallNow())),
      next_due_(NextDue(state_)) {
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
  const char* refusal = "";
  const bool obeyed = Apply([&](Edit& edit) {
    refusal = WhyDown(edit.state);
    bool all = true;
    for (int unit = 0; unit < spec_->RowCount(Scope::kUnit); ++unit) {
      all = ExecuteAll(edit, {Scope::kUnit, unit}, command) && all;
    }
    return all;
  });
  DeliverEvents();
  if (!obeyed) {
    return Error{ErrorKind::kRefusedByDevice, refusal};
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
    OwnConfigOf(edit, row).locked = locked;
    return {};
  });
}

Result<void> Device::SetTemperature(int sensor, double celsius) {
  return SetReading(*this, sensor, &SensorSpec::temperature,
                    &SensorRuntime::temperature, celsius);
}

Result<void> Device::SetHumidity(int sensor, double percent) {
  return SetReading(*this, sensor, &SensorSpec::humidity,
                    &SensorRuntime::humidity, percent);
}

Result<void> Device::SetContact(int contact, ContactState state) {
  const int row = spec_->ContactRow(contact);
  if (row < 0) {
    return Error{ErrorKind::kNotFound,
                 spec_->model + " has no contact " + std::to_string(contact)};
  }
  Apply([&](Edit& edit) {
    edit.state.contacts[static_cast<std::size_t>(row)].state = state;
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

void Device::Unplug() {
  Apply([](Edit& edit) {
    LosePower(edit);
    return true;
  });
  Settle();
}

void Device::Plug() {
  Apply([](Edit& edit) {
    GainPower(edit);
    return true;
  });
  Settle();
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

}  // namespace pdukit::fake_pdu
