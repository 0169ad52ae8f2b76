#include "client/fleet.h"

#include <atomic>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/testing/mock_power_client.h"

namespace pdukit::client {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::Return;
using ::testing::SizeIs;
using Mock = NiceMock<MockPowerClient>;

const Error kMute{ErrorKind::kTimeout, "no answer"};

// What a run opens is gone after it; the mock is not.
class Borrowed : public PowerClient {
 public:
  explicit Borrowed(PowerClient& power) : power_(power) {}
  Result<void> On() override { return power_.On(); }
  Result<void> Off() override { return power_.Off(); }
  Result<void> Cycle(milliseconds wait) override { return power_.Cycle(wait); }
  Result<PowerState> Status() override { return power_.Status(); }
  Result<PowerReading> Read() override { return power_.Read(); }

 private:
  PowerClient& power_;
};

class FleetTest : public ::testing::Test {
 protected:
  FleetTest() {
    options_.clock = &clock_;
    options_.on_done = [this](const FleetOutcome& outcome) {
      done_.push_back(outcome.machine);
    };
  }

  // A supply on `pdu`, of a machine that may have one already.
  Mock& Add(const std::string& machine, const std::string& pdu) {
    if (machines_.empty() || machines_.back().name != machine) {
      machines_.push_back({machine, {}});
    }
    Mock& mock = mocks_.emplace_back();
    machines_.back().supplies.push_back(
        {pdu + " " + machine, pdu, [&mock] {
           return Result<std::unique_ptr<PowerClient>>(
               std::make_unique<Borrowed>(mock));
         }});
    return mock;
  }

  std::vector<FleetOutcome> Run(FleetCommand command) {
    return RunFleet(machines_, command, options_);
  }

  ManualClock clock_;
  FleetOptions options_;
  std::list<Mock> mocks_;
  std::vector<FleetMachine> machines_;
  std::vector<std::string> done_;
};

TEST_F(FleetTest, EveryMachineIsSwitched) {
  const Mock& web = Add("web-1", "rack4");
  const Mock& db = Add("db-3", "rack5");

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOn);

  EXPECT_THAT(outcomes, Each(Field(&FleetOutcome::state, PowerState::kOn)));
  EXPECT_THAT(outcomes, ElementsAre(Field(&FleetOutcome::machine, "web-1"),
                                    Field(&FleetOutcome::machine, "db-3")));
  EXPECT_EQ(web.state(), PowerState::kOn);
  EXPECT_EQ(db.state(), PowerState::kOn);
}

TEST_F(FleetTest, ASlowDeviceHoldsUpNoOther) {
  Mock& slow = Add("web-1", "rack4");
  Add("web-2", "rack5");
  Add("web-3", "rack5");
  std::promise<void> others_done;
  ON_CALL(slow, On).WillByDefault([&] {
    others_done.get_future().wait();
    return Result<void>();
  });
  options_.on_done = [&](const FleetOutcome& outcome) {
    done_.push_back(outcome.machine);
    if (outcome.machine == "web-3") {
      others_done.set_value();
    }
  };

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOn);

  EXPECT_THAT(done_, ElementsAre("web-2", "web-3", "web-1"));
  EXPECT_EQ(outcomes.front().machine, "web-1");
}

TEST_F(FleetTest, ADeadSupplyHoldsUpNoMachineOnTheOther) {
  Add("db-3", "rack4");
  Mock& dead = Add("db-3", "rack5");
  Add("web-1", "rack4");
  std::promise<void> other_done;
  ON_CALL(dead, Off).WillByDefault([&] {
    other_done.get_future().wait();
    return Result<void>(kMute);
  });
  options_.on_done = [&](const FleetOutcome& outcome) {
    done_.push_back(outcome.machine);
    if (outcome.machine == "web-1") {
      other_done.set_value();
    }
  };

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOff);

  EXPECT_THAT(done_, ElementsAre("web-1", "db-3"));
  EXPECT_EQ(outcomes.front().error->message,
            "1 of 2 supplies failed: rack5 db-3: no answer; rack4 db-3 is off");
}

// Counts how many are in a call at once, and lets others in if it can.
class Crowd {
 public:
  Result<void> Pass() {
    const int now = ++inside_;
    int most = most_;
    while (now > most && !most_.compare_exchange_weak(most, now)) {
    }
    for (int turn = 0; turn < 1000; ++turn) {
      std::this_thread::yield();
    }
    --inside_;
    return {};
  }
  int most() const { return most_; }

 private:
  std::atomic<int> inside_ = 0;
  std::atomic<int> most_ = 0;
};

TEST_F(FleetTest, ADeviceGetsOneCommandAtATime) {
  Crowd crowd;
  for (const char* name : {"web-1", "web-2", "web-3", "web-4"}) {
    ON_CALL(Add(name, "rack4"), On).WillByDefault([&] { return crowd.Pass(); });
  }

  Run(FleetCommand::kOn);

  EXPECT_EQ(crowd.most(), 1);
}

