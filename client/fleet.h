#ifndef PDUKIT_CLIENT_FLEET_H_
#define PDUKIT_CLIENT_FLEET_H_

// One command for many machines at once.
//
//   Lab lab = Lab::Load("lab.yaml", {}).value();
//   FleetOptions options;
//   options.stagger = std::chrono::milliseconds(500);
//   options.on_done = [](const FleetOutcome& machine) { Show(machine); };
//   std::vector<FleetOutcome> done =
//       RunFleet(lab.fleet(lab.machines()).value(), FleetCommand::kOn,
//       options);
//
// It blocks; std::async makes a future of it.

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "base/result.h"
#include "client/power_client.h"
#include "client/snmp_power_client.h"
#include "client/supplies.h"

namespace pdukit::client {

struct FleetSupply {
  std::string name{};  // "rack4 3"
  // Supplies with the same one share a device, and with it max_per_pdu.
  std::string pdu{};
  // Reaches the device. Called in any thread, once per run, and for the first
  // supply of a device before any other of it. Unless it fails with
  // kNoSuchOutlet its error counts for all supplies of the device, and none of
  // them is tried again in this run.
  std::function<Result<std::unique_ptr<PowerClient>>()> open{};
};

struct FleetMachine {
  std::string name{};
  std::vector<FleetSupply> supplies{};
};

enum class FleetCommand : std::uint8_t { kOn, kOff, kCycle, kStatus, kRead };

struct FleetOutcome {
  std::string machine{};
  std::optional<Error> error{};  // Nullopt: done, and seen to be done.
  PowerState state = PowerState::kUnknown;
  PowerReading reading{};  // After kRead, as CombinedReading() says.
  std::vector<SupplyOutcome> supplies{};

  bool ok() const { return !error.has_value(); }
};

// "web-1: off", or the machine and its error.
std::ostream& operator<<(std::ostream& out, const FleetOutcome& outcome);

struct FleetOptions {
  // How many commands a device gets at once. Many serve one request at a time.
  int max_per_pdu = 1;
  // How many commands, and threads, there are at once.
  int max_total = 64;
  // From the start of one switching on to that of the next, of all devices: so
  // that no fuse sees the inrush of two machines.
  std::chrono::milliseconds stagger{0};
  std::chrono::milliseconds wait{2000};  // Of a cycle.
  // kNative: the device's own reboot, which a machine with several supplies
  // fails with kUnsupported.
  CycleMethod cycle = CycleMethod::kOffWaitOn;
  // Of the waits; must outlive the run.
  Clock* clock = &Clock::Real();
  // Called for each machine once it is through, in the order in which they are,
  // in the thread of RunFleet. Nothing new begins while it runs.
  std::function<void(const FleetOutcome&)> on_done{};
  // Asked now and then in the thread of RunFleet: once it returns true, nothing
  // more is begun, and what was not fails with kCancelled.
  std::function<bool()> cancelled{};
};

// Gives the command to all machines and returns what became of them, in their
// order, once all are through. A device that is slow or dead holds up no
// machine but those on it: supplies are switched each on its own device, and
// nothing waits in a device's turn. A cycle switches all supplies of a machine
// off, then on after the wait, in which others have their turn; one that does
// not go off leaves the machine's others off.
//
// Once a device that was reached has not answered a command for all of its
// time, its other supplies fail with the same kind at once, and say so, until a
// command that was under way succeeds. Only what a cycle has switched off is
// still tried to be switched on.
//
// Any number of runs may go on in several threads; each has its own limits.
std::vector<FleetOutcome> RunFleet(const std::vector<FleetMachine>& machines,
                                   FleetCommand command,
                                   const FleetOptions& options);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_FLEET_H_
