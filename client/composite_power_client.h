#ifndef PDUKIT_CLIENT_COMPOSITE_POWER_CLIENT_H_
#define PDUKIT_CLIENT_COMPOSITE_POWER_CLIENT_H_

// A machine with several supplies, switched as one.
//
//   std::vector<CompositePowerClient::Supply> supplies;
//   supplies.push_back({"rack4 3", std::make_unique<SnmpPowerClient>(a)});
//   supplies.push_back({"rack5 3", std::make_unique<SnmpPowerClient>(b)});
//   CompositePowerClient machine(std::move(supplies), {});
//   machine.Cycle(std::chrono::seconds(2)).value();

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "client/power_client.h"
#include "client/progress.h"
#include "client/supplies.h"

namespace pdukit::client {

// Thread-safe if its supplies are.
//
// A command goes to one supply after the other, and to all of them even if one
// fails. The error then names each that failed, and says what the others are.
class CompositePowerClient : public PowerClient {
 public:
  struct Supply {
    std::string name{};  // In errors and readings: "rack4 3".
    std::unique_ptr<PowerClient> power{};
    // Supplies of the same device may share a meter, which then counts once;
    // empty: a device of its own.
    std::string device{};
  };

  struct Options {
    // Of the wait of a cycle; must outlive the client.
    Clock* clock = &Clock::Real();
    ProgressCallback on_progress{};
    // As SnmpPdu::Options::cancelled, asked during the wait of a cycle.
    std::function<bool()> cancelled{};
  };

  // Without supplies, every call fails with kInvalidArgument.
  CompositePowerClient(std::vector<Supply> supplies, Options options);

  Result<void> On() override;
  Result<void> Off() override;

  // All off, then all on `wait` after the last off was seen. If one does not go
  // off, none is switched on again.
  Result<void> Cycle(std::chrono::milliseconds wait) override;

  // On if any supply is on, off only if all are. Fails if that hangs on a
  // supply that does not tell.
  Result<PowerState> Status() override;

  // Sums of current, power and energy, where all supplies are metered; voltage
  // and frequency of the first that is. Fails if a supply does.
  Result<PowerReading> Read() override;

 private:
  std::vector<SupplyOutcome> ForEach(
      const std::function<void(PowerClient&, SupplyOutcome&)>& ask) const;
  Result<void> Switch(PowerState wanted) const;

  const std::vector<Supply> supplies_;
  const Options options_;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_COMPOSITE_POWER_CLIENT_H_
