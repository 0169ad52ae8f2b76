#include "fake_pdu/testing/mock_device_observer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::_;
using ::testing::InSequence;
using ::testing::NiceMock;
using ::testing::Not;

OutletEvent Switched(int outlet, OutletState state) {
  OutletEvent event;
  event.kind = OutletEvent::Kind::kSwitched;
  event.outlet = outlet;
  event.new_state = state;
  return event;
}

TEST(SwitchedToTest, MatchesOutletAndState) {
  EXPECT_THAT(Switched(3, OutletState::kOff), SwitchedTo(3, OutletState::kOff));
}

TEST(SwitchedToTest, TellsOtherOutletsAndStatesApart) {
  EXPECT_THAT(Switched(3, OutletState::kOff),
              Not(SwitchedTo(4, OutletState::kOff)));
  EXPECT_THAT(Switched(3, OutletState::kOff),
              Not(SwitchedTo(3, OutletState::kOn)));
}

TEST(MockDeviceObserverTest, HearsOfARebootInOrder) {
  ManualClock clock;
  NiceMock<MockDeviceObserver> observer;
  FakePdu::Options options;
  options.model = "AP7900";
  options.clock = &clock;
  options.observer = &observer;
  FakePdu pdu = FakePdu::Start(options).value();
  EXPECT_CALL(observer, OnOutletEvent(_)).Times(::testing::AnyNumber());
  InSequence in_order;
  EXPECT_CALL(observer, OnOutletEvent(SwitchedTo(3, OutletState::kOff)));
  EXPECT_CALL(observer, OnOutletEvent(SwitchedTo(3, OutletState::kOn)));

  pdu.outlet(3).Command(OutletCommand::kReboot).value();
  clock.Advance(std::chrono::seconds(5));
}

}  // namespace
}  // namespace pdukit::fake_pdu
