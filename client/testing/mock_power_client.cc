#include "client/testing/mock_power_client.h"

namespace pdukit::client {

using ::testing::_;

MockPowerClient::MockPowerClient() {
  ON_CALL(*this, On).WillByDefault([this] {
    set_state(PowerState::kOn);
    return Result<void>();
  });
  ON_CALL(*this, Off).WillByDefault([this] {
    set_state(PowerState::kOff);
    return Result<void>();
  });
  ON_CALL(*this, Cycle(_)).WillByDefault([this](std::chrono::milliseconds) {
    set_state(PowerState::kOn);
    return Result<void>();
  });
  ON_CALL(*this, Status).WillByDefault([this] {
    return Result<PowerState>(state());
  });
  ON_CALL(*this, Read).WillByDefault([this] {
    std::lock_guard lock(mutex_);
    return Result<PowerReading>(reading_);
  });
}

MockPowerClient::~MockPowerClient() = default;

PowerState MockPowerClient::state() const {
  std::lock_guard lock(mutex_);
  return state_;
}

void MockPowerClient::set_state(PowerState state) {
  std::lock_guard lock(mutex_);
  state_ = state;
}

void MockPowerClient::set_reading(const PowerReading& reading) {
  std::lock_guard lock(mutex_);
  reading_ = reading;
}

}  // namespace pdukit::client

template class ::testing::NiceMock<pdukit::client::MockPowerClient>;
