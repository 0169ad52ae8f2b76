// Every command of the power client against fakes of every family, with every
// way to speak to them.

#include <algorithm>
#include <chrono>
#include <string>
#include <tuple>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "client/snmp_power_client.h"
#include "fake_pdu/fake_pdu.h"
#include "tests/end_to_end/credentials.h"

namespace pdukit {
namespace {

using client::PowerReading;
using client::PowerState;
using client::SnmpPdu;
using client::SnmpPowerClient;
using fake_pdu::FakePdu;
using fake_pdu::OutletState;
using std::chrono::seconds;
using ::testing::Each;
using ::testing::Field;
using ::testing::SizeIs;

// Model and credentials.
using Param = std::tuple<std::string, Credentials>;

class SwitchingTest : public ::testing::TestWithParam<Param> {
 protected:
  ManualClock clock_;
  FakePdu fake_ = FakePdu::Start(FakeOptions(std::get<0>(GetParam()),
                                             std::get<1>(GetParam()), clock_))
                      .value();
  SnmpPdu pdu_ = SnmpPdu::Open(fake_.address(),
                               ClientOptions(std::get<1>(GetParam()), clock_))
                     .value();
  SnmpPowerClient outlet_ = pdu_.outlet(3).value();
};

TEST_P(SwitchingTest, OffSwitchesThisOutletAlone) {
  Result<void> off = outlet_.Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOff);
  EXPECT_EQ(fake_.outlet(2).state(), OutletState::kOn);
  EXPECT_EQ(fake_.outlet(4).state(), OutletState::kOn);
}

TEST_P(SwitchingTest, OnSwitchesItOnAgain) {
  fake_.outlet(3).Command(fake_pdu::OutletCommand::kOff).value();

  Result<void> on = outlet_.On();

  EXPECT_TRUE(on.ok()) << on;
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOn);
}

TEST_P(SwitchingTest, CycleKeepsItOffForTheWait) {
  const Clock::TimePoint start = clock_.Now();

  Result<void> cycle = outlet_.Cycle(seconds(10));

  EXPECT_TRUE(cycle.ok()) << cycle;
  EXPECT_GE(clock_.Now() - start, seconds(10));
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOn);
}

TEST_P(SwitchingTest, RebootReturnsWhenTheOutletIsOnAgain) {
  const Clock::TimePoint start = clock_.Now();

  Result<void> reboot = outlet_.Reboot();

  EXPECT_TRUE(reboot.ok()) << reboot;
  EXPECT_GE(clock_.Now() - start, seconds(5));
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOn);
}

TEST_P(SwitchingTest, StatusShowsWhatSomebodyElseSwitched) {
  fake_.outlet(3).Command(fake_pdu::OutletCommand::kOff).value();

  Result<PowerState> status = outlet_.Status();

  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(*status, PowerState::kOff);
}

TEST_P(SwitchingTest, ReadMetersTheLoad) {
  fake_.outlet(3).SetLoadWatts(460).value();

  Result<PowerReading> reading = outlet_.Read();

  ASSERT_TRUE(reading.ok()) << reading;
  ASSERT_TRUE(reading->current.has_value());
  EXPECT_GT(reading->current->value, 1.5);
}

TEST_P(SwitchingTest, ListShowsEveryOutlet) {
  Result<std::vector<client::OutletInfo>> outlets = pdu_.outlets();

  ASSERT_TRUE(outlets.ok()) << outlets;
  EXPECT_THAT(*outlets, SizeIs(fake_.outlet_numbers().size()));
  EXPECT_THAT(*outlets,
              Each(Field(&client::OutletInfo::state, PowerState::kOn)));
}

TEST_P(SwitchingTest, ListShowsTheNames) {
  fake_.outlet(3).SetName("web-1");

  Result<std::vector<client::OutletInfo>> outlets = pdu_.outlets();

  ASSERT_TRUE(outlets.ok()) << outlets;
  EXPECT_EQ(outlets->at(2).name, "web-1");
}

INSTANTIATE_TEST_SUITE_P(
    EveryWay, SwitchingTest,
    ::testing::Combine(::testing::Values("AP7900", "PX3-5493U"),
                       ::testing::ValuesIn(AllCredentials())),
    [](const ::testing::TestParamInfo<Param>& test) {
      std::string name = std::get<0>(test.param);
      name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
      return name + std::get<1>(test.param).Name();
    });

}  // namespace
}  // namespace pdukit
