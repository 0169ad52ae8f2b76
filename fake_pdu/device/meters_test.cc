#include "fake_pdu/device/meters.h"

#include <chrono>
#include <cmath>

#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/device/testing/sample_spec.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

double Read(const Device& device, Scope scope, int row, Quantity quantity) {
  return device.Read([&](const DeviceState& state) {
    return Measure(state, scope, row, quantity);
  });
}

class MetersTest : public ::testing::Test {
 protected:
  double Read(Scope scope, int row, Quantity quantity) {
    return fake_pdu::Read(device_, scope, row, quantity);
  }

  ManualClock clock_;
  Device device_{Share(SampleSpec()), clock_};
};

TEST_F(MetersTest, CurrentFollowsTheLoad) {
  device_.SetLoad(1, 500).value();

  EXPECT_DOUBLE_EQ(Read(Scope::kOutlet, 0, Quantity::kCurrent), 2.5);
  EXPECT_DOUBLE_EQ(Read(Scope::kOutlet, 0, Quantity::kVoltage), 200);
  EXPECT_DOUBLE_EQ(Read(Scope::kOutlet, 0, Quantity::kActivePower), 500);
  EXPECT_DOUBLE_EQ(Read(Scope::kOutlet, 0, Quantity::kFrequency), 50);
}

TEST_F(MetersTest, OutletThatIsOffDrawsNothing) {
  device_.SetLoad(1, 500).value();

  device_.Command(1, OutletCommand::kOff).value();

  EXPECT_EQ(Read(Scope::kOutlet, 0, Quantity::kCurrent), 0);
  EXPECT_EQ(Read(Scope::kBank, 0, Quantity::kActivePower), 0);
}

TEST_F(MetersTest, LoadsAddUpToBankPhaseInletAndUnit) {
  device_.SetLoad(1, 100).value();
  device_.SetLoad(2, 200).value();
  device_.SetLoad(3, 400).value();

  EXPECT_DOUBLE_EQ(Read(Scope::kBank, 0, Quantity::kCurrent), 1.5);
  EXPECT_DOUBLE_EQ(Read(Scope::kBank, 1, Quantity::kCurrent), 2);
  EXPECT_DOUBLE_EQ(Read(Scope::kPhase, 0, Quantity::kCurrent), 3.5);
  EXPECT_DOUBLE_EQ(Read(Scope::kInlet, 0, Quantity::kActivePower), 700);
  EXPECT_DOUBLE_EQ(Read(Scope::kUnit, 0, Quantity::kActivePower), 700);
}

TEST_F(MetersTest, EnergyIsPowerOverTime) {
  device_.SetLoad(1, 120).value();

  clock_.Advance(hours(2));

  EXPECT_DOUBLE_EQ(Read(Scope::kOutlet, 0, Quantity::kEnergy), 240);
  EXPECT_DOUBLE_EQ(Read(Scope::kBank, 0, Quantity::kEnergy), 240);
  EXPECT_DOUBLE_EQ(Read(Scope::kBank, 1, Quantity::kEnergy), 0);
  EXPECT_DOUBLE_EQ(Read(Scope::kInlet, 0, Quantity::kEnergy), 240);
}

TEST_F(MetersTest, EnergyStopsAtTheMomentOfADelayedOff) {
  device_.SetLoad(1, 3600).value();
  device_.Command(1, OutletCommand::kDelayedOff).value();

  clock_.Advance(hours(1));

  // 3600 W for the one second of its off delay.
  EXPECT_DOUBLE_EQ(Read(Scope::kOutlet, 0, Quantity::kEnergy), 1);
}

TEST_F(MetersTest, EnergyCountsEachLoadForItsTime) {
  device_.SetLoad(1, 60).value();
  clock_.Advance(minutes(30));
  device_.SetLoad(1, 600).value();
  clock_.Advance(minutes(6));
  device_.Unplug();
  clock_.Advance(hours(5));

  EXPECT_DOUBLE_EQ(Read(Scope::kOutlet, 0, Quantity::kEnergy), 90);
}

