// A lab of many fakes, driven as one: by its lab file.

#include "client/lab.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/fleet.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit {
namespace {

using client::FleetCommand;
using client::FleetOptions;
using client::FleetOutcome;
using client::Lab;
using client::PowerState;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::OutletState;
using ::testing::Each;
using ::testing::Field;
using ::testing::Optional;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr int kPdus = 20;
constexpr int kOutlets = 8;  // Of an AP7900.
constexpr std::size_t kMachines = std::size_t{kPdus} * kOutlets;

// Twenty PDUs, each with eight machines: "m-0-1" to "m-19-8".
class LabTest : public ::testing::Test {
 protected:
  LabTest() {
    std::string pdus = "pdus:\n";
    std::string machines = "machines:\n";
    for (int pdu = 0; pdu < kPdus; ++pdu) {
      fakes_.push_back(FakePdu::Start("AP7900").value());
      const std::string number = std::to_string(pdu);
      pdus +=
          "  rack" + number + ": {host: '" + fakes_.back().address() + "'}\n";
      for (int outlet = 1; outlet <= kOutlets; ++outlet) {
        const std::string plug = std::to_string(outlet);
        machines += "  m-" + number + "-" + plug + ": rack" + number + " " +
                    plug + "\n";
      }
    }
    file_ = pdus + machines;
  }

  std::vector<FleetOutcome> Run(FleetCommand command) {
    const Lab lab = Lab::Parse("lab.yaml", file_, lab_options_).value();
    return RunFleet(lab.fleet(lab.machines()).value(), command, options_);
  }

  // Of all fakes.
  std::vector<OutletState> States() const {
    std::vector<OutletState> states;
    for (const FakePdu& fake : fakes_) {
      for (const int number : fake.outlet_numbers()) {
        states.push_back(fake.outlet(number).state());
      }
    }
    return states;
  }

  std::vector<FakePdu> fakes_;
  std::string file_;
  Lab::Options lab_options_;
  FleetOptions options_;
};

TEST_F(LabTest, EveryMachineIsSwitched) {
  const std::vector<FleetOutcome> off = Run(FleetCommand::kOff);

  EXPECT_THAT(off, SizeIs(kMachines));
  EXPECT_THAT(off, Each(Field(&FleetOutcome::state, PowerState::kOff)));
  EXPECT_THAT(States(), Each(OutletState::kOff));

  const std::vector<FleetOutcome> on = Run(FleetCommand::kOn);

  EXPECT_THAT(on, Each(Field(&FleetOutcome::state, PowerState::kOn)));
  EXPECT_THAT(States(), Each(OutletState::kOn));
}

TEST_F(LabTest, EveryMachineTellsItsState) {
  fakes_[7].outlet(3).Command(fake_pdu::OutletCommand::kOff).value();

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kStatus);

  EXPECT_EQ(outcomes[7 * kOutlets + 2].state, PowerState::kOff);
  EXPECT_EQ(std::count_if(outcomes.begin(), outcomes.end(),
                          [](const FleetOutcome& outcome) {
                            return outcome.state == PowerState::kOn;
                          }),
            kMachines - 1);
}

// The mute PDU comes first, and answers once all others are through: they would
// never be if they waited for it.
TEST_F(LabTest, AMutePduHoldsUpNoOther) {
  lab_options_.pdu.timeout = std::chrono::milliseconds(100);
  lab_options_.pdu.retries = 250;
  fakes_.front().Inject(Fault::Mute());
  std::vector<std::string> through;
  options_.on_done = [&](const FleetOutcome& outcome) {
    through.push_back(outcome.machine);
    if (through.size() == kMachines - kOutlets) {
      fakes_.front().ClearFaults();
    }
  };

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOff);

  ASSERT_THAT(through, SizeIs(kMachines));
  EXPECT_THAT(std::vector(through.end() - kOutlets, through.end()),
              Each(StartsWith("m-0-")));
  EXPECT_THAT(outcomes, Each(Field(&FleetOutcome::state, PowerState::kOff)));
}

TEST_F(LabTest, ADeadPduFailsForItsMachinesAlone) {
  lab_options_.pdu.timeout = std::chrono::milliseconds(100);
  lab_options_.pdu.retries = 0;
  fakes_.front().Unplug();

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOff);

  const auto others = outcomes.begin() + kOutlets;
  EXPECT_THAT(
      std::vector(outcomes.begin(), others),
      Each(Field(&FleetOutcome::error,
                 Optional(Field(&Error::host, fakes_.front().address())))));
  EXPECT_THAT(std::vector(others, outcomes.end()),
              Each(Field(&FleetOutcome::state, PowerState::kOff)));
}

TEST(MachineWithTwoSuppliesTest, IsOnAsLongAsOneSupplyIs) {
  const FakePdu a = FakePdu::Start("AP7900").value();
  const FakePdu b = FakePdu::Start("PX3-5190R").value();
  const Lab lab = Lab::Parse("lab.yaml",
                             "pdus:\n"
                             "  a: {host: '" +
                                 a.address() +
                                 "'}\n"
                                 "  b: {host: '" +
                                 b.address() +
                                 "'}\n"
                                 "machines:\n"
                                 "  db-3: [a 3, b 3]\n",
                             {})
                      .value();
  const auto machine = lab.machine("db-3").value();

  a.outlet(3).Command(fake_pdu::OutletCommand::kOff).value();
  EXPECT_EQ(machine->Status().value(), PowerState::kOn);

  machine->Off().value();
  EXPECT_EQ(machine->Status().value(), PowerState::kOff);
  EXPECT_EQ(b.outlet(3).state(), OutletState::kOff);
}

}  // namespace
}  // namespace pdukit
