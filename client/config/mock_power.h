#ifndef PDUKIT_CLIENT_CONFIG_MOCK_POWER_H_
#define PDUKIT_CLIENT_CONFIG_MOCK_POWER_H_

#include <chrono>
#include <mutex>

#include "base/clock.h"
#include "client/power_client.h"
#include "client/progress.h"

namespace pdukit::client {

// What Jumpstarter's jumpstarter_driver_power.driver.MockPower is: it switches
// nothing, and its readings are by turns 0 V, 0 A and 5 V, 2 A, as there. The
// state is unknown until the first command. Thread-safe.
class MockPower : public PowerClient {
 public:
  // The clock must outlive this.
  explicit MockPower(Clock& clock = Clock::Real(),
                     ProgressCallback on_progress = {});

  Result<void> On() override;
  Result<void> Off() override;
  Result<void> Cycle(std::chrono::milliseconds wait) override;
  Result<PowerState> Status() override;
  Result<PowerReading> Read() override;

 private:
  void Remember(PowerState state);

  Clock& clock_;
  ProgressCallback on_progress_;
  std::mutex mutex_;
  PowerState state_ = PowerState::kUnknown;
  bool second_reading_ = false;
};

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CONFIG_MOCK_POWER_H_
