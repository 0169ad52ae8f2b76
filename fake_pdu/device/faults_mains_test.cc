// What goes wrong before the outlets: breakers, phases, the card.

#include <chrono>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/faults.h"
#include "fake_pdu/device/meters.h"
#include "fake_pdu/device/relays.h"
#include "fake_pdu/device/testing/sample_spec.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

double Read(const Device& device, Scope scope, int row, Quantity quantity) {
  return device.Read([&](const DeviceState& state) {
    return Measure(state, scope, row, quantity);
  });
}

std::vector<OutletState> States(const Device& device) {
  std::vector<OutletState> states;
  for (const int outlet : device.outlets()) {
    states.push_back(device.outlet(outlet).value());
  }
  return states;
}

constexpr OutletState kOn = OutletState::kOn;
constexpr OutletState kOff = OutletState::kOff;

// Two banks of 10 A at 200 V, of two outlets each.
class BreakersTripTest : public ::testing::Test {
 protected:
  ManualClock clock_;
  Device device_{Share(SampleSpec()), clock_};
};

TEST_F(BreakersTripTest, AtFirstABankCarriesAnything) {
  device_.SetLoad(1, 5000).value();

  EXPECT_EQ(device_.outlet(1).value(), kOn);
}

TEST_F(BreakersTripTest, ABankTripsAboveItsRatingAndNotAtIt) {
  SetBreakersTrip(device_, true);
  device_.SetLoad(1, 1000).value();
  device_.SetLoad(2, 1000).value();
  device_.SetLoad(3, 1999).value();
  EXPECT_THAT(States(device_), ElementsAre(kOn, kOn, kOn, kOn));

  device_.SetLoad(2, 1001).value();

  EXPECT_THAT(States(device_), ElementsAre(kOff, kOff, kOn, kOn));
}

TEST_F(BreakersTripTest, ABankTripsWhenAnOutletIsSwitchedOn) {
  device_.Command(2, OutletCommand::kOff).value();
  device_.SetLoad(1, 1500).value();
  device_.SetLoad(2, 1500).value();
  SetBreakersTrip(device_, true);
  EXPECT_EQ(device_.outlet(1).value(), kOn);

  device_.Command(2, OutletCommand::kOn).value();

  EXPECT_THAT(States(device_), ElementsAre(kOff, kOff, kOn, kOn));
}

TEST_F(BreakersTripTest, ABankThatCarriesTooMuchAlreadyTripsAtOnce) {
  device_.SetLoad(3, 2500).value();

  SetBreakersTrip(device_, true);

  EXPECT_EQ(device_.outlet(4).value(), kOff);
}

TEST_F(BreakersTripTest, ABreakerHoldsAfterAResetOnlyIfTheLoadIsGone) {
  SetBreakersTrip(device_, true);
  device_.SetLoad(1, 2500).value();

  ResetBreaker(device_, 1).value();
  EXPECT_EQ(device_.outlet(2).value(), kOff);
  device_.SetLoad(1, 100).value();
  ResetBreaker(device_, 1).value();

  EXPECT_EQ(device_.outlet(2).value(), kOn);
}

TEST_F(BreakersTripTest, ALowVoltageRaisesTheCurrentUntilABankTrips) {
  SetBreakersTrip(device_, true);
  device_.SetLoad(1, 1500).value();

  SetVoltage(device_, 1, 1, 140).value();

  EXPECT_THAT(States(device_), ElementsAre(kOff, kOff, kOn, kOn));
}

class RestartCardTest : public ::testing::Test {
 protected:
  RestartCardTest() {
    device_.SetCardListener([this](bool is_up) { heard_.push_back(is_up); });
  }

  std::vector<bool> heard_;
  ManualClock clock_;
  Device device_{Share(SampleSpec()), clock_};
};

