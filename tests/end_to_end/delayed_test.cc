// Delayed commands, reboots and what they leave to see, on a manual clock.

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/session/net_snmp_session.h"
#include "client/snmp_pdu.h"
#include "client/snmp_power_client.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/varbind.h"
#include "tests/end_to_end/credentials.h"

namespace pdukit {
namespace {

using client::NetSnmpSession;
using client::PowerState;
using client::Resend;
using client::SnmpPdu;
using client::SnmpPowerClient;
using fake_pdu::FakePdu;
using fake_pdu::OutletState;
using std::chrono::seconds;

// rPDUOutletConfigPowerOnTime and PowerOffTime of PowerNet-MIB, outlet 3.
const Oid kPowerOnTime{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 4, 1, 1, 4, 3};
const Oid kPowerOffTime{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 4, 1, 1, 5, 3};

class DelayedTest : public ::testing::Test {
 protected:
  void SetDelay(const Oid& object, int delay_seconds) {
    NetSnmpSession::Options options;
    options.endpoint = client::Endpoint::Parse(fake_.address()).value();
    options.community = "private";
    NetSnmpSession::Open(options)
        .value()
        ->Set({{object, Value::Integer32(delay_seconds)}}, Resend::kAllowed)
        .value();
  }

  const Credentials credentials_{};
  ManualClock clock_;
  FakePdu fake_ =
      FakePdu::Start(FakeOptions("AP7900", credentials_, clock_)).value();
  SnmpPdu pdu_ =
      SnmpPdu::Open(fake_.address(), ClientOptions(credentials_, clock_))
          .value();
  SnmpPowerClient outlet_ = pdu_.outlet(3).value();
};

TEST_F(DelayedTest, DelayedOffIsPendingUntilItIsDue) {
  SetDelay(kPowerOffTime, 30);

  Result<void> delayed = outlet_.DelayedOff();

  ASSERT_TRUE(delayed.ok()) << delayed;
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOn);
  EXPECT_EQ(outlet_.Status().value(), PowerState::kPendingOff);
}

TEST_F(DelayedTest, DelayedOffHappensWhenItIsDue) {
  SetDelay(kPowerOffTime, 30);
  outlet_.DelayedOff().value();

  clock_.Advance(seconds(30));

  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOff);
  EXPECT_EQ(outlet_.Status().value(), PowerState::kOff);
}

TEST_F(DelayedTest, DelayedOnIsPendingUntilItIsDue) {
  SetDelay(kPowerOnTime, 30);
  outlet_.Off().value();

  outlet_.DelayedOn().value();

  EXPECT_EQ(outlet_.Status().value(), PowerState::kPendingOn);
  clock_.Advance(seconds(30));
  EXPECT_EQ(outlet_.Status().value(), PowerState::kOn);
}

TEST_F(DelayedTest, CancelledCommandsNeverHappen) {
  SetDelay(kPowerOffTime, 30);
  outlet_.DelayedOff().value();

  Result<void> cancelled = outlet_.Cancel();

  ASSERT_TRUE(cancelled.ok()) << cancelled;
  EXPECT_EQ(outlet_.Status().value(), PowerState::kOn);
  clock_.Advance(seconds(60));
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOn);
}

TEST_F(DelayedTest, PluggedInAgainTheClientGoesOn) {
  outlet_.Off().value();
  fake_.Unplug();
  fake_.Plug();
  clock_.Advance(seconds(60));

  Result<void> off = outlet_.Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOff);
}

}  // namespace
}  // namespace pdukit
