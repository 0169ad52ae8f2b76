#include "client/snmp_power_client.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::_;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::Return;

constexpr int kOutlet = 3;

Oid Rpdu(const std::string& suffix) {
  return Oid::Parse("1.3.6.1.4.1.318.1.1.12." + suffix).value();
}

const Oid kCommand = Rpdu("3.3.1.1.4.3");
const Oid kState = Rpdu("3.5.1.1.4.3");
const Oid kPending = Rpdu("3.5.1.1.5.3");
const Oid kRebootDuration = Rpdu("3.4.1.1.6.3");

// Outlet 3 of an APC rack PDU with 8 outlets, whose relay the test scripts.
class SnmpPowerClientTest : public ::testing::Test {
 protected:
  SnmpPowerClientTest() {
    session_->Put(Rpdu("1.8.0"), Value::Integer32(8));
    session_->Put(Rpdu("3.1.3.0"), Value::Integer32(8));
    session_->Put(kRebootDuration, Value::Integer32(5));
    Show(1, 2);
    ON_CALL(*session_, Set(_, _))
        .WillByDefault([this](const std::vector<Varbind>& varbinds, Resend) {
          commands_.push_back(varbinds.front().value.AsInt64().value());
          return Result<void>();
        });
    clock_.AddListener([this] { ApplyWhatIsDue(); });
    options_.family = "apc_rpdu";
    options_.clock = &clock_;
  }

  void Show(int state, int pending) {
    session_->Put(kState, Value::Integer32(state));
    session_->Put(kPending, Value::Integer32(pending));
  }

  // The device shows this `delay` after the test's start.
  void ShowAt(seconds delay, int state, int pending = 2) {
    due_.push_back({start_ + delay, state, pending});
  }

  void ApplyWhatIsDue() {
    for (const Due& due : due_) {
      if (due.time <= clock_.Now()) {
        Show(due.state, due.pending);
      }
    }
  }

  // What a device without delays would do.
  void Obey() {
    ON_CALL(*session_, Set(_, _))
        .WillByDefault([this](const std::vector<Varbind>& varbinds, Resend) {
          commands_.push_back(varbinds.front().value.AsInt64().value());
          times_.push_back(clock_.Now() - start_);
          Show(static_cast<int>(commands_.back()), 2);
          return Result<void>();
        });
  }

  SnmpPowerClient Outlet() {
    return SnmpPdu::Open(std::move(owned_), options_)
        .value()
        .outlet(kOutlet)
        .value();
  }

  struct Due {
    Clock::TimePoint time;
    int state;
    int pending;
  };

  ManualClock clock_;
  const Clock::TimePoint start_ = clock_.Now();
  std::unique_ptr<NiceMock<MockSnmpSession>> owned_ =
      std::make_unique<NiceMock<MockSnmpSession>>();
  NiceMock<MockSnmpSession>* session_ = owned_.get();
  std::vector<Due> due_;
  std::vector<std::int64_t> commands_;
  std::vector<Clock::Duration> times_;
  SnmpPdu::Options options_;
};

TEST_F(SnmpPowerClientTest, OffReturnsOnceTheOutletShowsIt) {
  SnmpPowerClient outlet = Outlet();
  ShowAt(seconds(2), 2);

  Result<void> off = outlet.Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_THAT(commands_, ElementsAre(2));
  EXPECT_EQ(clock_.Now() - start_, seconds(2));
}

TEST_F(SnmpPowerClientTest, OnIsSentEvenIfTheOutletIsOn) {
  SnmpPowerClient outlet = Outlet();

  Result<void> on = outlet.On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_THAT(commands_, ElementsAre(1));
}

TEST_F(SnmpPowerClientTest, FailsAtTheDeadlineIfTheOutletNeverShowsIt) {
  SnmpPowerClient outlet = Outlet();

  Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_EQ(off.error().Text(),
            "mock outlet 3: the device acknowledged the command off, but the "
            "outlet still shows on after 10 s");
  EXPECT_EQ(clock_.Now() - start_, options_.deadline);
}

