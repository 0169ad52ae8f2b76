// What a device does, as it shows in the objects of its MIB: loads in meters,
// energy, names and states in every tree, and a loss of power.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/endpoint.h"
#include "client/session/net_snmp_session.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/oid.h"
#include "snmp/value.h"

namespace pdukit {
namespace {

using client::Endpoint;
using client::NetSnmpSession;
using client::Resend;
using fake_pdu::FakePdu;
using fake_pdu::OutletState;
using std::chrono::hours;
using std::chrono::seconds;

class DeviceObjectsTest : public ::testing::Test {
 protected:
  explicit DeviceObjectsTest(const std::string& model, const Oid& root)
      : fake_(Start(model)), session_(Open(fake_)), root_(root) {}

  // The object at this place below the vendor's root, as a number.
  std::int64_t Get(const std::string& place) {
    return GetAt(root_.Child(Oid::Parse(place).value()));
  }

  std::int64_t GetAt(const Oid& oid) {
    return session_->Get({oid}).value().front().value.AsInt64().value();
  }

  std::string GetText(const std::string& place) {
    return session_->Get({root_.Child(Oid::Parse(place).value())})
        .value()
        .front()
        .value.ToString();
  }

  Result<void> Set(const std::string& place, const Value& value) {
    return session_->Set({{root_.Child(Oid::Parse(place).value()), value}},
                         Resend::kNever);
  }

  FakePdu Start(const std::string& model) {
    FakePdu::Options options;
    options.model = model;
    options.clock = &clock_;
    return FakePdu::Start(options).value();
  }

  static std::unique_ptr<NetSnmpSession> Open(const FakePdu& fake) {
    NetSnmpSession::Options options;
    options.endpoint = Endpoint::Parse(fake.address()).value();
    options.community = "private";
    return NetSnmpSession::Open(options).value();
  }

