#include "client/cli/verbs.h"

#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/testing/mock_power_client.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::NiceMock;
using ::testing::Return;

class VerbsTest : public ::testing::Test {
 protected:
  VerbsTest() {
    auto power = std::make_unique<NiceMock<MockPowerClient>>();
    power_ = power.get();
    target_.export_name = "web";
    target_.power = std::move(power);
    context_.pause = [this](Clock::Duration duration) {
      clock_.SleepFor(duration);
      return --pauses_ >= 0;
    };
  }

  void Meter(double voltage) {
    PowerReading reading;
    reading.voltage = Measurement{voltage, "method read"};
    power_->set_reading(reading);
  }

  Result<Outcome> RunVerb(Verb verb) {
    line_.verb = verb;
    return client::RunVerb(line_, target_, context_);
  }

  ManualClock clock_;
  std::ostringstream out_;
  std::ostringstream err_;
  // How often an endless read goes on.
  int pauses_ = 0;
  Context context_{.out = out_, .err = err_, .clock = clock_};
  CommandLine line_;
  Target target_;
  NiceMock<MockPowerClient>* power_ = nullptr;
};

TEST_F(VerbsTest, OnSwitchesAndSaysSo) {
  EXPECT_TRUE(RunVerb(Verb::kOn).ok());

  EXPECT_EQ(power_->state(), PowerState::kOn);
  EXPECT_EQ(out_.str(), "on\n");
  EXPECT_EQ(err_.str(), "");
}

TEST_F(VerbsTest, OffSwitchesAndSaysSo) {
  power_->set_state(PowerState::kOn);

  EXPECT_TRUE(RunVerb(Verb::kOff).ok());

  EXPECT_EQ(power_->state(), PowerState::kOff);
  EXPECT_EQ(out_.str(), "off\n");
}

TEST_F(VerbsTest, CyclePassesTheWaitOn) {
  line_.wait = std::chrono::milliseconds(2500);
  EXPECT_CALL(*power_, Cycle(std::chrono::milliseconds(2500)));

  EXPECT_TRUE(RunVerb(Verb::kCycle).ok());

  EXPECT_EQ(out_.str(), "on\n");
}

TEST_F(VerbsTest, FailureAnswersNothing) {
  const Error error{ErrorKind::kVerificationFailed, "it shows on, not off"};
  ON_CALL(*power_, Off).WillByDefault(Return(Result<void>(error)));

  EXPECT_EQ(RunVerb(Verb::kOff).error(), error);

  EXPECT_EQ(out_.str(), "");
}

TEST_F(VerbsTest, StatusIsOneWord) {
  power_->set_state(PowerState::kPendingOn);

  EXPECT_TRUE(RunVerb(Verb::kStatus).ok());

  EXPECT_EQ(out_.str(), "pending-on\n");
}

TEST_F(VerbsTest, StatusAsJsonIsOneObject) {
  line_.format = Format::kJson;

  EXPECT_TRUE(RunVerb(Verb::kStatus).ok());

  EXPECT_THAT(out_.str(), HasSubstr(R"({"export":"web","host":null)"));
  EXPECT_THAT(out_.str(), HasSubstr(R"("state":"off"})"));
}

TEST_F(VerbsTest, ReadPrintsALine) {
  Meter(230);

  EXPECT_TRUE(RunVerb(Verb::kRead).ok());

  EXPECT_EQ(out_.str(), "voltage=230.0 V\n");
}

TEST_F(VerbsTest, CountedReadsTakeTheInterval) {
  Meter(230);
  line_.count = 3;
  line_.interval = std::chrono::seconds(7);
  const Clock::TimePoint start = clock_.Now();

  EXPECT_TRUE(RunVerb(Verb::kRead).ok());

  EXPECT_EQ(out_.str(), "voltage=230.0 V\nvoltage=230.0 V\nvoltage=230.0 V\n");
  EXPECT_EQ(clock_.Now() - start, std::chrono::seconds(14));
}

TEST_F(VerbsTest, CsvHasOneHeaderAndARowForEachReading) {
  Meter(230);
  line_.count = 2;
  line_.format = Format::kCsv;

  EXPECT_TRUE(RunVerb(Verb::kRead).ok());

  EXPECT_THAT(out_.str(),
              MatchesRegex("time,export,host,[^\n]*\n"
                           "[^\n]*,web,,,,230,method read,[^\n]*\n"
                           "[^\n]*,web,,,,230,method read,[^\n]*\n"));
}

TEST_F(VerbsTest, PrometheusIsAScrape) {
  Meter(230);
  line_.format = Format::kPrometheus;

  EXPECT_TRUE(RunVerb(Verb::kRead).ok());

  EXPECT_THAT(out_.str(),
              HasSubstr("\npdu_outlet_voltage_volts{export=\"web\",source="
                        "\"method read\"} 230\n"));
}

TEST_F(VerbsTest, TimeOfAReadingCountsIntoTheInterval) {
  line_.count = 2;
  line_.interval = std::chrono::seconds(7);
  const Clock::TimePoint start = clock_.Now();
  ON_CALL(*power_, Read).WillByDefault([this] {
    clock_.Advance(std::chrono::seconds(3));
    PowerReading reading;
    reading.voltage = Measurement{230, ""};
    return Result<PowerReading>(reading);
  });

  EXPECT_TRUE(RunVerb(Verb::kRead).ok());

  EXPECT_EQ(clock_.Now() - start, std::chrono::seconds(10));
}

TEST_F(VerbsTest, EndlessReadEndsCleanlyWhenTheUserEndsIt) {
  Meter(230);
  line_.count = 0;
  pauses_ = 2;

  EXPECT_TRUE(RunVerb(Verb::kRead).ok());

  EXPECT_EQ(out_.str(), "voltage=230.0 V\nvoltage=230.0 V\n");
}

TEST_F(VerbsTest, CountedReadsAsJsonAreOneObjectPerLine) {
  Meter(230);
  line_.count = 2;
  line_.format = Format::kJson;

  EXPECT_TRUE(RunVerb(Verb::kRead).ok());

  EXPECT_THAT(out_.str(),
              ::testing::MatchesRegex("\\{[^\n]*\\}\n\\{[^\n]*\\}\n"));
}

TEST_F(VerbsTest, ReadWithoutAMeterFails) {
  EXPECT_EQ(RunVerb(Verb::kRead).error().kind, ErrorKind::kUnsupported);

  EXPECT_EQ(out_.str(), "");
}

TEST_F(VerbsTest, ListOfWhatIsNoPduIsOneRow) {
  EXPECT_TRUE(RunVerb(Verb::kList).ok());

  EXPECT_EQ(out_.str(), "web  off\n");
}

TEST_F(VerbsTest, AnswerThatCannotBeWrittenIsAnError) {
  out_.setstate(std::ios::badbit);

  EXPECT_EQ(RunVerb(Verb::kOn).error().kind, ErrorKind::kSystem);
}

TEST_F(VerbsTest, PlacesAreThoseOfAPdu) {
  line_.of = CommandLine::Of{};

  const Result<Outcome> read = RunVerb(Verb::kRead);

  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(read.error().Text(), HasSubstr("no PDU, which --of reads"));
}

TEST_F(VerbsTest, OnlyAnOutletOfAPduIsLocked) {
  EXPECT_EQ(RunVerb(Verb::kLock).error().kind, ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace pdukit::client
