#ifndef PDUKIT_CLIENT_SNMP_PDU_H_
#define PDUKIT_CLIENT_SNMP_PDU_H_

// A PDU that is reached by SNMP.
//
//   SnmpPdu::Options options;
//   options.community = "private";
//   SnmpPdu pdu = SnmpPdu::Open("10.0.0.7", options).value();
//   SnmpPowerClient outlet = pdu.outlet(3).value();
//   outlet.Off().value();

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "client/device_model.h"
#include "client/drivers/generic.h"
#include "client/outlet_info.h"
#include "client/place_reading.h"
#include "client/progress.h"
#include "client/session/snmp_session.h"
#include "client/snmp_power_client.h"
#include "snmp/security.h"

namespace pdukit::client {

// Thread-safe. Movable; copies, and the outlets it hands out, share its
// session and may outlive it.
class SnmpPdu {
 public:
  struct Options {
    SnmpVersion version = SnmpVersion::kV2c;
    std::string community = "private";  // v1 and v2c
    UsmUser user{};                     // v3; its keys decide the level
    // For each datagram, as NetSnmpSession::Options::clock says.
    std::chrono::milliseconds timeout{1000};
    // How many times a datagram that gets no answer goes out again: 0 to 100.
    int retries = 3;

    // "auto", or one of Families().
    std::string family = "auto";
    GenericOptions generic{};  // For the family "generic".

    // What Cycle() of its outlets does.
    CycleMethod cycle = CycleMethod::kOffWaitOn;

    // How long a command may take in all, until the outlet shows the state: it
    // never lasts longer by more than one `timeout`. The wait of a cycle, the
    // duration of a reboot and the outlet's own delays come on top.
    std::chrono::milliseconds deadline{10000};
    // How often a switched outlet is asked for its state.
    std::chrono::milliseconds poll_interval{250};
    // Of all waits; must outlive the PDU and its outlets.
    Clock* clock = &Clock::Real();
    ProgressCallback on_progress{};
    // Asked while a command waits: once it returns true, the command fails with
    // kCancelled and says what state it leaves. May be empty.
    std::function<bool()> cancelled{};
  };

  // The device at "10.0.0.7", "10.0.0.7:1161", "[::1]:161" or "pdu.example".
  // Asks the device which family it is, unless told, and for its outlets. Fails
  // as SnmpSession does, with kUnknownFamily if no driver knows the device,
  // with kNotFound for a family that does not exist, with kInvalidArgument for
  // options out of range.
  static Result<SnmpPdu> Open(const std::string& endpoint,
                              const Options& options);

  // By a session of the caller's, a mock for example; version, credentials,
  // timeout and retries are then the session's.
  static Result<SnmpPdu> Open(std::unique_ptr<SnmpSession> session,
                              const Options& options);

  // The names that Options::family takes besides "auto".
  static std::vector<std::string> Families();

  // The device as the caller named it.
  std::string host() const;

  // "apc_rpdu", and why: "its sysObjectID is 1.3.6.1.4.1.318.1.3.4.5".
  const std::string& family() const;
  const std::string& family_reason() const;

  // Which model it is, and its firmware. Asks the device, where its family's
  // MIB has it. Fails as SnmpSession does.
  Result<DeviceModel> ReadModel() const;

  // Every outlet, in the order of its number. Asks the device. Fails as
  // SnmpSession does.
  Result<std::vector<OutletInfo>> outlets() const;

  // Fails with kNoSuchOutlet: "no outlet 9, the unit has 8". Sends nothing.
  Result<SnmpPowerClient> outlet(int number) const;

  // By number, or by label as outlets() has it: "3", "AA3", "2.7". Asks the
  // device for a label. Fails with kNoSuchOutlet, and as outlets() does.
  Result<SnmpPowerClient> FindOutlet(const std::string& label) const;

  // All that the device meters, or that of the outlets, banks, phases, inlets
  // or of the whole unit alone: from the outlets to the unit. Empty if it
  // meters nothing there. Asks the device, once for each column of its tables
  // or, in families that are not told yet which these are, for each outlet.
  // Fails as SnmpSession does.
  Result<std::vector<PlaceReading>> ReadPlaces(
      std::optional<MeterPlace> of = std::nullopt) const;

  // Shows whether the credentials may write, without changing anything: writes
  // the name that the first named outlet has to that outlet. Fails as
  // SnmpSession does, and with kUnsupported, nothing being written, where no
  // outlet has a name or the family's MIB does not let it be written.
  Result<void> TryWrite() const;

 private:
  explicit SnmpPdu(std::shared_ptr<const Unit> unit);

  std::shared_ptr<const Unit> unit_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SNMP_PDU_H_