  ManualClock clock_;
  FakePdu fake_;
  std::unique_ptr<NetSnmpSession> session_;
  Oid root_;
};

// 24 outlets on two banks of 20 A, 120 V. Places are below 318.1.1: rPDU is
// 12, masterswitch is 4 (PowerNet-MIB).
class ApcObjectsTest : public DeviceObjectsTest {
 protected:
  ApcObjectsTest()
      : DeviceObjectsTest("AP7932", {1, 3, 6, 1, 4, 1, 318, 1, 1}) {}
};

TEST_F(ApcObjectsTest, ALoadShowsInItsBankAndThePhase) {
  fake_.outlet(3).SetLoadWatts(600).value();

  // rPDULoadStatusLoad, in tenths of amperes: the phase, then the banks.
  EXPECT_EQ(Get("12.2.3.1.1.2.1"), 50);
  EXPECT_EQ(Get("12.2.3.1.1.2.2"), 50);
  EXPECT_EQ(Get("12.2.3.1.1.2.3"), 0);
  EXPECT_EQ(Get("12.1.16.0"), 600);
}

TEST_F(ApcObjectsTest, AnOutletThatIsOffDrawsNothing) {
  fake_.outlet(3).SetLoadWatts(600).value();

  fake_.outlet(3).Switch(OutletState::kOff);

  EXPECT_EQ(Get("12.2.3.1.1.2.1"), 0);
}

TEST_F(ApcObjectsTest, ABankNearItsLimitSaysSo) {
  // rPDULoadBankConfigNearOverloadThreshold is 16 A, the rating 20 A.
  fake_.outlet(13).SetLoadWatts(17 * 120).value();
  EXPECT_EQ(Get("12.2.3.1.1.3.3"), 3);

  fake_.outlet(14).SetLoadWatts(4 * 120).value();
  EXPECT_EQ(Get("12.2.3.1.1.3.3"), 4);
  EXPECT_EQ(Get("12.5.2.1.3.2"), 4);
}

TEST_F(ApcObjectsTest, ThresholdsTakeEffect) {
  fake_.outlet(1).SetLoadWatts(5 * 120).value();

  Set("12.2.4.1.1.3.1", Value::Integer32(5)).value();

  EXPECT_EQ(Get("12.2.3.1.1.3.2"), 3);
}

TEST_F(ApcObjectsTest, BothTreesShowTheSameOutlets) {
  Set("4.4.2.1.3.5", Value::Integer32(2)).value();

  EXPECT_EQ(fake_.outlet(5).state(), OutletState::kOff);
  EXPECT_EQ(Get("12.3.3.1.1.4.5"), 2);
  EXPECT_EQ(Get("12.3.5.1.1.4.5"), 2);
}

TEST_F(ApcObjectsTest, ANameShowsWhereverElseItStands) {
  Set("12.3.4.1.1.2.5", Value::OctetString("web-1")).value();

  EXPECT_EQ(GetText("12.3.3.1.1.2.5"), "web-1");
  EXPECT_EQ(GetText("4.4.2.1.4.5"), "web-1");
  EXPECT_EQ(fake_.outlet(5).name(), "web-1");
}

TEST_F(ApcObjectsTest, AllOffIsOneCommand) {
  Set("12.3.1.1.0", Value::Integer32(3)).value();

  EXPECT_EQ(fake_.outlet(1).state(), OutletState::kOff);
  EXPECT_EQ(fake_.outlet(24).state(), OutletState::kOff);
  EXPECT_EQ(Get("12.3.1.1.0"), 1);
}

TEST_F(ApcObjectsTest, DelaysRoundDownInTheOlderTree) {
  Set("4.5.2.1.2.5", Value::Integer32(50)).value();

  EXPECT_EQ(Get("4.5.2.1.2.5"), 45);
  EXPECT_EQ(Get("12.3.4.1.1.4.5"), 45);
}

TEST_F(ApcObjectsTest, UpTimeStartsAnewWithThePower) {
  const Oid up_time{1, 3, 6, 1, 2, 1, 1, 3, 0};
  clock_.Advance(seconds(90));
  EXPECT_EQ(GetAt(up_time), 9000);

  fake_.Unplug();
  fake_.Plug();

  EXPECT_EQ(GetAt(up_time), 0);
}

// 24 outlets on two over-current protectors, 230 V, metered each. Places are
// below 13742.6 (PDU2-MIB).
class RaritanObjectsTest : public DeviceObjectsTest {
 protected:
  RaritanObjectsTest()
      : DeviceObjectsTest("PX3-5493U", {1, 3, 6, 1, 4, 1, 13742, 6}) {}
};

TEST_F(RaritanObjectsTest, AnOutletIsMeteredWithItsOwnDigits) {
  fake_.outlet(3).SetLoadWatts(460).value();

  // outletSensorDecimalDigits of rmsCurrent, then the readings.
  EXPECT_EQ(Get("3.5.4.1.7.1.3.1"), 3);
  EXPECT_EQ(Get("5.4.3.1.4.1.3.1"), 2000);
  EXPECT_EQ(Get("5.4.3.1.4.1.3.4"), 230);
  EXPECT_EQ(Get("5.4.3.1.4.1.3.5"), 460);
}

TEST_F(RaritanObjectsTest, TheInletSumsItsOutlets) {
  const std::int64_t idle = Get("5.2.3.1.4.1.1.5");

  fake_.outlet(3).SetLoadWatts(460).value();
  fake_.outlet(20).SetLoadWatts(230).value();

  EXPECT_EQ(Get("5.2.3.1.4.1.1.5") - idle, 690);
}

TEST_F(RaritanObjectsTest, EnergyGrowsWithTime) {
  fake_.outlet(3).SetLoadWatts(460).value();
  const std::int64_t before = Get("5.4.3.1.4.1.3.8");

  clock_.Advance(hours(2));

  EXPECT_EQ(Get("5.4.3.1.4.1.3.8") - before, 920);
}

TEST_F(RaritanObjectsTest, EnergyStopsWithTheOutlet) {
  fake_.outlet(3).SetLoadWatts(460).value();
  clock_.Advance(hours(1));
  fake_.outlet(3).Switch(OutletState::kOff);
  const std::int64_t before = Get("5.4.3.1.4.1.3.8");

  clock_.Advance(hours(5));

  EXPECT_EQ(Get("5.4.3.1.4.1.3.8"), before);
}

TEST_F(RaritanObjectsTest, StateIsSevenOrEight) {
  EXPECT_EQ(Get("4.1.2.1.3.1.3"), 7);

  Set("4.1.2.1.2.1.3", Value::Integer32(0)).value();

  EXPECT_EQ(Get("4.1.2.1.3.1.3"), 8);
}

TEST_F(RaritanObjectsTest, ACycleLastsAsLongAsTheUnitSays) {
  // globalOutletPowerCyclingPowerOffPeriod
  Set("3.2.2.1.37.1", Value::Gauge32(30)).value();

  Set("4.1.2.1.2.1.3", Value::Integer32(2)).value();

  clock_.Advance(seconds(29));
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOff);
  clock_.Advance(seconds(1));
  EXPECT_EQ(fake_.outlet(3).state(), OutletState::kOn);
}

TEST_F(RaritanObjectsTest, AnOutletPointsToItsProtector) {
  EXPECT_EQ(GetText("3.5.3.1.33.1.13"), "1.3.6.1.4.1.13742.6.3.4.3.1.2.1.2");
}

}  // namespace
}  // namespace pdukit
