// What real PDUs do once a month, in time that the test moves.

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "base/timer_queue.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/matchers.h"

namespace pdukit {
namespace {

using client::PowerState;
using client::SnmpPdu;
using client::SnmpPowerClient;
using fake_pdu::AnyRequest;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::GetOf;
using fake_pdu::Operation;
using fake_pdu::OutletCommand;
using fake_pdu::OutletIs;
using fake_pdu::OutletState;
using fake_pdu::Received;
using fake_pdu::ReceivedInOrder;
using fake_pdu::ReportKind;
using fake_pdu::SetOf;
using std::chrono::milliseconds;
using std::chrono::seconds;

const Value kOn = Value::Integer32(1);
const Value kOff = Value::Integer32(2);

const UsmUser kUser{"lab", AuthProtocol::kSha1, "authkey1",
                    PrivProtocol::kAes128, "privkey1"};

class FaultsTest : public ::testing::Test {
 protected:
  // A process reads a family once, which no test has to wait for here.
  static void SetUpTestSuite() {
    FakePdu::Start("AP7900").value();
    FakePdu::Start("PX3-5190R").value();
  }

  SnmpPdu::Options Options() {
    SnmpPdu::Options options;
    options.timeout = seconds(1);
    options.retries = 2;
    options.clock = &clock_;
    return options;
  }

  SnmpPowerClient Outlet(int number) {
    SnmpPdu pdu = SnmpPdu::Open(pdu_.address(), Options()).value();
    return pdu.outlet(number).value();
  }

  static FakePdu::Options PduOptions(Clock& clock) {
    FakePdu::Options options;
    options.model = "AP7900";
    options.clock = &clock;
    options.users = {{kUser}};
    return options;
  }

  ManualClock clock_;
  const Clock::TimePoint start_ = clock_.Now();
  FakePdu pdu_ = FakePdu::Start(PduOptions(clock_)).value();
};

TEST_F(FaultsTest, AnAnswerThatComesAfterTheRetryIsTakenAsItsAnswer) {
  SnmpPowerClient outlet = Outlet(3);
  pdu_.Inject(Fault::DelayResponse(milliseconds(1500)).For(SetOf(3)).Once());
  pdu_.Inject(Fault::DropRequest().For(SetOf(3).Resent()));

  EXPECT_TRUE(outlet.Off().ok());

  EXPECT_THAT(pdu_, Received(SetOf(3)).Times(2));
  EXPECT_THAT(pdu_, OutletIs(3, OutletState::kOff));
}

TEST_F(FaultsTest, ALostAnswerCostsOneTimeoutOfTheClock) {
  SnmpPowerClient outlet = Outlet(3);
  const Clock::TimePoint before = clock_.Now();
  pdu_.Inject(Fault::DropResponse().For(SetOf(3)).Once());

  EXPECT_TRUE(outlet.Off().ok());

  EXPECT_EQ(clock_.Now() - before, seconds(1));
}

TEST_F(FaultsTest, ATimeoutThatIsLongerThanTheDeadlineKeepsNoCommandBack) {
  SnmpPdu::Options options = Options();
  options.timeout = 2 * options.deadline;
  const SnmpPdu pdu = SnmpPdu::Open(pdu_.address(), options).value();

  EXPECT_TRUE(pdu.outlet(3).value().Off().ok());

  EXPECT_THAT(pdu_, OutletIs(3, OutletState::kOff));
}

TEST_F(FaultsTest, AnAcknowledgedCommandThatWasNotAppliedIsNoticed) {
  SnmpPowerClient outlet = Outlet(3);
  pdu_.Inject(Fault::AcknowledgeOnly().For(SetOf(3)));

  const Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_THAT(pdu_, OutletIs(3, OutletState::kOn));
}

TEST_F(FaultsTest, AClientOutsideTheTimeWindowFindsBackIn) {
  SnmpPdu::Options options = Options();
  options.version = SnmpVersion::kV3;
  options.user = kUser;
  SnmpPdu pdu = SnmpPdu::Open(pdu_.address(), options).value();
  pdu_.Unplug();
  pdu_.Plug();

  EXPECT_TRUE(pdu.outlet(3).value().Off().ok());

  EXPECT_THAT(pdu_, OutletIs(3, OutletState::kOff));
}

TEST_F(FaultsTest, AReportOutsideTheTimeWindowIsAnsweredWithAResend) {
  SnmpPdu::Options options = Options();
  options.version = SnmpVersion::kV3;
  options.user = kUser;
  SnmpPdu pdu = SnmpPdu::Open(pdu_.address(), options).value();
  pdu_.Inject(Fault::Report(ReportKind::kNotInTimeWindow).For(SetOf(3)).Once());

  EXPECT_TRUE(pdu.outlet(3).value().Off().ok());

  EXPECT_THAT(pdu_, Received(SetOf(3)).Times(2));
}

TEST_F(FaultsTest, AnEngineThatIsDiscoveredLateIsUsedAllTheSame) {
  pdu_.Inject(Fault::DelayResponse(milliseconds(1500)).Once());
  pdu_.Inject(
      Fault::DropResponse().For(AnyRequest().Of(Operation::kNone)).After(1));
  SnmpPdu::Options options = Options();
  options.version = SnmpVersion::kV3;
  options.user = kUser;

  const Result<SnmpPdu> pdu = SnmpPdu::Open(pdu_.address(), options);

  EXPECT_TRUE(pdu.ok()) << pdu;
}

TEST_F(FaultsTest, ARebootOfThePduInTheMiddleOfACycleIsSurvived) {
  SnmpPowerClient outlet = Outlet(3);
  clock_.timers()->Schedule(clock_.Now() + seconds(5), [&] {
    pdu_.Unplug();
    pdu_.Plug();
  });

  EXPECT_TRUE(outlet.Cycle(seconds(10)).ok());

  EXPECT_THAT(pdu_, ReceivedInOrder({SetOf(3).To(kOff), SetOf(3).To(kOn)}));
  EXPECT_THAT(pdu_, OutletIs(3, OutletState::kOn));
}

TEST_F(FaultsTest, ADeviceThatIsDownForLongerThanTheRetriesFailsTheCommand) {
  SnmpPowerClient outlet = Outlet(3);
  pdu_.Unplug();

  const Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kTimeout);
}

TEST_F(FaultsTest, AnHourOfAKilowattIsAKilowattHour) {
  FakePdu metered =
      FakePdu::Start({.model = "PX3-5190R", .clock = &clock_}).value();
  metered.outlet(1).SetLoadWatts(1000).value();
  SnmpPdu pdu = SnmpPdu::Open(metered.address(), Options()).value();
  SnmpPowerClient outlet = pdu.outlet(1).value();
  const double before = outlet.Read().value().energy.value().value;

  clock_.Advance(std::chrono::hours(1));

  EXPECT_NEAR(outlet.Read().value().energy.value().value - before, 1000, 1);
}

}  // namespace
}  // namespace pdukit