TEST_F(FleetTest, NoMoreCommandsThanAllowedAreOnTheirWay) {
  Crowd crowd;
  for (const char* name : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
    ON_CALL(Add(name, name), On).WillByDefault([&] { return crowd.Pass(); });
  }
  options_.max_total = 2;

  Run(FleetCommand::kOn);

  EXPECT_LE(crowd.most(), 2);
}

TEST_F(FleetTest, ADeviceGetsSeveralCommandsAtOnceIfItMay) {
  std::promise<void> second_began;
  ON_CALL(Add("web-1", "rack4"), On).WillByDefault([&] {
    second_began.get_future().wait();
    return Result<void>();
  });
  ON_CALL(Add("web-2", "rack4"), On).WillByDefault([&] {
    second_began.set_value();
    return Result<void>();
  });
  options_.max_per_pdu = 2;

  EXPECT_THAT(Run(FleetCommand::kOn),
              Each(Field(&FleetOutcome::state, PowerState::kOn)));
}

TEST_F(FleetTest, StaggerPartsSwitchOns) {
  std::mutex mutex;
  std::vector<Clock::TimePoint> times;
  for (const char* name : {"web-1", "web-2", "web-3"}) {
    ON_CALL(Add(name, name), On).WillByDefault([&] {
      std::lock_guard lock(mutex);
      times.push_back(clock_.Now());
      return Result<void>();
    });
  }
  options_.stagger = milliseconds(500);

  Run(FleetCommand::kOn);

  ASSERT_THAT(times, SizeIs(3));
  EXPECT_GE(times[1] - times[0], milliseconds(500));
  EXPECT_GE(times[2] - times[1], milliseconds(500));
}

TEST_F(FleetTest, StaggerPartsSwitchOnsOfWhichOneIsSlowToOpen) {
  std::vector<Clock::TimePoint> times;
  for (const char* name : {"web-1", "web-2", "web-3"}) {
    ON_CALL(Add(name, "rack4"), On).WillByDefault([&] {
      times.push_back(clock_.Now());
      return Result<void>();
    });
  }
  auto& open = machines_[1].supplies.front().open;
  open = [this, opened = open] {
    clock_.SleepFor(milliseconds(400));
    return opened();
  };
  options_.stagger = milliseconds(500);

  Run(FleetCommand::kOn);

  ASSERT_THAT(times, SizeIs(3));
  EXPECT_GE(times[1] - times[0], milliseconds(500));
  EXPECT_GE(times[2] - times[1], milliseconds(500));
}

TEST_F(FleetTest, StaggerDoesNotDelaySwitchOffs) {
  Add("web-1", "rack4");
  Add("web-2", "rack4");
  options_.stagger = milliseconds(500);
  const Clock::TimePoint start = clock_.Now();

  Run(FleetCommand::kOff);

  EXPECT_EQ(clock_.Now(), start);
}

TEST_F(FleetTest, TheWaitsOfCyclesOverlap) {
  const Mock& web = Add("web-1", "rack4");
  Add("web-2", "rack4");
  Add("web-3", "rack4");
  options_.wait = seconds(10);
  const Clock::TimePoint start = clock_.Now();

  Run(FleetCommand::kCycle);

  EXPECT_GE(clock_.Now() - start, seconds(10));
  EXPECT_LT(clock_.Now() - start, seconds(20));
  EXPECT_EQ(web.state(), PowerState::kOn);
}

TEST_F(FleetTest, ACycleHasAllSuppliesOffBeforeOneIsOn) {
  Mock& a = Add("db-3", "rack4");
  Mock& b = Add("db-3", "rack5");
  ::testing::Expectation a_off = EXPECT_CALL(a, Off);
  ::testing::Expectation b_off = EXPECT_CALL(b, Off);
  EXPECT_CALL(a, On).After(a_off, b_off);
  EXPECT_CALL(b, On).After(a_off, b_off);

  EXPECT_TRUE(Run(FleetCommand::kCycle).front().ok());
}

TEST_F(FleetTest, ACycleThatDoesNotGoOffIsNotSwitchedOn) {
  Mock& a = Add("db-3", "rack4");
  Mock& b = Add("db-3", "rack5");
  ON_CALL(b, Off).WillByDefault(Return(kMute));
  EXPECT_CALL(a, On).Times(0);
  EXPECT_CALL(b, On).Times(0);

  EXPECT_THAT(Run(FleetCommand::kCycle).front().error->message,
              HasSubstr("rack4 db-3 is off"));
}

TEST_F(FleetTest, ACycleThatDoesNotGoOnAgainSaysSo) {
  ON_CALL(Add("web-1", "rack4"), On).WillByDefault(Return(kMute));

  EXPECT_EQ(Run(FleetCommand::kCycle).front().error->message,
            "it was switched off, but not on again: no answer");
}