TEST_F(RestartCardTest, UptimeCountsFromWhenTheCardIsUpAgain) {
  clock_.Advance(hours(1));

  RestartCard(device_, seconds(30));
  clock_.Advance(seconds(20));
  EXPECT_EQ(device_.uptime(), seconds(0));
  clock_.Advance(seconds(15));

  EXPECT_EQ(device_.uptime(), seconds(5));
}

TEST_F(RestartCardTest, TheListenerHearsOfTheEndWhenItIsDue) {
  RestartCard(device_, seconds(30));
  EXPECT_THAT(heard_, ElementsAre(false));
  EXPECT_THAT(device_.next_due(), Optional(clock_.Now() + seconds(30)));

  clock_.Advance(seconds(30));

  EXPECT_THAT(heard_, ElementsAre(false, true));
}

TEST_F(RestartCardTest, TheListenerHearsOfARestartThatTakesNoTime) {
  RestartCard(device_, seconds(0));

  EXPECT_THAT(heard_, ElementsAre(true));
}

TEST_F(RestartCardTest, OutletsAndTheirEnergyGoOn) {
  device_.SetOutlet(2, kOff).value();
  device_.SetLoad(1, 100).value();

  RestartCard(device_, hours(1));
  clock_.Advance(hours(2));

  EXPECT_THAT(States(device_), ElementsAre(kOn, kOff, kOn, kOn));
  EXPECT_DOUBLE_EQ(Read(device_, Scope::kOutlet, 0, Quantity::kEnergy), 200);
}

TEST_F(RestartCardTest, WhatIsPendingOrQueuedIsForgotten) {
  device_.Command(1, OutletCommand::kDelayedOff).value();
  device_.Command(2, OutletCommand::kQueueOff).value();

  RestartCard(device_, seconds(0));
  device_.Apply([](Edit& edit) {
    CommitQueue(edit);
    return true;
  });
  clock_.Advance(seconds(100));

  EXPECT_THAT(States(device_), ElementsAre(kOn, kOn, kOn, kOn));
}

TEST_F(RestartCardTest, MeanwhileCommandsAreRefused) {
  RestartCard(device_, seconds(30));

  EXPECT_EQ(device_.Command(1, OutletCommand::kOff).error().message,
            "the PDU is restarting");
  EXPECT_EQ(device_.CommandAll(OutletCommand::kOff).error().message,
            "the PDU is restarting");
  clock_.Advance(seconds(30));
  EXPECT_TRUE(device_.Command(1, OutletCommand::kOff).ok());
}

TEST_F(RestartCardTest, WithoutPowerNothingRestarts) {
  device_.Unplug();
  heard_.clear();

  RestartCard(device_, seconds(30));

  EXPECT_EQ(device_.next_due(), std::nullopt);
  clock_.Advance(seconds(30));
  EXPECT_THAT(heard_, IsEmpty());
}

TEST_F(RestartCardTest, ALossOfPowerEndsIt) {
  RestartCard(device_, seconds(30));
  device_.Unplug();
  EXPECT_EQ(device_.next_due(), std::nullopt);
  device_.Plug();

  EXPECT_THAT(heard_, ElementsAre(false, true));
  clock_.Advance(seconds(30));
  EXPECT_THAT(heard_, ElementsAre(false, true));
}

// Outlets on L1, L2, L3 and between L1 and L2, at 200 V from line to neutral.
DeviceSpec ThreePhaseSpec() {
  DeviceSpec spec = SampleSpec();
  spec.banks.clear();
  spec.inlets = {{1, 200 * std::sqrt(3.0), 50, 16}};
  spec.phases = {{1, 1, 200, 16}, {2, 1, 200, 16}, {3, 1, 200, 16}};
  spec.outlets[1].wiring = Wiring::kL2;
  spec.outlets[2].wiring = Wiring::kL3;
  spec.outlets[3].wiring = Wiring::kL1L2;
  for (OutletSpec& outlet : spec.outlets) {
    outlet.bank = 0;
    outlet.config.on_delay = 0;
  }
  return spec;
}

