#include "client/config/mock_power.h"

#include <utility>

namespace pdukit::client {

MockPower::MockPower(Clock& clock, ProgressCallback on_progress)
    : clock_(clock), on_progress_(std::move(on_progress)) {}

Result<void> MockPower::On() {
  Remember(PowerState::kOn);
  return {};
}

Result<void> MockPower::Off() {
  Remember(PowerState::kOff);
  return {};
}

Result<void> MockPower::Cycle(std::chrono::milliseconds wait) {
  Remember(PowerState::kOff);
  WaitWithProgress(clock_, wait, on_progress_);
  Remember(PowerState::kOn);
  return {};
}

Result<PowerState> MockPower::Status() {
  std::lock_guard lock(mutex_);
  return state_;
}

Result<PowerReading> MockPower::Read() {
  std::lock_guard lock(mutex_);
  const bool second = std::exchange(second_reading_, !second_reading_);
  PowerReading reading;
  // Jumpstarter's PowerReading says that apparent power is their product.
  reading.voltage = Measurement{second ? 5.0 : 0.0, "mock"};
  reading.current = Measurement{second ? 2.0 : 0.0, "mock"};
  reading.apparent_power = Measurement{second ? 10.0 : 0.0, "mock"};
  return reading;
}

void MockPower::Remember(PowerState state) {
  std::lock_guard lock(mutex_);
  state_ = state;
}

}  // namespace pdukit::client
