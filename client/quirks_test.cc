// What on and off do with devices that have their quirks.

#include <memory>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_power_client.h"
#include "client/testing/mock_snmp_session.h"
#include "client/unit.h"

namespace pdukit::client {
namespace {

using std::chrono::seconds;
using ::testing::_;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NiceMock;

const Oid kState{1, 3, 6, 1, 4, 1, 99999, 1};
const Oid kCommand{1, 3, 6, 1, 4, 1, 99999, 2};
const Oid kExtra{1, 3, 6, 1, 4, 1, 99999, 3};
constexpr int kOn = 1;
constexpr int kOff = 2;
constexpr int kPendingOff = 3;

class QuirksTest : public ::testing::Test {
 protected:
  QuirksTest() {
    auto session = std::make_unique<NiceMock<MockSnmpSession>>();
    session_ = session.get();
    unit_->session = std::move(session);
    Family& family = unit_->family;
    family.name = "acme";
    family.state = kState;
    family.states = {{kOn, PowerState::kOn},
                     {kOff, PowerState::kOff},
                     {kPendingOff, PowerState::kPendingOff}};
    family.command = kCommand;
    family.commands = {{OutletCommand::kOn, kOn}, {OutletCommand::kOff, kOff}};
    unit_->cycle = CycleMethod::kOffWaitOn;
    unit_->timeout = seconds(1);
    unit_->deadline = seconds(10);
    unit_->poll_interval = std::chrono::milliseconds(250);
    unit_->clock = &clock_;
    Show(kOn);
    Answer({});
    clock_.AddListener([this] {
      if (clock_.Now() - start_ >= due_) {
        Show(then_);
      }
    });
  }

  void Show(int state) { session_->Put(Row(kState), Value::Integer32(state)); }
  void ShowAfter(seconds delay, int state) {
    due_ = delay;
    then_ = state;
  }
  void Answer(const Result<void>& answer) {
    ON_CALL(*session_, Set(_, _))
        .WillByDefault([this, answer](const std::vector<Varbind>&, Resend) {
          sent_.push_back(clock_.Now() - start_);
          return answer;
        });
  }
  static Oid Row(const Oid& column) { return column.Child(3); }

  Quirks& quirks() { return unit_->family.quirks; }
  Result<void> Off() {
    return SnmpPowerClient(unit_, OutletRow{3, {3}, ""}).Off();
  }

  ManualClock clock_;
  const Clock::TimePoint start_ = clock_.Now();
  std::shared_ptr<Unit> unit_ = std::make_shared<Unit>();
  NiceMock<MockSnmpSession>* session_ = nullptr;
  Clock::Duration due_ = Clock::Duration::max();
  int then_ = kOn;
  std::vector<Clock::Duration> sent_;
};

TEST_F(QuirksTest, RefusalThatWasNoneEndsWell) {
  quirks().refuses_what_it_does = true;
  Answer(Error{ErrorKind::kRefusedByDevice, "genErr"});
  ShowAfter(seconds(1), kOff);

  EXPECT_TRUE(Off().ok());
}

TEST_F(QuirksTest, RefusalThatWasOneIsTheError) {
  quirks().refuses_what_it_does = true;
  Answer(Error{ErrorKind::kRefusedByDevice, "genErr"});

  const Result<void> off = Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kRefusedByDevice);
}

TEST_F(QuirksTest, RefusalIsBelievedSoonerWithoutTheQuirk) {
  Answer(Error{ErrorKind::kRefusedByDevice, "genErr"});
  ShowAfter(seconds(5), kOff);

  EXPECT_FALSE(Off().ok());

  EXPECT_LT(clock_.Now() - start_, seconds(2));
}

TEST_F(QuirksTest, StateCountsMoreThanARefusal) {
  Answer(Error{ErrorKind::kRefusedByDevice, "genErr"});
  ShowAfter(seconds(0), kOff);
  clock_.Advance(std::chrono::milliseconds(1));

  EXPECT_TRUE(Off().ok());
}

TEST_F(QuirksTest, SilenceIsNoReasonToGiveUpBeforeTheDeadline) {
  Answer(Error{ErrorKind::kTimeout, "no answer"});
  ShowAfter(seconds(8), kOff);

  EXPECT_TRUE(Off().ok());
}

TEST_F(QuirksTest, WhatWillNotPassEndsItAtOnce) {
  Answer(Error{ErrorKind::kUnreachable, "nothing listens on this port"});

  const Result<void> off = Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kUnreachable);
  EXPECT_THAT(sent_, ElementsAre(seconds(0)));
}

