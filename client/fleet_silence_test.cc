// A device that goes away in the middle of a run.

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/fleet.h"
#include "client/testing/mock_power_client.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::NiceMock;
using ::testing::Return;
using Mock = NiceMock<MockPowerClient>;

class FleetSilenceTest : public ::testing::Test {
 protected:
  FleetSilenceTest() {
    options_.clock = &clock_;
    silence_.outlet = "1";
  }

  // A machine of one supply on `pdu`, which the run will own.
  Mock& Add(const std::string& machine, const std::string& pdu) {
    auto owned = std::make_shared<std::unique_ptr<Mock>>(new Mock);
    machines_.push_back(
        {machine, {{pdu + " 1", pdu, [owned] {
                      return Result<std::unique_ptr<PowerClient>>(
                          std::move(*owned));
                    }}}});
    return **owned;
  }

  std::vector<FleetOutcome> Run(FleetCommand command) {
    return RunFleet(machines_, command, options_);
  }

  ManualClock clock_;
  FleetOptions options_;
  Error silence_{ErrorKind::kTimeout, "no answer to 4 tries of 1 s each",
                 "is it there?", "10.0.0.7"};
  std::vector<FleetMachine> machines_;
};

TEST_F(FleetSilenceTest, CostsOneDeadlineForAllItsMachines) {
  EXPECT_CALL(Add("web-1", "rack4"), Off).WillOnce(Return(silence_));
  EXPECT_CALL(Add("web-2", "rack4"), Off).Times(0);
  EXPECT_CALL(Add("web-3", "rack4"), Off).Times(0);

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kOff);

  EXPECT_EQ(outcomes[2].error->kind, ErrorKind::kTimeout);
  EXPECT_EQ(outcomes[2].error->Text(),
            "10.0.0.7: not tried, since it did not answer for outlet 1: no "
            "answer to 4 tries of 1 s each; is it there?");
}

TEST_F(FleetSilenceTest, ClosedPortIsSilenceToo) {
  silence_.kind = ErrorKind::kUnreachable;
  EXPECT_CALL(Add("web-1", "rack4"), Status)
      .WillOnce(Return(Result<PowerState>(silence_)));
  EXPECT_CALL(Add("web-2", "rack4"), Status).Times(0);

  EXPECT_EQ(Run(FleetCommand::kStatus)[1].error->kind, ErrorKind::kUnreachable);
}

TEST_F(FleetSilenceTest, IsOfThatDeviceAlone) {
  EXPECT_CALL(Add("web-1", "rack4"), Off).WillOnce(Return(silence_));
  EXPECT_CALL(Add("web-2", "rack5"), Off);

  EXPECT_TRUE(Run(FleetCommand::kOff)[1].ok());
}

TEST_F(FleetSilenceTest, RefusalIsNone) {
  EXPECT_CALL(Add("web-1", "rack4"), Off)
      .WillOnce(Return(Error{ErrorKind::kRefusedByDevice, "genErr"}));
  EXPECT_CALL(Add("web-2", "rack4"), Off);

  EXPECT_TRUE(Run(FleetCommand::kOff)[1].ok());
}

TEST_F(FleetSilenceTest, WhatACycleSwitchedOffIsStillSwitchedOn) {
  Mock& web_1 = Add("web-1", "rack4");
  EXPECT_CALL(web_1, Off);
  EXPECT_CALL(web_1, On).WillOnce(Return(silence_));
  Mock& web_2 = Add("web-2", "rack4");
  EXPECT_CALL(web_2, Off);
  EXPECT_CALL(web_2, On).WillOnce(Return(silence_));

  const std::vector<FleetOutcome> outcomes = Run(FleetCommand::kCycle);

  EXPECT_THAT(outcomes[1].error->Text(), HasSubstr("not on again"));
}

}  // namespace
}  // namespace pdukit::client