class PhaseTest : public ::testing::Test {
 protected:
  double Volts(Scope scope, int row) {
    return Read(device_, scope, row, Quantity::kVoltage);
  }
  double LineToLine(int phase_row) {
    return device_.Read([&](const DeviceState& state) {
      return std::get<double>(PhaseToPhaseVoltage(state, phase_row));
    });
  }

  ManualClock clock_;
  Device device_{Share(ThreePhaseSpec()), clock_};
};

class Causes : public DeviceObserver {
 public:
  void OnOutletEvent(const OutletEvent& event) override {
    heard_.emplace_back(event.outlet, event.cause);
  }
  const std::vector<std::pair<int, OutletCause>>& heard() const {
    return heard_;
  }

 private:
  std::vector<std::pair<int, OutletCause>> heard_;
};

TEST_F(PhaseTest, WithoutAPhaseItsOutletsAreDeadAndOthersGoOn) {
  Causes causes;
  device_.AddObserver(&causes);

  SetVoltage(device_, 1, 2, 0).value();

  EXPECT_THAT(States(device_), ElementsAre(kOn, kOff, kOn, kOff));
  EXPECT_THAT(causes.heard(), ElementsAre(std::pair(2, OutletCause::kMains),
                                          std::pair(4, OutletCause::kMains)));
}

TEST_F(PhaseTest, WithoutAPhaseItsMetersReadNothing) {
  device_.SetLoad(2, 100).value();
  device_.SetLoad(3, 100).value();

  SetVoltage(device_, 1, 2, 0).value();

  EXPECT_EQ(Volts(Scope::kPhase, 1), 0);
  EXPECT_EQ(Volts(Scope::kOutlet, 1), 0);
  EXPECT_EQ(Volts(Scope::kOutlet, 3), 0);
  EXPECT_EQ(Read(device_, Scope::kPhase, 1, Quantity::kFrequency), 0);
  EXPECT_EQ(Read(device_, Scope::kPhase, 1, Quantity::kCurrent), 0);
  EXPECT_EQ(Volts(Scope::kPhase, 2), 200);
  EXPECT_EQ(Read(device_, Scope::kPhase, 2, Quantity::kCurrent), 0.5);
  EXPECT_EQ(Read(device_, Scope::kUnit, 0, Quantity::kActivePower), 100);
}

TEST_F(PhaseTest, BetweenLinesThereIsAsMuchAsTheLowerOneGives) {
  SetVoltage(device_, 1, 2, 100).value();

  EXPECT_NEAR(Volts(Scope::kOutlet, 3), 100 * std::sqrt(3.0), 1e-9);
  EXPECT_NEAR(LineToLine(0), 100 * std::sqrt(3.0), 1e-9);
  EXPECT_NEAR(LineToLine(1), 100 * std::sqrt(3.0), 1e-9);
  EXPECT_NEAR(LineToLine(2), 200 * std::sqrt(3.0), 1e-9);
}

TEST_F(PhaseTest, AnInletShowsTheMeanOfItsLines) {
  SetVoltage(device_, 1, 1, 140).value();

  EXPECT_NEAR(Volts(Scope::kInlet, 0), 180 * std::sqrt(3.0), 1e-9);
  EXPECT_NEAR(Volts(Scope::kUnit, 0), 180 * std::sqrt(3.0), 1e-9);
}

TEST_F(PhaseTest, LoadsKeepTheirWattsAtALowVoltage) {
  device_.SetLoad(1, 200).value();

  SetVoltage(device_, 1, 1, 100).value();

  EXPECT_EQ(Read(device_, Scope::kOutlet, 0, Quantity::kActivePower), 200);
  EXPECT_EQ(Read(device_, Scope::kOutlet, 0, Quantity::kCurrent), 2);
}

