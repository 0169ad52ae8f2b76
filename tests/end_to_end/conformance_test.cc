// What the power client promises of every model there is: each half knows the
// vendors' MIBs on its own, so that they agree only where both are right.

#include <algorithm>
#include <cctype>
#include <chrono>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "client/snmp_power_client.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit {
namespace {

using client::OutletInfo;
using client::PowerReading;
using client::PowerState;
using client::SnmpPdu;
using client::SnmpPowerClient;
using fake_pdu::FakePdu;
using fake_pdu::ModelInfo;
using fake_pdu::OutletState;
using std::chrono::seconds;
using ::testing::AnyOf;
using ::testing::Each;
using ::testing::Field;

std::vector<std::string> Models(bool switched) {
  std::vector<std::string> names;
  for (const ModelInfo& model : FakePdu::Models()) {
    if (model.switched == switched) {
      names.push_back(model.model);
    }
  }
  return names;
}

std::string TestName(const ::testing::TestParamInfo<std::string>& test) {
  std::string name = test.param;
  std::replace_if(
      name.begin(), name.end(),
      [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

FakePdu::Options FakeOptions(const std::string& model, Clock& clock) {
  FakePdu::Options options;
  options.model = model;
  options.clock = &clock;
  return options;
}

SnmpPdu::Options ClientOptions(Clock& clock) {
  SnmpPdu::Options options;
  options.clock = &clock;
  options.deadline = seconds(60);
  return options;
}

// Every outlet is on, and the second one, or the only one, is what is tried.
class ConformanceTest : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    for (const int number : fake_.outlet_numbers()) {
      fake_.outlet(number).Switch(OutletState::kOn);
    }
    Result<SnmpPdu> pdu = SnmpPdu::Open(fake_.address(), ClientOptions(clock_));
    ASSERT_TRUE(pdu.ok()) << pdu.error();
    pdu_.push_back(*std::move(pdu));
    Result<std::vector<OutletInfo>> outlets = pdu_.front().outlets();
    ASSERT_TRUE(outlets.ok()) << outlets.error();
    ASSERT_FALSE(outlets->empty());
    outlets_ = *std::move(outlets);
    at_ = outlets_.size() > 1 ? 1 : 0;
  }

  SnmpPowerClient Outlet() {
    return pdu_.front().outlet(outlets_[at_].number).value();
  }

  int FakeNumber(std::size_t at) { return fake_.outlet_numbers().at(at); }

  OutletState StateOf(std::size_t at) {
    return fake_.outlet(FakeNumber(at)).state();
  }

  ManualClock clock_;
  FakePdu fake_ = FakePdu::Start(FakeOptions(GetParam(), clock_)).value();
  std::vector<SnmpPdu> pdu_;
  std::vector<OutletInfo> outlets_;
  std::size_t at_ = 0;
};

TEST_P(ConformanceTest, FamilyIsRecognised) {
  EXPECT_EQ(pdu_.front().family(), fake_.model().family)
      << pdu_.front().family_reason();
}

TEST_P(ConformanceTest, EveryOutletIsListedAndOn) {
  EXPECT_EQ(outlets_.size(), fake_.outlet_numbers().size());
  EXPECT_THAT(outlets_, Each(Field(&OutletInfo::state, PowerState::kOn)));
}

TEST_P(ConformanceTest, OffSwitchesOneOutletAlone) {
  const Result<void> off = Outlet().Off();

  EXPECT_TRUE(off.ok()) << off;
  for (std::size_t at = 0; at < outlets_.size(); ++at) {
    EXPECT_EQ(StateOf(at), at == at_ ? OutletState::kOff : OutletState::kOn)
        << "outlet " << FakeNumber(at);
  }
}

TEST_P(ConformanceTest, OnSwitchesItOnAgain) {
  fake_.outlet(FakeNumber(at_)).Switch(OutletState::kOff);

  const Result<void> on = Outlet().On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_EQ(StateOf(at_), OutletState::kOn);
}

TEST_P(ConformanceTest, StatusShowsWhatSomebodySwitchedAtTheRack) {
  fake_.outlet(FakeNumber(at_)).Switch(OutletState::kOff);

  const Result<PowerState> status = Outlet().Status();

  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(*status, PowerState::kOff);
}

TEST_P(ConformanceTest, CycleEndsWithTheOutletOn) {
  const Clock::TimePoint start = clock_.Now();

  const Result<void> cycle = Outlet().Cycle(seconds(30));

  EXPECT_TRUE(cycle.ok()) << cycle;
  EXPECT_GE(clock_.Now() - start, seconds(30));
  EXPECT_EQ(StateOf(at_), OutletState::kOn);
}

TEST_P(ConformanceTest, RebootEndsWithTheOutletOnOrIsNotThere) {
  const Result<void> reboot = Outlet().Reboot();

  if (!reboot.ok()) {
    EXPECT_EQ(reboot.error().kind, ErrorKind::kUnsupported) << reboot;
  }
  EXPECT_EQ(StateOf(at_), OutletState::kOn);
}

TEST_P(ConformanceTest, MeterOfTheOutletShowsItsLoad) {
  fake_.outlet(FakeNumber(at_)).SetLoadWatts(460).value();

  const Result<PowerReading> reading = Outlet().Read();

  ASSERT_TRUE(reading.ok()) << reading;
  if (fake_.model().metered == fake_pdu::Metering::kOutlet &&
      reading->current.has_value()) {
    EXPECT_GT(reading->current->value, 1.0);
    EXPECT_LT(reading->current->value, 5.0);
  }
}

INSTANTIATE_TEST_SUITE_P(EverySwitchedModel, ConformanceTest,
                         ::testing::ValuesIn(Models(true)), TestName);

class UnswitchedTest : public ::testing::TestWithParam<std::string> {};

TEST_P(UnswitchedTest, NothingIsSaidToBeSwitched) {
  ManualClock clock;
  FakePdu fake = FakePdu::Start(FakeOptions(GetParam(), clock)).value();
  const Result<SnmpPdu> pdu =
      SnmpPdu::Open(fake.address(), ClientOptions(clock));
  if (!pdu.ok()) {
    // Agents that serve no outlet at all.
    EXPECT_THAT(pdu.error().kind,
                AnyOf(ErrorKind::kNoSuchObject, ErrorKind::kUnsupported))
        << pdu.error();
    return;
  }

  const Result<SnmpPowerClient> outlet = pdu->outlet(1);

  EXPECT_TRUE(!outlet.ok() || !SnmpPowerClient(*outlet).Off().ok());
}

INSTANTIATE_TEST_SUITE_P(EveryUnswitchedModel, UnswitchedTest,
                         ::testing::ValuesIn(Models(false)), TestName);

}  // namespace
}  // namespace pdukit
