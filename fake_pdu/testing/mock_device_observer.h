#ifndef PDUKIT_FAKE_PDU_TESTING_MOCK_DEVICE_OBSERVER_H_
#define PDUKIT_FAKE_PDU_TESTING_MOCK_DEVICE_OBSERVER_H_

#include <string>

#include <gmock/gmock.h>

#include "fake_pdu/device/outlet_state.h"

namespace pdukit::fake_pdu {

// An observer for tests that expect something to happen to an outlet.
//
//   NiceMock<MockDeviceObserver> observer;
//   EXPECT_CALL(observer, OnOutletEvent(SwitchedTo(3, OutletState::kOff)));
class MockDeviceObserver : public DeviceObserver {
 public:
  MOCK_METHOD(void, OnOutletEvent, (const OutletEvent& event), (override));
};

// An OutletEvent: this outlet went into this state, for whatever cause.
MATCHER_P2(SwitchedTo, outlet, state,
           std::string(negation ? "is not" : "is") + " outlet " +
               ::testing::PrintToString(outlet) + " going " +
               ::testing::PrintToString(state)) {
  return arg.kind == OutletEvent::Kind::kSwitched && arg.outlet == outlet &&
         arg.new_state == state;
}

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_TESTING_MOCK_DEVICE_OBSERVER_H_