TEST_F(FleetTest, ANativeCycleIsTheDevices) {
  EXPECT_CALL(Add("web-1", "rack4"), Cycle);
  options_.cycle = CycleMethod::kNative;

  EXPECT_TRUE(Run(FleetCommand::kCycle).front().ok());
}

TEST_F(FleetTest, ANativeCycleOfTwoSuppliesIsRefused) {
  EXPECT_CALL(Add("db-3", "rack4"), Cycle).Times(0);
  EXPECT_CALL(Add("db-3", "rack5"), Cycle).Times(0);
  options_.cycle = CycleMethod::kNative;

  EXPECT_EQ(Run(FleetCommand::kCycle).front().error->kind,
            ErrorKind::kUnsupported);
}

TEST_F(FleetTest, ADeviceThatCannotBeReachedIsTriedOnce) {
  int tried = 0;
  for (const char* name : {"web-1", "web-2", "web-3"}) {
    Add(name, "rack4");
    machines_.back().supplies.front().open = [&] {
      ++tried;
      return Result<std::unique_ptr<PowerClient>>(kMute);
    };
  }

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kStatus);

  EXPECT_EQ(tried, 1);
  EXPECT_THAT(outcomes,
              Each(Field(&FleetOutcome::error, ::testing::Optional(kMute))));
}

TEST_F(FleetTest, AnOutletThatIsNotThereFailsAlone) {
  Add("web-1", "rack4");
  machines_.back().supplies.front().open = [] {
    return Result<std::unique_ptr<PowerClient>>(
        Error{ErrorKind::kNoSuchOutlet, "no outlet 9"});
  };
  Add("web-2", "rack4");

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOn);

  EXPECT_EQ(outcomes[0].error->kind, ErrorKind::kNoSuchOutlet);
  EXPECT_TRUE(outcomes[1].ok());
}

TEST_F(FleetTest, OnceCancelledNothingIsBegun) {
  Add("web-1", "rack4");
  EXPECT_CALL(Add("web-2", "rack4"), On).Times(0);
  options_.cancelled = [this] { return !done_.empty(); };

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOn);

  EXPECT_TRUE(outcomes[0].ok());
  EXPECT_EQ(outcomes[1].error->kind, ErrorKind::kCancelled);
}

TEST_F(FleetTest, ACycleCancelledInItsWaitSaysThatItIsOff) {
  const Mock& web = Add("web-1", "rack4");
  options_.wait = seconds(10);
  const Clock::TimePoint start = clock_.Now();
  options_.cancelled = [&] { return clock_.Now() - start >= seconds(5); };

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kCycle);

  EXPECT_THAT(outcomes.front().error->message, HasSubstr("it is off"));
  EXPECT_EQ(web.state(), PowerState::kOff);
  EXPECT_LT(clock_.Now() - start, seconds(10));
}

TEST_F(FleetTest, StatusIsThatOfAllSupplies) {
  Add("db-3", "rack4").set_state(PowerState::kOn);
  ON_CALL(Add("db-3", "rack5"), Status).WillByDefault(Return(kMute));

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kStatus);

  EXPECT_TRUE(outcomes.front().ok());
  EXPECT_EQ(outcomes.front().state, PowerState::kOn);
  EXPECT_EQ(outcomes.front().supplies[1].error, kMute);
}

TEST_F(FleetTest, ReadIsThatOfAllSupplies) {
  PowerReading reading;
  reading.active_power = Measurement{100, "outlet"};
  Add("db-3", "rack4").set_reading(reading);
  Add("db-3", "rack5").set_reading(reading);

  EXPECT_EQ(Run(FleetCommand::kRead).front().reading.active_power->value, 200);
}

TEST_F(FleetTest, AMachineWithoutSuppliesFails) {
  machines_.push_back({"web-1", {}});

  EXPECT_EQ(Run(FleetCommand::kOn).front().error->kind,
            ErrorKind::kInvalidArgument);
}

TEST(FleetOutcomeTest, IsPrintedAsStateOrError) {
  const FleetOutcome done{"web-1", {}, PowerState::kOn, {}, {}};
  const FleetOutcome failed{"web-1", kMute, PowerState::kUnknown, {}, {}};

  EXPECT_EQ(::testing::PrintToString(done), "web-1: on");
  EXPECT_THAT(::testing::PrintToString(failed), HasSubstr("no answer"));
}

TEST_F(FleetTest, RunsGoOnInSeveralThreadsOnTheRealClock) {
  for (int machine = 0; machine < 40; ++machine) {
    Add("web-" + std::to_string(machine), std::to_string(machine % 8));
  }
  FleetOptions real;
  const auto run = [&] {
    return RunFleet(machines_, FleetCommand::kStatus, real);
  };

  auto other = std::async(std::launch::async, run);

  EXPECT_THAT(run(), Each(Field(&FleetOutcome::state, PowerState::kOff)));
  EXPECT_THAT(other.get(), SizeIs(40));
}

}  // namespace
}  // namespace pdukit::client