TEST_F(PhaseTest, RestoredItFeedsWhatIsSwitchedOnByThen) {
  SetVoltage(device_, 1, 2, 0).value();
  device_.Command(4, OutletCommand::kOff).value();

  RestorePhase(device_, 1, 2).value();

  EXPECT_THAT(States(device_), ElementsAre(kOn, kOn, kOn, kOff));
  EXPECT_EQ(Volts(Scope::kPhase, 1), 200);
}

TEST_F(PhaseTest, EnergyIsCountedOnlyWhileThereIsVoltage) {
  device_.SetLoad(2, 100).value();
  clock_.Advance(hours(1));
  SetVoltage(device_, 1, 2, 0).value();
  clock_.Advance(hours(1));
  RestorePhase(device_, 1, 2).value();
  clock_.Advance(hours(1));

  EXPECT_DOUBLE_EQ(Read(device_, Scope::kPhase, 1, Quantity::kEnergy), 200);
}

TEST_F(PhaseTest, TheCardGoesOnWithTheLastPhase) {
  clock_.Advance(hours(1));

  SetVoltage(device_, 1, 1, 0).value();
  SetVoltage(device_, 1, 2, 0).value();

  EXPECT_EQ(device_.uptime(), hours(1));
  EXPECT_TRUE(device_.Command(3, OutletCommand::kOff).ok());
}

TEST_F(PhaseTest, WithoutAnyPhaseTheCardIsDownAndStartsWithTheFirst) {
  std::vector<bool> heard;
  device_.SetCardListener([&](bool is_up) { heard.push_back(is_up); });
  device_.Command(3, OutletCommand::kDelayedOff).value();
  SetVoltage(device_, 1, 1, 0).value();
  SetVoltage(device_, 1, 2, 0).value();
  EXPECT_THAT(heard, IsEmpty());

  SetVoltage(device_, 1, 3, 0).value();
  EXPECT_THAT(heard, ElementsAre(false));
  EXPECT_EQ(device_.next_due(), std::nullopt);
  EXPECT_EQ(device_.Command(3, OutletCommand::kOn).error().message,
            "the PDU has no power");

  RestorePhase(device_, 1, 3).value();
  EXPECT_THAT(heard, ElementsAre(false, true));
  EXPECT_THAT(States(device_), ElementsAre(kOff, kOff, kOn, kOff));
}

TEST_F(PhaseTest, APhaseThatIsNotThereIsAnError) {
  EXPECT_EQ(SetVoltage(device_, 1, 4, 0).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(RestorePhase(device_, 2, 1).error().kind, ErrorKind::kNotFound);
}

TEST_F(PhaseTest, NegativeAndUndefinedVoltagesAreRefused) {
  EXPECT_EQ(SetVoltage(device_, 1, 1, -1).error().kind,
            ErrorKind::kInvalidArgument);
  EXPECT_EQ(SetVoltage(device_, 1, 1, std::nan("")).error().kind,
            ErrorKind::kInvalidArgument);
  EXPECT_EQ(Volts(Scope::kPhase, 0), 200);
}

TEST(TwoInletsTest, WhatTheSecondInletFeedsOutlivesTheCard) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.inlets.push_back({2, 200, 50, 16});
  spec.phases.push_back({1, 2, 200, 16});
  spec.banks.clear();
  for (OutletSpec& outlet : spec.outlets) {
    outlet.inlet = outlet.bank;
    outlet.bank = 0;
  }
  Device device(Share(spec), clock);

  SetVoltage(device, 1, 1, 0).value();
  EXPECT_THAT(States(device), ElementsAre(kOff, kOff, kOn, kOn));
  EXPECT_EQ(device.uptime(), seconds(0));
  RestorePhase(device, 1, 1).value();

  // They wait for their on delays, as after any loss of power.
  EXPECT_THAT(States(device), ElementsAre(kOff, kOff, kOn, kOn));
  clock.Advance(seconds(100));
  EXPECT_THAT(States(device), ElementsAre(kOn, kOn, kOn, kOn));
}

}  // namespace
}  // namespace pdukit::fake_pdu
