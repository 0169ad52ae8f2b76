#ifndef PDUKIT_FAKE_PDU_CONTRACT_POWER_DRIVER_H_
#define PDUKIT_FAKE_PDU_CONTRACT_POWER_DRIVER_H_

// A power driver as the contract sees it: whatever switches an outlet of a PDU
// over SNMP and says how that went.
//
//   PowerDriver MyDriver(const Target& target) {
//     auto pdu = std::make_shared<MyPdu>(target.host, target.port);
//     PowerDriver driver;
//     driver.off = [pdu, n = target.outlet] { return Claim{pdu->Off(n)}; };
//     ...
//     return driver;
//   }

#include <functional>
#include <optional>
#include <string>

#include "fake_pdu/device/outlet_state.h"
#include "snmp/security.h"

namespace pdukit::fake_pdu {

// What a driver is told to switch, and how it may.
struct Target {
  std::string host{};
  int port = 0;
  int outlet = 0;  // As on the label.
  SnmpVersion version = SnmpVersion::kV2c;
  std::string community{};  // v1 and v2c
  UsmUser user{};           // v3
};

// What a driver says of a command that it was given.
struct Claim {
  bool done = false;
  // Why not, in the driver's words; may be empty.
  std::string text{};
};

// What a driver says of an outlet.
struct StatusClaim {
  // None if it cannot tell, for whatever reason.
  std::optional<OutletState> state{};
  std::string text{};
};

// Each call returns when the driver knows what came of it, and does not throw.
// They come one after the other, from one thread. What a driver does not have
// stays empty; the cases that need it do not apply.
struct PowerDriver {
  std::function<Claim()> on{};
  std::function<Claim()> off{};
  // Off, and then on after a while.
  std::function<Claim()> cycle{};
  std::function<StatusClaim()> status{};
  // Whether it uses those of the target.
  bool takes_credentials = true;
};

// Called before anything goes wrong with the PDU. The driver is gone before the
// PDU is.
using DriverFactory = std::function<PowerDriver(const Target& target)>;

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_POWER_DRIVER_H_
