#ifndef PDUKIT_CLIENT_SNMP_POWER_CLIENT_H_
#define PDUKIT_CLIENT_SNMP_POWER_CLIENT_H_

// An outlet of a PDU, by SNMP. SnmpPdu::outlet hands them out.

#include <chrono>
#include <cstdint>
#include <memory>

#include "base/result.h"
#include "client/drivers/outlet_row.h"
#include "client/power_client.h"

namespace pdukit::client {

struct Unit;  // What the outlets of one PDU share.

// How an outlet is cycled.
enum class CycleMethod : std::uint8_t {
  kOffWaitOn,  // Off, then on after the caller's wait.
  kNative,     // The device's own reboot, with the wait that is set there.
};

// Thread-safe. Copies name the same outlet.
//
// Every SET is read back until the outlet shows what was asked, or until
// SnmpPdu::Options::deadline has passed: then kVerificationFailed says
// what was asked and what the outlet shows. Waits pass on the PDU's clock, so
// that with a ManualClock they take no time; those for datagrams too where the
// device is a fake on the same clock.
// Errors carry host and outlet; those of SnmpSession pass through.
class SnmpPowerClient : public PowerClient {
 public:
  SnmpPowerClient(std::shared_ptr<const Unit> unit, OutletRow outlet);

  int number() const { return outlet_.number; }

  Result<void> On() override;
  Result<void> Off() override;
  // As SnmpPdu::Options::cycle says. With kNative it is Reboot(), and `wait`
  // does not count.
  Result<void> Cycle(std::chrono::milliseconds wait) override;
  Result<PowerState> Status() override;
  Result<PowerReading> Read() override;

  // The device's own reboot: off, then on after the duration that the device
  // is set to. Returns once the outlet was seen off and then on. Sent once and
  // never again: a lost answer is kTimeout here, since a second reboot is
  // worse than none. Fails with kUnsupported if the device has none, as those
  // below do.
  Result<void> Reboot();

  // The device switches after the outlet's own delay, as it is set there.
  // Return once the outlet shows that the command is pending, or its result.
  Result<void> DelayedOn();
  Result<void> DelayedOff();

  // Drops a pending command. Returns once the outlet shows none.
  Result<void> Cancel();

  // Locked, the device refuses to switch the outlet, which stays as it is.
  // Return once it shows the lock, or none. Repeating them is harmless.
  Result<void> Lock();
  Result<void> Unlock();

 private:
  std::shared_ptr<const Unit> unit_;
  OutletRow outlet_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_SNMP_POWER_CLIENT_H_
