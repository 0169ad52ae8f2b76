#include "fake_pdu/fake_outlet.h"

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/faults.h"

namespace pdukit::fake_pdu {

// The number is one of the device's: FakePdu::outlet has seen to it.
OutletState FakeOutlet::state() const {
  return device_->outlet(number_).value();
}

std::optional<OutletCommand> FakeOutlet::pending() const {
  return device_->pending(number_).value();
}

std::string FakeOutlet::name() const {
  return device_->outlet_name(number_).value();
}

void FakeOutlet::SetName(const std::string& name) {
  device_->SetOutletName(number_, name).value();
}

Result<void> FakeOutlet::Command(OutletCommand command) {
  return device_->Command(number_, command);
}

void FakeOutlet::Switch(OutletState state) {
  device_->SetOutlet(number_, state).value();
}

void FakeOutlet::SetLocked(bool locked) {
  device_->SetLocked(number_, locked).value();
}

double FakeOutlet::load_watts() const { return device_->load(number_).value(); }

Result<void> FakeOutlet::SetLoadWatts(double watts) {
  return device_->SetLoad(number_, watts);
}

void FakeOutlet::SetRelayFault(RelayFault fault) {
  fake_pdu::SetRelayFault(*device_, number_, fault).value();
}

void FakeOutlet::SetRelayDelay(Clock::Duration delay) {
  fake_pdu::SetRelayDelay(*device_, number_, delay).value();
}

void FakeOutlet::SetCommandFault(CommandFault fault) {
  fake_pdu::SetCommandFault(*device_, number_, fault).value();
}

void FakeOutlet::SetStatusFrozen(bool frozen) {
  fake_pdu::SetStatusFrozen(*device_, number_, frozen).value();
}

void FakeOutlet::SetStateUnknown(bool unknown) {
  fake_pdu::SetStateUnknown(*device_, number_, unknown).value();
}

}  // namespace pdukit::fake_pdu
