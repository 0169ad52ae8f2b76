#include "fake_pdu/device_timer.h"

#include <chrono>
#include <future>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/agent/agent_thread.h"
#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/device/device.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/mock_device_observer.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::seconds;
using ::testing::_;
using ::testing::AnyNumber;
using ::testing::NiceMock;

std::shared_ptr<const DeviceSpec> OneOutlet() {
  auto spec = std::make_shared<DeviceSpec>();
  spec->inlets = {{1, 230, 50, 16}};
  spec->phases = {{1, 1, 230, 16}};
  OutletSpec outlet;
  outlet.number = 1;
  outlet.config.reboot_duration = 1;
  spec->outlets = {outlet};
  return spec;
}

TEST(DeviceTimerTest, ObserversHearInTimeOfWhatNobodyAskedFor) {
  Device device(OneOutlet(), Clock::Real());
  NiceMock<MockDeviceObserver> observer;
  std::promise<void> on_again;
  EXPECT_CALL(observer, OnOutletEvent(_)).Times(AnyNumber());
  EXPECT_CALL(observer, OnOutletEvent(SwitchedTo(1, OutletState::kOn)))
      .WillOnce([&on_again] { on_again.set_value(); });
  device.AddObserver(&observer);
  const DeviceTimer timer(device, Clock::Real(),
                          AgentThread::Get().value()->timers());

  device.Command(1, OutletCommand::kReboot).value();

  EXPECT_EQ(on_again.get_future().wait_for(seconds(20)),
            std::future_status::ready);
}

TEST(DeviceTimerTest, DeliversWhatARequestLeftBehind) {
  ManualClock clock;
  Device device(OneOutlet(), clock);
  NiceMock<MockDeviceObserver> observer;
  std::promise<void> off;
  EXPECT_CALL(observer, OnOutletEvent(_)).Times(AnyNumber());
  EXPECT_CALL(observer, OnOutletEvent(SwitchedTo(1, OutletState::kOff)))
      .WillOnce([&off] { off.set_value(); });
  device.AddObserver(&observer);
  DeviceTimer timer(device, clock, AgentThread::Get().value()->timers());
  device.Apply(
      [](Edit& edit) { return Execute(edit, 0, OutletCommand::kOff); });

  timer.WakeSoon();

  EXPECT_EQ(off.get_future().wait_for(seconds(20)), std::future_status::ready);
}

// Nothing is due then.
TEST(DeviceTimerTest, ObserverHearsOfANameThatIsWritten) {
  NiceMock<MockDeviceObserver> observer;
  std::promise<void> renamed;
  EXPECT_CALL(observer, OnOutletEvent(_)).WillOnce([&renamed] {
    renamed.set_value();
  });
  FakePdu::Options options;
  options.model = "AP7900";
  options.observer = &observer;
  const FakePdu pdu = FakePdu::Start(options).value();
  TestClient client(pdu.address(), SnmpVersion::kV2c, "private");

  // rPDUOutletConfigOutletName of PowerNet-MIB.
  client.Set({{{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 4, 1, 1, 2, 1},
               Value::OctetString("db-3")}});

  EXPECT_EQ(renamed.get_future().wait_for(seconds(20)),
            std::future_status::ready);
}

}  // namespace
}  // namespace pdukit::fake_pdu