TEST_F(SnmpPowerClientTest, DoesNotTakeAPendingStateForTheResult) {
  SnmpPowerClient outlet = Outlet();
  Show(1, 1);

  Result<void> on = outlet.On();

  ASSERT_FALSE(on.ok());
  EXPECT_EQ(on.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_THAT(on.error().Text(), HasSubstr("pending-off"));
}

TEST_F(SnmpPowerClientTest, DoesNotTakeAnUnknownStateForOff) {
  SnmpPowerClient outlet = Outlet();
  Show(77, 2);

  Result<PowerState> status = outlet.Status();
  Result<void> off = outlet.Off();

  EXPECT_EQ(status.value(), PowerState::kUnknown);
  EXPECT_FALSE(off.ok());
}

TEST_F(SnmpPowerClientTest, PassesOnThatTheDeviceRefused) {
  SnmpPowerClient outlet = Outlet();
  ON_CALL(*session_, Set(_, _))
      .WillByDefault(Return(Result<void>(
          Error{ErrorKind::kAccessDenied, "noAccess", "", "mock"})));

  Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kAccessDenied);
  EXPECT_EQ(off.error().outlet, "3");
}

TEST_F(SnmpPowerClientTest, SaysThatAnOutletWithoutARelayCannotBeSwitched) {
  SnmpPowerClient outlet = Outlet();
  session_->Put(Rpdu("3.1.3.0"), Value::Integer32(0));
  ON_CALL(*session_, Set(_, _))
      .WillByDefault(Return(
          Result<void>(Error{ErrorKind::kRefusedByDevice, "notWritable"})));

  Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kUnsupported);
}

TEST_F(SnmpPowerClientTest, SaysThatTheEffectCouldNotBeReadBack) {
  SnmpPowerClient outlet = Outlet();
  ON_CALL(*session_, Get(_))
      .WillByDefault(Return(Result<std::vector<Varbind>>(
          Error{ErrorKind::kTimeout, "no answer"})));

  Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kTimeout);
  EXPECT_THAT(off.error().message, HasSubstr("acknowledged the command off"));
}

TEST_F(SnmpPowerClientTest, CycleWaitsFromTheObservedOff) {
  SnmpPowerClient outlet = Outlet();
  ON_CALL(*session_, Set(_, _))
      .WillByDefault([this](const std::vector<Varbind>& varbinds, Resend) {
        commands_.push_back(varbinds.front().value.AsInt64().value());
        times_.push_back(clock_.Now() - start_);
        due_ = {
            {clock_.Now() + seconds(3), static_cast<int>(commands_.back()), 2}};
        return Result<void>();
      });

  Result<void> cycle = outlet.Cycle(seconds(10));

  EXPECT_TRUE(cycle.ok()) << cycle;
  EXPECT_THAT(commands_, ElementsAre(2, 1));
  EXPECT_THAT(times_, ElementsAre(seconds(0), seconds(13)));
}

TEST_F(SnmpPowerClientTest, CycleNeverSwitchesOnIfTheOffWasNotSeen) {
  SnmpPowerClient outlet = Outlet();

  Result<void> cycle = outlet.Cycle(seconds(1));

  EXPECT_FALSE(cycle.ok());
  EXPECT_THAT(commands_, ::testing::Each(2));
}

TEST_F(SnmpPowerClientTest, CycleSaysThatTheOutletWasLeftOff) {
  SnmpPowerClient outlet = Outlet();
  Show(2, 2);

  Result<void> cycle = outlet.Cycle(seconds(1));

  ASSERT_FALSE(cycle.ok());
  EXPECT_THAT(cycle.error().message,
              HasSubstr("switched off, but not on again"));
}

