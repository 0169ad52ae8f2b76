#include "fake_pdu/device/faults.h"

#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fake_pdu/device/mains.h"

namespace pdukit::fake_pdu {
namespace {

Result<void> ChangeFaults(Device& device, int outlet,
                          const std::function<void(OutletFaults&)>& change) {
  return device.EditOutlet(outlet, [&](Edit& edit, int row) -> Result<void> {
    change(FaultsOf(edit, row));
    return {};
  });
}

// Changes what cannot fail, and does what follows.
void Change(Device& device, const std::function<void(Edit&)>& change) {
  device.Apply([&](Edit& edit) {
    change(edit);
    return true;
  });
  device.Settle();
}

Result<void> SetBreaker(Device& device, int bank, bool tripped) {
  const int row = device.spec().BankRow(bank);
  if (row < 0) {
    return Error{ErrorKind::kNotFound,
                 device.spec().model + " has no bank " + std::to_string(bank)};
  }
  Change(device, [&](Edit& edit) { ChangeBreaker(edit, row, tripped); });
  return {};
}

Result<void> SetPhase(Device& device, int inlet, int phase,
                      std::optional<double> volts) {
  const int row = device.spec().PhaseRow(inlet, phase);
  if (row < 0) {
    return Error{ErrorKind::kNotFound, device.spec().model + " has no phase " +
                                           std::to_string(phase) +
                                           " on inlet " +
                                           std::to_string(inlet)};
  }
  Change(device, [&](Edit& edit) { ChangeVoltage(edit, row, volts); });
  return {};
}

// Without what was shown then of outlets that were frozen before.
std::shared_ptr<const DeviceState> SnapshotOf(const DeviceState& state) {
  DeviceState snapshot = state;
  snapshot.outlet_faults.clear();
  return std::make_shared<const DeviceState>(std::move(snapshot));
}

std::vector<AttributeValue> OutletNames(const DeviceState& state) {
  std::vector<AttributeValue> names;
  names.reserve(state.outlets.size());
  for (int row = 0; row < OutletCount(state); ++row) {
    names.push_back(SettingValue(state, NameOf(Scope::kOutlet), row));
  }
  return names;
}

void ForgetConfiguration(Edit& edit) {
  DeviceState& state = edit.state;
  const std::vector<AttributeValue> names = OutletNames(state);
  state.settings.ForgetConfiguration();
  state.units = state.spec->units;
  state.outlet_configs.clear();
  const std::vector<AttributeValue> factory_names = OutletNames(state);
  for (int row = 0; row < OutletCount(state); ++row) {
    const auto at = static_cast<std::size_t>(row);
    if (names[at] != factory_names[at]) {
      ReportName(edit, row);
    }
  }
}

}  // namespace

Result<void> SetRelayFault(Device& device, int outlet, RelayFault fault) {
  return ChangeFaults(device, outlet,
                      [&](OutletFaults& faults) { faults.relay = fault; });
}

Result<void> SetRelayDelay(Device& device, int outlet, Clock::Duration delay) {
  return device.EditOutlet(outlet, [&](Edit& edit, int row) -> Result<void> {
    OutletFaults& faults = FaultsOf(edit, row);
    faults.relay_delay = delay;
    if (delay > Clock::Duration::zero()) {
      return {};
    }
    for (const PendingStep& step : std::exchange(faults.late, {})) {
      MoveContacts(edit, row, step.target, step.cause, edit.state.now);
    }
    return {};
  });
}

Result<void> SetCommandFault(Device& device, int outlet, CommandFault fault) {
  return ChangeFaults(device, outlet,
                      [&](OutletFaults& faults) { faults.commands = fault; });
}

void SetCommandFault(Device& device, CommandFault fault) {
  Change(device, [&](Edit& edit) {
    for (int row = 0; row < OutletCount(edit.state); ++row) {
      FaultsOf(edit, row).commands = fault;
    }
  });
}

Result<void> SetStatusFrozen(Device& device, int outlet, bool frozen) {
  return device.EditOutlet(outlet, [&](Edit& edit, int row) -> Result<void> {
    OutletFaults& faults = FaultsOf(edit, row);
    if (!frozen) {
      faults.shown.reset();
    } else if (faults.shown == nullptr) {
      faults.shown = SnapshotOf(edit.state);
    }
    return {};
  });
}

Result<void> SetStateUnknown(Device& device, int outlet, bool unknown) {
  return device.EditOutlet(outlet, [&](Edit& edit, int row) -> Result<void> {
    RuntimeOf(edit, row).is_unknown = unknown;
    return {};
  });
}

Result<void> TripBreaker(Device& device, int bank) {
  return SetBreaker(device, bank, true);
}

Result<void> ResetBreaker(Device& device, int bank) {
  return SetBreaker(device, bank, false);
}

void SetBreakersTrip(Device& device, bool trip) {
  Change(device, [&](Edit& edit) {
    edit.state.breakers_trip = trip;
    FollowLoads(edit, edit.state.now);
  });
}

Result<void> SetVoltage(Device& device, int inlet, int phase, double volts) {
  if (!std::isfinite(volts) || volts < 0) {
    return Error{ErrorKind::kInvalidArgument,
                 "a voltage is a number of volts, zero or more"};
  }
  return SetPhase(device, inlet, phase, volts);
}

Result<void> RestorePhase(Device& device, int inlet, int phase) {
  return SetPhase(device, inlet, phase, std::nullopt);
}

void LoseConfiguration(Device& device) { Change(device, ForgetConfiguration); }

void RestartCard(Device& device, Clock::Duration away) {
  Change(device, [&](Edit& edit) { RestartCard(edit, away); });
}

}  // namespace pdukit::fake_pdu