TEST_F(QuirksTest, CancelledSaysWhatTheOutletShows) {
  unit_->cancelled = [&] { return clock_.Now() - start_ >= seconds(1); };

  const Result<void> off = Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kCancelled);
  EXPECT_THAT(off.error().message, HasSubstr("the outlet shows on"));
}

TEST_F(QuirksTest, CancelledSaysThatTheOutletCouldNotBeRead) {
  unit_->cancelled = [] { return true; };
  ON_CALL(*session_, Get)
      .WillByDefault(::testing::Return(
          Error{ErrorKind::kTimeout, "no answer within 1 s"}));

  const Result<void> off = Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(off.error().message,
            "cancelled after the command off was sent; the outlet could not be "
            "read, so that its state is not known");
}

TEST_F(QuirksTest, StaleStateIsNotLookedAt) {
  quirks().settle = seconds(2);
  Show(kOff);
  ShowAfter(seconds(1), kOn);

  EXPECT_FALSE(Off().ok());
}

TEST_F(QuirksTest, CommandWaitsForThePendingOne) {
  quirks().loses_commands_while_pending = true;
  Show(kPendingOff);
  ShowAfter(seconds(4), kOff);

  EXPECT_TRUE(Off().ok());

  EXPECT_THAT(sent_, ElementsAre(seconds(4)));
}

TEST_F(QuirksTest, LostCommandIsSentAgain) {
  quirks().resend_after = seconds(3);
  ShowAfter(seconds(7), kOff);

  EXPECT_TRUE(Off().ok());

  EXPECT_THAT(sent_, ElementsAre(seconds(0), seconds(3), seconds(6)));
}

TEST_F(QuirksTest, VerificationWaitsWithAnOutletThatIsSetToWait) {
  unit_->family.off_delay = kExtra;
  session_->Put(Row(kExtra), Value::Integer32(20));
  ShowAfter(seconds(25), kOff);

  EXPECT_TRUE(Off().ok());
}

TEST_F(QuirksTest, CommandIsNotSentAgainWhileTheOutletIsSetToWait) {
  unit_->family.off_delay = kExtra;
  session_->Put(Row(kExtra), Value::Integer32(20));
  ShowAfter(seconds(20), kOff);

  EXPECT_TRUE(Off().ok());

  EXPECT_THAT(sent_, ElementsAre(seconds(0)));
}

TEST_F(QuirksTest, DelayMayBeInTenthsOfASecond) {
  unit_->family.off_delay = kExtra;
  unit_->family.delay_digits = 1;
  session_->Put(Row(kExtra), Value::Integer32(20));
  ShowAfter(seconds(25), kOff);

  EXPECT_FALSE(Off().ok());
}

TEST_F(QuirksTest, OutletWithoutARelayIsNamedAsTheCause) {
  unit_->family.switchable = kExtra;
  unit_->family.switchable_bit = 2;
  session_->Put(Row(kExtra), Value::OctetString("\xc0"));

  const Result<void> off = Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kUnsupported);
}

TEST_F(QuirksTest, LockIsNamedAsTheCause) {
  unit_->family.lock = kExtra;
  unit_->family.locked_values = {2};
  session_->Put(Row(kExtra), Value::Integer32(2));

  const Result<void> off = Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kRefusedByDevice);
  EXPECT_THAT(off.error().message, HasSubstr("locked"));
}

TEST_F(QuirksTest, FamilyThatOnlyMetersSaysSo) {
  unit_->family.commands = {};

  const Result<void> off = Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(off.error().message, HasSubstr("only meter"));
  EXPECT_THAT(sent_, IsEmpty());
}

TEST_F(QuirksTest, NativeCycleIsTheDevicesReboot) {
  unit_->cycle = CycleMethod::kNative;
  unit_->family.commands.emplace(OutletCommand::kReboot, 4);
  Show(kOff);
  ShowAfter(seconds(5), kOn);
  EXPECT_CALL(*session_,
              Set(ElementsAre(Varbind{Row(kCommand), Value::Integer32(4)}),
                  Resend::kNever));

  const Result<void> cycle =
      SnmpPowerClient(unit_, OutletRow{3, {3}, ""}).Cycle(seconds(60));

  EXPECT_TRUE(cycle.ok()) << cycle;
  EXPECT_EQ(clock_.Now() - start_, seconds(5));
}

}  // namespace
}  // namespace pdukit::client