TEST_F(MetersTest, UnpluggedDeviceMeasuresNothing) {
  device_.SetLoad(1, 60).value();

  device_.Unplug();

  EXPECT_EQ(Read(Scope::kInlet, 0, Quantity::kVoltage), 0);
  EXPECT_EQ(Read(Scope::kInlet, 0, Quantity::kCurrent), 0);
  EXPECT_EQ(Read(Scope::kInlet, 0, Quantity::kFrequency), 0);
}

TEST(MetersSpecTest, PowerFactorMakesApparentPower) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.outlets[0].power_factor = 0.8;
  Device device(Share(spec), clock);
  device.SetLoad(1, 400).value();
  device.SetLoad(2, 500).value();

  EXPECT_DOUBLE_EQ(Read(device, Scope::kOutlet, 0, Quantity::kApparentPower),
                   500);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kOutlet, 0, Quantity::kCurrent), 2.5);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kBank, 0, Quantity::kPowerFactor), 0.9);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kBank, 1, Quantity::kPowerFactor), 1);
}

TEST(MetersSpecTest, ThePduItselfDrawsFromItsInlet) {
  ManualClock clock;
  DeviceSpec spec = SampleSpec();
  spec.own_power = 10;
  Device device(Share(spec), clock);

  clock.Advance(hours(1));

  EXPECT_DOUBLE_EQ(Read(device, Scope::kInlet, 0, Quantity::kActivePower), 10);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kInlet, 0, Quantity::kCurrent), 0.05);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kInlet, 0, Quantity::kEnergy), 10);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kBank, 0, Quantity::kEnergy), 0);
}

DeviceSpec ThreePhaseSpec() {
  DeviceSpec spec = SampleSpec();
  spec.banks.clear();
  spec.inlets = {{1, 200 * std::sqrt(3.0), 50, 16}};
  spec.phases = {{1, 1, 200, 16}, {2, 1, 200, 16}, {3, 1, 200, 16}};
  spec.outlets[0].wiring = Wiring::kL1;
  spec.outlets[1].wiring = Wiring::kL2;
  spec.outlets[2].wiring = Wiring::kL1L2;
  spec.outlets[3].wiring = Wiring::kL3L1;
  for (OutletSpec& outlet : spec.outlets) {
    outlet.bank = 0;
  }
  return spec;
}

TEST(MetersThreePhaseTest, EachPhaseCarriesItsOwnOutlets) {
  ManualClock clock;
  Device device(Share(ThreePhaseSpec()), clock);
  device.SetLoad(1, 200).value();
  device.SetLoad(2, 600).value();

  EXPECT_DOUBLE_EQ(Read(device, Scope::kPhase, 0, Quantity::kCurrent), 1);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kPhase, 1, Quantity::kCurrent), 3);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kPhase, 2, Quantity::kCurrent), 0);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kInlet, 0, Quantity::kCurrent), 3);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kInlet, 0, Quantity::kActivePower), 800);
}

TEST(MetersThreePhaseTest, LoadBetweenTwoLinesFlowsThroughBoth) {
  ManualClock clock;
  Device device(Share(ThreePhaseSpec()), clock);
  device.SetLoad(3, 400 * std::sqrt(3.0)).value();

  EXPECT_NEAR(Read(device, Scope::kOutlet, 2, Quantity::kVoltage), 346.41,
              0.01);
  EXPECT_NEAR(Read(device, Scope::kOutlet, 2, Quantity::kCurrent), 2, 1e-9);
  EXPECT_NEAR(Read(device, Scope::kPhase, 0, Quantity::kCurrent), 2, 1e-9);
  EXPECT_NEAR(Read(device, Scope::kPhase, 1, Quantity::kCurrent), 2, 1e-9);
  EXPECT_EQ(Read(device, Scope::kPhase, 2, Quantity::kCurrent), 0);
}

