#include "fake_pdu/device/faults.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/meters.h"
#include "fake_pdu/device/relays.h"
#include "fake_pdu/device/testing/sample_spec.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

// Writes down what it is told.
class Recorder : public DeviceObserver {
 public:
  void OnOutletEvent(const OutletEvent& event) override {
    std::ostringstream line;
    line << event;
    lines_.push_back(line.str());
  }

  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

class FaultsTest : public ::testing::Test {
 protected:
  FaultsTest() { device_.AddObserver(&recorder_); }

  OutletState StateAfter(seconds wait, int outlet) {
    clock_.Advance(wait);
    return device_.outlet(outlet).value();
  }

  // Both as SNMP shows it. Outlets are numbered without gaps.
  OutletState ShownState(int outlet) {
    return device_.Read([&](const DeviceState& state) {
      const int row = outlet - 1;
      return StateOf(fake_pdu::ShownState(state, Scope::kOutlet, row), row);
    });
  }
  OutletConfig Config(int outlet) {
    return device_.Read(
        [&](const DeviceState& state) { return ConfigOf(state, outlet - 1); });
  }

  ManualClock clock_;
  Recorder recorder_;
  Device device_{Share(SampleSpec()), clock_};
};

using RelayFaultTest = FaultsTest;

TEST_F(RelayFaultTest, AWeldedRelayStaysOnThoughTheCommandIsAccepted) {
  SetRelayFault(device_, 2, RelayFault::kWelded).value();

  device_.Command(2, OutletCommand::kOff).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
  EXPECT_THAT(recorder_.lines(), ElementsAre("outlet 2: off accepted"));
}

TEST_F(RelayFaultTest, AWeldedRelayThatIsOffGoesOnAndStaysOn) {
  device_.SetOutlet(2, OutletState::kOff).value();
  SetRelayFault(device_, 2, RelayFault::kWelded).value();

  device_.Command(2, OutletCommand::kOn).value();
  device_.Command(2, OutletCommand::kOff).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(RelayFaultTest, ARelayThatNeverClosesGoesOffAndStaysOff) {
  SetRelayFault(device_, 2, RelayFault::kNeverCloses).value();

  device_.Command(2, OutletCommand::kReboot).value();

  EXPECT_EQ(StateAfter(seconds(0), 2), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(6), 2), OutletState::kOff);
}

TEST_F(RelayFaultTest, AStuckRelayMovesNeitherWay) {
  device_.SetOutlet(1, OutletState::kOff).value();
  SetRelayFault(device_, 1, RelayFault::kStuck).value();
  SetRelayFault(device_, 2, RelayFault::kStuck).value();

  device_.CommandAll(OutletCommand::kToggle).value();

  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOff);
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(RelayFaultTest, AHandDoesNotMoveAStuckRelay) {
  SetRelayFault(device_, 2, RelayFault::kWelded).value();

  device_.SetOutlet(2, OutletState::kOff).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(RelayFaultTest, ARepairedRelayMovesWhenToldAgain) {
  SetRelayFault(device_, 2, RelayFault::kStuck).value();
  device_.Command(2, OutletCommand::kOff).value();

  SetRelayFault(device_, 2, RelayFault::kNone).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
  device_.Command(2, OutletCommand::kOff).value();
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
}

TEST_F(RelayFaultTest, AWeldedRelayIsOnAsSoonAsThePowerIsBack) {
  SetRelayFault(device_, 2, RelayFault::kWelded).value();

  device_.Unplug();
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
  device_.Plug();

  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOff);
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(RelayFaultTest, ARelayThatNeverClosesStaysOffWhenThePowerIsBack) {
  SetRelayFault(device_, 1, RelayFault::kNeverCloses).value();

  device_.Unplug();
  device_.Plug();

  EXPECT_EQ(StateAfter(seconds(100), 1), OutletState::kOff);
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

using RelayDelayTest = FaultsTest;

TEST_F(RelayDelayTest, ASlowRelayIsAsItWasUntilTheDelayHasPassed) {
  SetRelayDelay(device_, 2, seconds(3)).value();

  device_.Command(2, OutletCommand::kOff).value();

  EXPECT_EQ(StateAfter(seconds(2), 2), OutletState::kOn);
  EXPECT_EQ(device_.pending(2).value(), std::nullopt);
  EXPECT_THAT(device_.next_due(), Optional(clock_.Now() + seconds(1)));
  EXPECT_EQ(StateAfter(seconds(1), 2), OutletState::kOff);
}

TEST_F(RelayDelayTest, ASlowRelayRebootsLaterAndAsLong) {
  SetRelayDelay(device_, 2, seconds(10)).value();

  device_.Command(2, OutletCommand::kReboot).value();

  EXPECT_EQ(StateAfter(seconds(9), 2), OutletState::kOn);
  EXPECT_EQ(StateAfter(seconds(1), 2), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(5), 2), OutletState::kOff);
  EXPECT_EQ(StateAfter(seconds(1), 2), OutletState::kOn);
}

TEST_F(RelayDelayTest, OrdersAreCarriedOutInTurnThoughTheDelayShrinks) {
  SetRelayDelay(device_, 2, seconds(10)).value();
  device_.Command(2, OutletCommand::kOff).value();
  SetRelayDelay(device_, 2, seconds(1)).value();

  device_.Command(2, OutletCommand::kOn).value();

  EXPECT_EQ(StateAfter(seconds(100), 2), OutletState::kOn);
}

TEST_F(RelayDelayTest, AHandIsFasterAndCancelsWhatIsUnderWay) {
  device_.SetOutlet(2, OutletState::kOff).value();
  SetRelayDelay(device_, 2, seconds(3)).value();
  device_.Command(2, OutletCommand::kOff).value();

  device_.SetOutlet(2, OutletState::kOn).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
  EXPECT_EQ(StateAfter(seconds(3), 2), OutletState::kOn);
}

TEST_F(RelayDelayTest, ARestartForgetsWhatIsUnderWay) {
  SetRelayDelay(device_, 2, seconds(3)).value();
  device_.Command(2, OutletCommand::kOff).value();

  RestartCard(device_, seconds(0));

  EXPECT_EQ(StateAfter(seconds(3), 2), OutletState::kOn);
}

TEST_F(RelayDelayTest, WithoutTheDelayWhatIsUnderWayIsDoneAtOnce) {
  SetRelayDelay(device_, 2, seconds(3)).value();
  device_.Command(2, OutletCommand::kOff).value();

  SetRelayDelay(device_, 2, seconds(0)).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
  device_.Command(2, OutletCommand::kOn).value();
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

using CommandFaultTest = FaultsTest;

TEST_F(CommandFaultTest, CommandsAreAcceptedAndForgotten) {
  SetCommandFault(device_, 2, CommandFault::kForgets).value();

  device_.Command(2, OutletCommand::kOff).value();
  device_.Command(2, OutletCommand::kDelayedOff).value();

  EXPECT_EQ(device_.pending(2).value(), std::nullopt);
  EXPECT_EQ(StateAfter(seconds(100), 2), OutletState::kOn);
  EXPECT_THAT(recorder_.lines(), ElementsAre("outlet 2: off accepted",
                                             "outlet 2: delayed-off accepted"));
}

TEST_F(CommandFaultTest, AHandStillSwitches) {
  SetCommandFault(device_, 2, CommandFault::kForgets).value();

  device_.SetOutlet(2, OutletState::kOff).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
}

TEST_F(CommandFaultTest, WhatIsQueuedIsForgotten) {
  SetCommandFault(device_, 2, CommandFault::kForgets).value();
  device_.CommandAll(OutletCommand::kQueueOff).value();
  SetCommandFault(device_, 2, CommandFault::kNone).value();

  device_.Apply([](Edit& edit) {
    CommitQueue(edit);
    return true;
  });

  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOff);
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(CommandFaultTest, AWholePduCanForget) {
  SetCommandFault(device_, CommandFault::kForgets);

  device_.CommandAll(OutletCommand::kDelayedReboot).value();
  device_.CommandAll(OutletCommand::kOff).value();

  EXPECT_EQ(device_.next_due(), std::nullopt);
  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(device_.outlet(4).value(), OutletState::kOn);
}

TEST_F(CommandFaultTest, AWholePduObeysAgain) {
  SetCommandFault(device_, CommandFault::kForgets);

  SetCommandFault(device_, CommandFault::kNone);

  device_.Command(4, OutletCommand::kOff).value();
  EXPECT_EQ(device_.outlet(4).value(), OutletState::kOff);
}

TEST_F(CommandFaultTest, WhatComesWhileSomethingIsPendingIsForgotten) {
  SetCommandFault(device_, 2, CommandFault::kForgetsWhilePending).value();
  device_.Command(2, OutletCommand::kDelayedOff).value();

  device_.Command(2, OutletCommand::kCancel).value();
  device_.Command(2, OutletCommand::kReboot).value();

  EXPECT_THAT(device_.pending(2).value(), Optional(OutletCommand::kDelayedOff));
  EXPECT_EQ(StateAfter(seconds(100), 2), OutletState::kOff);
}

TEST_F(CommandFaultTest, WhatComesOnceNothingIsPendingIsDone) {
  SetCommandFault(device_, 2, CommandFault::kForgetsWhilePending).value();
  device_.Command(2, OutletCommand::kDelayedOff).value();
  EXPECT_EQ(StateAfter(seconds(2), 2), OutletState::kOff);

  device_.Command(2, OutletCommand::kOn).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

using StatusFrozenTest = FaultsTest;

TEST_F(StatusFrozenTest, AFrozenOutletShowsAsItWasWhileItSwitches) {
  SetStatusFrozen(device_, 2, true).value();

  device_.CommandAll(OutletCommand::kOff).value();

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
  EXPECT_EQ(ShownState(2), OutletState::kOn);
  EXPECT_EQ(ShownState(1), OutletState::kOff);
}

TEST_F(StatusFrozenTest, AFrozenOutletsMeterStandsStillAndItsBanksDoesNot) {
  device_.SetLoad(2, 100).value();
  SetStatusFrozen(device_, 2, true).value();

  device_.SetLoad(2, 300).value();

  device_.Read([](const DeviceState& state) {
    const DeviceState& shown = fake_pdu::ShownState(state, Scope::kOutlet, 1);
    EXPECT_EQ(Measure(shown, Scope::kOutlet, 1, Quantity::kActivePower), 100);
    EXPECT_EQ(&fake_pdu::ShownState(state, Scope::kBank, 1), &state);
  });
}

TEST_F(StatusFrozenTest, FreezingAgainShowsNothingNewer) {
  SetStatusFrozen(device_, 2, true).value();
  device_.Command(2, OutletCommand::kOff).value();

  SetStatusFrozen(device_, 2, true).value();

  EXPECT_EQ(ShownState(2), OutletState::kOn);
}

TEST_F(StatusFrozenTest, ThawedItShowsTheTruth) {
  SetStatusFrozen(device_, 2, true).value();
  device_.Command(2, OutletCommand::kOff).value();

  SetStatusFrozen(device_, 2, false).value();

  EXPECT_EQ(ShownState(2), OutletState::kOff);
}

TEST_F(StatusFrozenTest, ARestartShowsTheTruth) {
  SetStatusFrozen(device_, 2, true).value();
  device_.Command(2, OutletCommand::kOff).value();

  RestartCard(device_, seconds(0));

  EXPECT_EQ(ShownState(2), OutletState::kOff);
}

using LoseConfigurationTest = FaultsTest;

TEST_F(LoseConfigurationTest, WhatWasWrittenIsAsTheFactoryLeftIt) {
  device_.SetOutletName(2, "db-3").value();
  device_.SetUnitText(kUnitLocation, "rack 4");
  device_.SetLocked(2, true).value();
  device_.Apply([](Edit& edit) {
    OwnConfigOf(edit, 1).off_delay = 77;
    edit.state.units[0].reboot_duration = 78;
    return true;
  });

  LoseConfiguration(device_);

  EXPECT_EQ(device_.outlet_name(2).value(), "");
  EXPECT_EQ(device_.unit_text(kUnitLocation), "");
  EXPECT_FALSE(Config(2).locked);
  EXPECT_EQ(Config(2).off_delay, 2);
  EXPECT_EQ(device_.Read([](const DeviceState& state) {
    return state.units[0].reboot_duration;
  }),
            5);
}

TEST_F(LoseConfigurationTest, OutletsNameplateAndPendingStay) {
  device_.SetUnitText(kUnitSerial, "ZA1234");
  device_.SetOutlet(1, OutletState::kOff).value();
  device_.Command(2, OutletCommand::kDelayedOff).value();

  LoseConfiguration(device_);

  EXPECT_EQ(device_.unit_text(kUnitSerial), "ZA1234");
  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOff);
  EXPECT_THAT(device_.pending(2).value(), Optional(OutletCommand::kDelayedOff));
}

TEST_F(LoseConfigurationTest, OnlyNamesThatChangeAreReported) {
  device_.Apply([](Edit& edit) {
    edit.state.settings.Set(NameOf(Scope::kOutlet), 1, "db-3");
    return true;
  });
  EXPECT_THAT(recorder_.lines(), IsEmpty());

  LoseConfiguration(device_);

  EXPECT_THAT(recorder_.lines(), ElementsAre("outlet 2: named \"\""));
}

TEST_F(FaultsTest, AnOutletThatIsNotThereIsAnError) {
  EXPECT_EQ(SetRelayFault(device_, 9, RelayFault::kWelded).error().kind,
            ErrorKind::kNoSuchOutlet);
}

}  // namespace
}  // namespace pdukit::fake_pdu
