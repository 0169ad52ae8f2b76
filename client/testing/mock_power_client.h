#ifndef PDUKIT_CLIENT_TESTING_MOCK_POWER_CLIENT_H_
#define PDUKIT_CLIENT_TESTING_MOCK_POWER_CLIENT_H_

// A PowerClient for tests of code that switches power.
//
//   testing::NiceMock<MockPowerClient> power;
//   EXPECT_CALL(power, Cycle(std::chrono::milliseconds(2000)));
//   Recover(power);
//   EXPECT_EQ(power.state(), PowerState::kOn);

#include <chrono>
#include <mutex>

#include <gmock/gmock.h>

#include "client/power_client.h"

namespace pdukit::client {

// By default it behaves like a switch that works: it remembers on and off,
// shows them as its status, cycles without waiting, and meters what it was
// told. Those defaults are thread-safe.
class MockPowerClient : public PowerClient {
 public:
  // Off, until it is switched.
  MockPowerClient();
  ~MockPowerClient() override;

  MOCK_METHOD(Result<void>, On, (), (override));
  MOCK_METHOD(Result<void>, Off, (), (override));
  MOCK_METHOD(Result<void>, Cycle, (std::chrono::milliseconds wait),
              (override));
  MOCK_METHOD(Result<PowerState>, Status, (), (override));
  MOCK_METHOD(Result<PowerReading>, Read, (), (override));

  // What the default Status and Read return.
  PowerState state() const;
  void set_state(PowerState state);
  void set_reading(const PowerReading& reading);

 private:
  mutable std::mutex mutex_;
  PowerState state_ = PowerState::kOff;
  PowerReading reading_;
};

}  // namespace pdukit::client

// Compiled once, not in each test.
extern template class ::testing::NiceMock<pdukit::client::MockPowerClient>;

#endif  // PDUKIT_CLIENT_TESTING_MOCK_POWER_CLIENT_H_