TEST(MetersThreePhaseTest, CurrentsOfTwoPairsAddAsVectors) {
  ManualClock clock;
  Device device(Share(ThreePhaseSpec()), clock);
  device.SetLoad(3, 400 * std::sqrt(3.0)).value();
  device.SetLoad(4, 400 * std::sqrt(3.0)).value();

  // L1-L2 and L3-L1 meet in L1, 60 degrees apart.
  EXPECT_NEAR(Read(device, Scope::kPhase, 0, Quantity::kCurrent),
              2 * std::sqrt(3.0), 1e-9);
}

TEST(MetersThreePhaseTest, PairAndNeutralAddAsVectors) {
  ManualClock clock;
  Device device(Share(ThreePhaseSpec()), clock);
  device.SetLoad(2, 400).value();
  device.SetLoad(3, 400 * std::sqrt(3.0)).value();

  // 2 A of L2 to neutral, and 2 A of L1-L2 that return 30 degrees off.
  EXPECT_NEAR(Read(device, Scope::kPhase, 1, Quantity::kCurrent), 3.863703,
              1e-6);
}

TEST(MetersThreePhaseTest, EnergyBetweenTwoLinesIsHalvedAmongThem) {
  ManualClock clock;
  Device device(Share(ThreePhaseSpec()), clock);
  device.SetLoad(3, 100).value();

  clock.Advance(hours(1));

  EXPECT_DOUBLE_EQ(Read(device, Scope::kPhase, 0, Quantity::kEnergy), 50);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kPhase, 2, Quantity::kEnergy), 0);
  EXPECT_DOUBLE_EQ(Read(device, Scope::kInlet, 0, Quantity::kEnergy), 100);
}

class LevelTest : public ::testing::Test {
 protected:
  LevelTest() {
    DeviceSpec spec = SampleSpec();
    SetLimit(spec, Threshold::kLowerWarning, 1);
    SetLimit(spec, Threshold::kUpperWarning, 8);
    SetLimit(spec, Threshold::kUpperCritical, 10);
    device_ = std::make_unique<Device>(Share(spec), clock_);
  }

  static void SetLimit(DeviceSpec& spec, Threshold threshold, double limit) {
    spec.defaults.Set(ThresholdOf(Scope::kBank, Quantity::kCurrent,
                                  static_cast<int>(threshold)),
                      Settings::kEveryRow, limit);
  }

  Level LevelAt(double amps) {
    device_->SetLoad(1, amps * 200).value();
    return device_->Read([](const DeviceState& state) {
      return LevelOf(state, Scope::kBank, 0, Quantity::kCurrent);
    });
  }

  ManualClock clock_;
  std::unique_ptr<Device> device_;
};

TEST_F(LevelTest, ReadingIsHeldAgainstItsThresholds) {
  EXPECT_EQ(LevelAt(0.9), Level::kBelowLowerWarning);
  EXPECT_EQ(LevelAt(1), Level::kNormal);
  EXPECT_EQ(LevelAt(7.9), Level::kNormal);
  EXPECT_EQ(LevelAt(8), Level::kAboveUpperWarning);
  EXPECT_EQ(LevelAt(10), Level::kAboveUpperCritical);
}

TEST_F(LevelTest, OnlyEnabledThresholdsCount) {
  device_->Apply([](Edit& edit) {
    edit.state.settings.Set(
        EnabledThresholdsOf(Scope::kBank, Quantity::kCurrent), 0,
        std::int64_t{1 << static_cast<int>(Threshold::kUpperWarning)});
    return true;
  });

  EXPECT_EQ(LevelAt(0), Level::kNormal);
  EXPECT_EQ(LevelAt(12), Level::kAboveUpperWarning);
}

}  // namespace
}  // namespace pdukit::fake_pdu
