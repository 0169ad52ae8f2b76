#include <chrono>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/relays.h"
#include "fake_pdu/device/testing/sample_spec.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Writes down what it is told, with the second of the event.
class Recorder : public DeviceObserver {
 public:
  explicit Recorder(const Clock& clock) : start_(clock.WallNow()) {}

  void OnOutletEvent(const OutletEvent& event) override {
    std::ostringstream line;
    line << std::chrono::duration_cast<seconds>(event.time - start_).count()
         << " s: " << event;
    lines_.push_back(line.str());
  }

  const std::vector<std::string>& lines() const { return lines_; }

 private:
  Clock::WallTime start_;
  std::vector<std::string> lines_;
};

class DeviceEventsTest : public ::testing::Test {
 protected:
  DeviceEventsTest() { device_.AddObserver(&recorder_); }

  ManualClock clock_;
  Recorder recorder_{clock_};
  Device device_{Share(SampleSpec()), clock_};
};

TEST_F(DeviceEventsTest, CommandIsReportedBeforeWhatItDoes) {
  device_.Command(2, OutletCommand::kOff).value();

  EXPECT_THAT(recorder_.lines(),
              ElementsAre("0 s: outlet 2: off accepted",
                          "0 s: outlet 2: on -> off (command)"));
}

TEST_F(DeviceEventsTest, EventsCarryTheTimeAtWhichTheyWereDue) {
  device_.CommandAll(OutletCommand::kDelayedOff).value();
  device_.Command(4, OutletCommand::kCancel).value();
  device_.Command(3, OutletCommand::kCancel).value();

  clock_.Advance(std::chrono::hours(1));

  const std::vector<std::string>& lines = recorder_.lines();
  ASSERT_EQ(lines.size(), 10U);
  EXPECT_EQ(lines[8], "1 s: outlet 1: on -> off (delayed command)");
  EXPECT_EQ(lines[9], "2 s: outlet 2: on -> off (delayed command)");
}

TEST_F(DeviceEventsTest, RebootIsOffThenOn) {
  device_.Command(1, OutletCommand::kReboot).value();
  clock_.Advance(seconds(10));

  EXPECT_THAT(recorder_.lines(),
              ElementsAre("0 s: outlet 1: reboot accepted",
                          "0 s: outlet 1: on -> off (reboot)",
                          "5 s: outlet 1: off -> on (reboot)"));
}

TEST_F(DeviceEventsTest, CancelReportsWhatItDropped) {
  device_.Command(1, OutletCommand::kDelayedOff).value();
  device_.Command(1, OutletCommand::kCancel).value();

  EXPECT_THAT(recorder_.lines(),
              ElementsAre("0 s: outlet 1: delayed-off accepted",
                          "0 s: outlet 1: cancel accepted",
                          "0 s: outlet 1: delayed-off cancelled"));
}

TEST_F(DeviceEventsTest, SwitchingToTheSameStateIsNoChange) {
  device_.SetOutlet(1, OutletState::kOn).value();

  EXPECT_THAT(recorder_.lines(), IsEmpty());
}

TEST_F(DeviceEventsTest, RenamingIsReported) {
  device_.SetOutletName(1, "db-3").value();

  EXPECT_THAT(recorder_.lines(), ElementsAre("0 s: outlet 1: named \"db-3\""));
}

TEST_F(DeviceEventsTest, RefusedEditIsNotReported) {
  device_.Apply([](Edit& edit) {
    Execute(edit, 0, OutletCommand::kOff);
    return false;
  });
  device_.DeliverEvents();

  EXPECT_THAT(recorder_.lines(), IsEmpty());
}

TEST_F(DeviceEventsTest, EditWaitsForDelivery) {
  device_.Apply(
      [](Edit& edit) { return Execute(edit, 0, OutletCommand::kCancel); });
  EXPECT_THAT(recorder_.lines(), IsEmpty());

  device_.DeliverEvents();

  EXPECT_THAT(recorder_.lines(), ElementsAre("0 s: outlet 1: cancel accepted"));
}

TEST_F(DeviceEventsTest, EventIsNewsUntilTheDeviceSettles) {
  device_.Settle();
  device_.Apply(
      [](Edit& edit) { return Execute(edit, 0, OutletCommand::kCancel); });
  EXPECT_TRUE(device_.has_news());

  device_.Settle();

  EXPECT_FALSE(device_.has_news());
}

TEST_F(DeviceEventsTest, EditWithoutAnEventIsNoNews) {
  device_.Settle();

  device_.Apply([](Edit& /*edit*/) { return true; });

  EXPECT_FALSE(device_.has_news());
}

TEST_F(DeviceEventsTest, RemovedObserverHearsNothing) {
  device_.RemoveObserver(&recorder_);

  device_.Command(1, OutletCommand::kOff).value();

  EXPECT_THAT(recorder_.lines(), IsEmpty());
}

// Answers the first off of outlet 1 with an off of outlet 2.
class Follower : public DeviceObserver {
 public:
  explicit Follower(Device& device) : device_(device) {}

  void OnOutletEvent(const OutletEvent& event) override {
    if (event.outlet == 1 && event.kind == OutletEvent::Kind::kSwitched) {
      device_.SetOutlet(2, OutletState::kOff).value();
    }
  }

 private:
  Device& device_;
};

TEST_F(DeviceEventsTest, ObserverMayCallTheDeviceAndAllSeeOneOrder) {
  Follower follower(device_);
  Recorder last(clock_);
  device_.AddObserver(&follower);
  device_.AddObserver(&last);

  device_.SetOutlet(1, OutletState::kOff).value();

  EXPECT_THAT(last.lines(), ElementsAre("0 s: outlet 1: on -> off (hand)",
                                        "0 s: outlet 2: on -> off (hand)"));
}

TEST_F(DeviceEventsTest, DueListenerHearsOfEachChange) {
  std::vector<bool> has_due;
  device_.SetDueListener(
      [&](const auto& due) { has_due.push_back(due.has_value()); });

  device_.Command(1, OutletCommand::kDelayedOff).value();
  device_.Command(2, OutletCommand::kDelayedOff).value();
  device_.Command(1, OutletCommand::kCancel).value();

  EXPECT_EQ(has_due.size(), 2U);
}

}  // namespace
}  // namespace pdukit::fake_pdu
