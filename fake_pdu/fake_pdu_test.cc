#include "fake_pdu/fake_pdu.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::seconds;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

class FakePduTest : public ::testing::Test {
 protected:
  FakePdu Start() {
    FakePdu::Options options;
    options.model = "AP7900";
    options.clock = &clock_;
    return FakePdu::Start(options).value();
  }

  ManualClock clock_;
};

TEST_F(FakePduTest, ListensOnLoopback) {
  const FakePdu pdu = Start();

  EXPECT_EQ(pdu.host(), "127.0.0.1");
  EXPECT_GT(pdu.port(), 0);
  EXPECT_EQ(pdu.address(), "127.0.0.1:" + std::to_string(pdu.port()));
}

TEST_F(FakePduTest, ListensOnIpv6WhereAsked) {
  FakePdu::Options options;
  options.model = "AP7900";
  options.listen = "[::1]:0";

  const FakePdu pdu = FakePdu::Start(options).value();

  EXPECT_THAT(pdu.address(), StartsWith("[::1]:"));
}

TEST_F(FakePduTest, EachHasItsOwnPortAndEngineId) {
  const FakePdu one = Start();
  const FakePdu other = Start();

  EXPECT_NE(one.address(), other.address());
  EXPECT_NE(one.engine_id(), other.engine_id());
}

TEST_F(FakePduTest, AnUnknownModelNamesThoseThereAre) {
  const Result<FakePdu> pdu = FakePdu::Start("AP0000");

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(pdu.error().Text(),
              AllOf(HasSubstr("AP0000"), HasSubstr("AP7900")));
}

TEST_F(FakePduTest, OutletsAreOnAtFirst) {
  const FakePdu pdu = Start();

  EXPECT_THAT(pdu.outlet_numbers(), SizeIs(8));
  EXPECT_EQ(pdu.outlet(8).state(), OutletState::kOn);
}

TEST_F(FakePduTest, ThereIsNoOutletBeyondTheLast) {
  const FakePdu pdu = Start();

  EXPECT_THROW((void)pdu.outlet(9), std::out_of_range);
}

TEST_F(FakePduTest, CommandsSwitch) {
  const FakePdu pdu = Start();

  pdu.outlet(3).Command(OutletCommand::kOff).value();

  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOff);
}

TEST_F(FakePduTest, ARebootIsPendingUntilItIsOver) {
  const FakePdu pdu = Start();

  pdu.outlet(3).Command(OutletCommand::kReboot).value();

  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOff);
  EXPECT_EQ(pdu.outlet(3).pending(), OutletCommand::kReboot);
  clock_.Advance(seconds(5));
  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOn);
  EXPECT_EQ(pdu.outlet(3).pending(), std::nullopt);
}

TEST_F(FakePduTest, ALockedOutletRefuses) {
  const FakePdu pdu = Start();
  pdu.outlet(3).SetLocked(true);

  const Result<void> off = pdu.outlet(3).Command(OutletCommand::kOff);

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kRefusedByDevice);
  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOn);
}

TEST_F(FakePduTest, NamesCanBeChanged) {
  const FakePdu pdu = Start();

  pdu.outlet(3).SetName("web-1");

  EXPECT_EQ(pdu.outlet(3).name(), "web-1");
}

TEST_F(FakePduTest, LoadsAreFiniteAndNotNegative) {
  const FakePdu pdu = Start();

  EXPECT_FALSE(pdu.outlet(3).SetLoadWatts(-1).ok());
  EXPECT_FALSE(pdu.outlet(3).SetLoadWatts(std::nan("")).ok());
  EXPECT_TRUE(pdu.outlet(3).SetLoadWatts(60).ok());
  EXPECT_EQ(pdu.outlet(3).load_watts(), 60);
}

TEST_F(FakePduTest, WithoutMainsEveryOutletIsDead) {
  FakePdu pdu = Start();

  pdu.Unplug();

  EXPECT_FALSE(pdu.plugged());
  EXPECT_EQ(pdu.outlet(1).state(), OutletState::kOff);
}

TEST_F(FakePduTest, MovedItGoesOn) {
  FakePdu pdu = Start();
  const std::string address = pdu.address();

  const FakePdu moved = std::move(pdu);

  EXPECT_EQ(moved.address(), address);
}

TEST_F(FakePduTest, AFileOfTheUsersIsNamedWithItsMistake) {
  const std::string path = ::testing::TempDir() + "mine.yaml";
  std::ofstream(path) << "model: MINE\nnonsense: 1\n";
  FakePdu::Options options;
  options.model = "MINE";
  options.files = {path};

  const Result<FakePdu> pdu = FakePdu::Start(options);

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kParse);
  EXPECT_THAT(pdu.error().Text(), HasSubstr(path + ":"));
}

class FakeFromCaptureTest : public ::testing::Test {
 protected:
  FakePdu::Options Captured(const std::string& lines) {
    const std::string path = ::testing::TempDir() + "fake.snmprec";
    std::ofstream(path) << lines;
    FakePdu::Options options;
    options.capture = path;
    options.clock = &clock_;
    return options;
  }

  ManualClock clock_;
};

// sysObjectID of an APC rPDU, its model as a text, an outlet that is off.
constexpr char kApc[] =
    "1.3.6.1.2.1.1.1.0|4|an AP7900\n"
    "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.318.1.3.4.5\n"
    "1.3.6.1.2.1.1.5.0|4|rack4\n"
    "1.3.6.1.4.1.318.1.1.12.3.5.1.1.4.3|2|2\n";

TEST_F(FakeFromCaptureTest, IsOfTheModelThatTheCaptureNames) {
  const FakePdu pdu = FakePdu::Start(Captured(kApc)).value();

  EXPECT_EQ(pdu.model().model, "AP7900");
  EXPECT_EQ(pdu.name(), "rack4");
}

TEST_F(FakeFromCaptureTest, BeginsInTheCapturedState) {
  const FakePdu pdu = FakePdu::Start(Captured(kApc)).value();

  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOff);
  EXPECT_EQ(pdu.outlet(4).state(), OutletState::kOn);
}

TEST_F(FakeFromCaptureTest, AGivenNameCounts) {
  FakePdu::Options options = Captured(kApc);
  options.name = "rack5";

  EXPECT_EQ(FakePdu::Start(options).value().name(), "rack5");
}

TEST_F(FakeFromCaptureTest, OfAnUnknownFamilyHasNoOutlets) {
  const FakePdu pdu =
      FakePdu::Start(Captured("1.3.6.1.2.1.1.5.0|4|thing\n")).value();

  EXPECT_THAT(pdu.outlet_numbers(), IsEmpty());
  EXPECT_EQ(pdu.name(), "thing");
}

TEST_F(FakeFromCaptureTest, AMistakeInTheCaptureIsNamed) {
  const FakePdu::Options options = Captured("1.3.6.1.2.1.1.5.0|9|thing\n");

  const Result<FakePdu> pdu = FakePdu::Start(options);

  ASSERT_FALSE(pdu.ok());
  EXPECT_EQ(pdu.error().kind, ErrorKind::kParse);
  EXPECT_THAT(pdu.error().Text(), HasSubstr(options.capture + ":1: "));
}

}  // namespace
}  // namespace pdukit::fake_pdu