TEST_F(SnmpPowerClientTest, CycleRefusesANegativeWait) {
  SnmpPowerClient outlet = Outlet();

  Result<void> cycle = outlet.Cycle(milliseconds(-1));

  ASSERT_FALSE(cycle.ok());
  EXPECT_EQ(cycle.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_THAT(commands_, ElementsAre());
}

TEST_F(SnmpPowerClientTest, CycleReportsTheRestOfItsWait) {
  std::vector<milliseconds> waits;
  options_.on_progress = [&waits](const Progress& progress) {
    if (progress.phase == ProgressPhase::kWaiting) {
      waits.push_back(progress.remaining);
    }
  };
  SnmpPowerClient outlet = Outlet();
  Obey();

  Result<void> cycle = outlet.Cycle(milliseconds(200));

  EXPECT_TRUE(cycle.ok()) << cycle;
  EXPECT_THAT(waits, ElementsAre(milliseconds(200), milliseconds(100),
                                 milliseconds(0)));
}

TEST_F(SnmpPowerClientTest, RebootReturnsOnceTheOutletWasOffAndIsOnAgain) {
  SnmpPowerClient outlet = Outlet();
  ShowAt(seconds(1), 2, 1);
  ShowAt(seconds(6), 1);

  Result<void> reboot = outlet.Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_THAT(commands_, ElementsAre(3));
  EXPECT_EQ(clock_.Now() - start_, seconds(6));
}

TEST_F(SnmpPowerClientTest, RebootIsNeverSentAgain) {
  SnmpPowerClient outlet = Outlet();
  EXPECT_CALL(*session_, Set(_, Resend::kNever))
      .WillOnce(Return(Result<void>(Error{ErrorKind::kTimeout, "no answer"})));

  Result<void> reboot = outlet.Reboot();

  ASSERT_FALSE(reboot.ok());
  EXPECT_EQ(reboot.error().kind, ErrorKind::kTimeout);
}

TEST_F(SnmpPowerClientTest, RebootFailsIfTheOutletStaysOn) {
  SnmpPowerClient outlet = Outlet();

  Result<void> reboot = outlet.Reboot();

  ASSERT_FALSE(reboot.ok());
  EXPECT_EQ(reboot.error().kind, ErrorKind::kVerificationFailed);
}

TEST_F(SnmpPowerClientTest, RebootFailsIfTheOutletStaysOff) {
  SnmpPowerClient outlet = Outlet();
  Show(2, 2);

  Result<void> reboot = outlet.Reboot();

  ASSERT_FALSE(reboot.ok());
  EXPECT_EQ(reboot.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_THAT(reboot.error().message, HasSubstr("still shows off"));
}

TEST_F(SnmpPowerClientTest, DelayedOffReturnsOnceItIsPending) {
  SnmpPowerClient outlet = Outlet();
  ShowAt(seconds(1), 1, 1);

  Result<void> delayed = outlet.DelayedOff();

  EXPECT_TRUE(delayed.ok()) << delayed;
  EXPECT_THAT(commands_, ElementsAre(5));
  EXPECT_EQ(outlet.Status().value(), PowerState::kPendingOff);
}

TEST_F(SnmpPowerClientTest, DelayedOnReturnsIfThereIsNoDelay) {
  Show(2, 2);
  SnmpPowerClient outlet = Outlet();
  ShowAt(seconds(1), 1);

  Result<void> delayed = outlet.DelayedOn();

  EXPECT_TRUE(delayed.ok()) << delayed;
  EXPECT_THAT(commands_, ElementsAre(4));
}

TEST_F(SnmpPowerClientTest, DelayedOffFailsIfNothingBecomesPending) {
  SnmpPowerClient outlet = Outlet();

  Result<void> delayed = outlet.DelayedOff();

  ASSERT_FALSE(delayed.ok());
  EXPECT_EQ(delayed.error().kind, ErrorKind::kVerificationFailed);
  EXPECT_THAT(delayed.error().hint, HasSubstr("never"));
}

TEST_F(SnmpPowerClientTest, CancelReturnsOnceNothingIsPending) {
  Show(1, 1);
  SnmpPowerClient outlet = Outlet();
  ShowAt(seconds(1), 1, 2);

  Result<void> cancel = outlet.Cancel();

  EXPECT_TRUE(cancel.ok()) << cancel;
  EXPECT_THAT(commands_, ElementsAre(7));
  EXPECT_EQ(outlet.Status().value(), PowerState::kOn);
}

TEST_F(SnmpPowerClientTest, FamilyWithoutALockSaysSo) {
  const Result<void> lock = Outlet().Lock();

  ASSERT_FALSE(lock.ok());
  EXPECT_EQ(lock.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(lock.error().message, HasSubstr("have no lock command"));
}

}  // namespace
}  // namespace pdukit::client
