#include <atomic>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/faults.h"
#include "fake_pdu/device/testing/sample_spec.h"

namespace pdukit::fake_pdu {
namespace {

// Follows the state of outlet 1 by its events alone.
class StateFollower : public DeviceObserver {
 public:
  void OnOutletEvent(const OutletEvent& event) override {
    if (event.kind == OutletEvent::Kind::kSwitched && event.outlet == 1) {
      gaps_ += event.old_state == state_ ? 0 : 1;
      state_ = event.new_state;
    }
  }

  int gaps() const { return gaps_; }
  OutletState state() const { return state_; }

 private:
  std::atomic<int> gaps_ = 0;
  std::atomic<OutletState> state_ = OutletState::kOn;
};

TEST(DeviceThreadsTest, EventsOfManyThreadsStayInOneOrder) {
  ManualClock clock;
  Device device(Share(SampleSpec()), clock);
  StateFollower follower;
  device.AddObserver(&follower);
  const auto work = [&](OutletCommand command) {
    for (int round = 0; round < 500; ++round) {
      device.Command(1, command).value();
      clock.Advance(std::chrono::milliseconds(100));
    }
  };

  std::vector<std::thread> threads;
  threads.emplace_back(work, OutletCommand::kOn);
  threads.emplace_back(work, OutletCommand::kOff);
  threads.emplace_back(work, OutletCommand::kReboot);
  for (std::thread& thread : threads) {
    thread.join();
  }
  device.DeliverEvents();

  EXPECT_EQ(follower.gaps(), 0);
  EXPECT_EQ(follower.state(), device.outlet(1).value());
}

TEST(DeviceThreadsTest, DueListenerIsNotRunningOnceItWasTakenAway) {
  ManualClock clock;
  Device device(Share(SampleSpec()), clock);
  std::promise<void> begun;
  std::promise<void> may_end;
  std::atomic<bool> is_running = false;
  device.SetDueListener([&](const auto&) {
    is_running = true;
    begun.set_value();
    may_end.get_future().wait();
    is_running = false;
  });
  std::thread other([&] { device.Command(1, OutletCommand::kReboot).value(); });
  begun.get_future().wait();

  auto taken_away =
      std::async(std::launch::async, [&] { device.SetDueListener(nullptr); });
  may_end.set_value();
  taken_away.wait();

  EXPECT_FALSE(is_running);
  other.join();
}

TEST(DeviceThreadsTest, CardListenerIsCalledOnceAtATimeAndHearsTheEndLast) {
  ManualClock clock;
  Device device(Share(SampleSpec()), clock);
  std::atomic<int> running = 0;
  std::atomic<int> overlaps = 0;
  std::atomic<bool> is_up = false;
  device.SetCardListener([&](bool up) {
    overlaps += running.fetch_add(1);
    std::this_thread::yield();
    is_up = up;
    --running;
  });
  const auto restart = [&] {
    for (int round = 0; round < 500; ++round) {
      RestartCard(device, std::chrono::milliseconds(10));
      clock.Advance(std::chrono::milliseconds(10));
    }
  };

  std::vector<std::thread> threads;
  threads.emplace_back(restart);
  threads.emplace_back(restart);
  threads.emplace_back(restart);
  for (std::thread& thread : threads) {
    thread.join();
  }

  EXPECT_EQ(overlaps, 0);
  EXPECT_TRUE(is_up);
}

}  // namespace
}  // namespace pdukit::fake_pdu
