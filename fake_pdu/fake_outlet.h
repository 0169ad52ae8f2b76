#ifndef PDUKIT_FAKE_PDU_FAKE_OUTLET_H_
#define PDUKIT_FAKE_PDU_FAKE_OUTLET_H_

// An outlet of a FakePdu, and what can go wrong with it.
//
//   FakeOutlet outlet = pdu.outlet(3);
//   outlet.SetRelayFault(RelayFault::kWelded);
//   SwitchOff(pdu.address(), 3);  // Acknowledged, and yet:
//   EXPECT_EQ(outlet.state(), OutletState::kOn);

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

class Device;

// One outlet as someone at the rack sees it, whatever a client was told. Valid
// as long as its FakePdu lives. Thread-safe.
class FakeOutlet {
 public:
  // As on the device's label.
  int number() const { return number_; }

  OutletState state() const;
  // The delayed command or reboot that is under way, if any is.
  std::optional<OutletCommand> pending() const;
  std::string name() const;
  void SetName(const std::string& name);

  // As if it came over the network, with the device's own delays. Fails with
  // kRefusedByDevice if the device would not obey: the outlet is locked, or the
  // PDU unplugged.
  Result<void> Command(OutletCommand command);
  // As if someone switched it by hand at the rack, behind the client's back: at
  // once, locked or not.
  void Switch(OutletState state);
  // A locked outlet refuses commands.
  void SetLocked(bool locked);

  // What the machine on this outlet draws while the outlet is on, in watts;
  // fails with kInvalidArgument for what is negative or not finite.
  double load_watts() const;
  Result<void> SetLoadWatts(double watts);

  // What goes wrong with real outlets. Each lasts until it is set back, also
  // over a loss of power, unless said otherwise.

  // Commands are accepted and the relay does not move, nor does it by hand.
  void SetRelayFault(RelayFault fault);
  // By so much the relay moves later than it is told; until then it shows as it
  // was and nothing is pending. A hand switches at once, and what the relay has
  // not done yet is forgotten. Zero ends it: the relay is done at once.
  void SetRelayDelay(Clock::Duration delay);
  // Commands are accepted and forgotten; a hand still switches.
  void SetCommandFault(CommandFault fault);
  // Whatever SNMP shows of this outlet, settings and meters too, stays as it is
  // now; state() and all else here tell the truth. A restart ends it.
  void SetStatusFrozen(bool frozen);
  // The device cannot tell whether the outlet is on; the outlet stays as it is.
  void SetStateUnknown(bool unknown);

 private:
  friend class FakePdu;
  FakeOutlet(Device& device, int number) : device_(&device), number_(number) {}

  Device* device_;
  int number_;
};

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_FAKE_OUTLET_H_
