// A few facts of each family, by the MIB's own numbers.

#include <chrono>
#include <string>

#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/device_objects.h"
#include "fake_pdu/models/model_catalog.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

// A PDU of this model, and its objects under an arc.
class Unit {
 public:
  Unit(const char* model, Oid arc)
      : model_(ModelCatalog::BuiltIn().Find(model).value()),
        device_(SpecOf(model_), clock_),
        objects_(model_, device_),
        arc_(std::move(arc)) {}

  ManualClock& clock() { return clock_; }
  Device& device() { return device_; }

  Value Get(const char* suffix) const { return objects_.Get(At(suffix)); }
  Value GetAbsolute(const char* oid) const {
    return objects_.Get(Oid::Parse(oid).value());
  }

  // The error-status.
  ErrorStatus Set(const char* suffix, std::int32_t number) {
    return Set(suffix, Value::Integer32(number));
  }
  ErrorStatus Set(const char* suffix, Value value) {
    const auto failure = objects_.Set({{At(suffix), std::move(value)}});
    return failure ? failure->status : ErrorStatus::kNoError;
  }

 private:
  Oid At(const char* suffix) const {
    return arc_.Child(Oid::Parse(suffix).value());
  }

  ManualClock clock_;
  std::shared_ptr<const Model> model_;
  Device device_;
  DeviceObjects objects_;
  Oid arc_;
};

class ApcRpduTest : public ::testing::Test {
 protected:
  Unit unit_{"AP7932", {1, 3, 6, 1, 4, 1, 318, 1, 1}};
};

TEST_F(ApcRpduTest, IdentifiesItself) {
  EXPECT_EQ(unit_.GetAbsolute("1.3.6.1.2.1.1.2.0"),
            Value::ObjectIdentifier({1, 3, 6, 1, 4, 1, 318, 1, 3, 4, 5}));
  EXPECT_EQ(unit_.Get("12.1.5.0"), Value::OctetString("AP7932"));
  EXPECT_EQ(unit_.Get("12.1.7.0"), Value::Integer32(24));
  EXPECT_EQ(unit_.Get("12.1.8.0"), Value::Integer32(24));
  EXPECT_EQ(unit_.Get("12.1.10.0"), Value::Integer32(2));
  EXPECT_EQ(unit_.Get("4.4.1.0"), Value::Integer32(24));
}

TEST_F(ApcRpduTest, BothBranchesShowTheSameOutlet) {
  EXPECT_EQ(unit_.Set("12.3.3.1.1.4.3", 2), ErrorStatus::kNoError);

  EXPECT_EQ(unit_.Get("12.3.3.1.1.4.3"), Value::Integer32(2));
  EXPECT_EQ(unit_.Get("12.3.5.1.1.4.3"), Value::Integer32(2));
  EXPECT_EQ(unit_.Get("4.4.2.1.3.3"), Value::Integer32(2));
  EXPECT_EQ(unit_.Set("4.4.2.1.3.3", 1), ErrorStatus::kNoError);
  EXPECT_EQ(unit_.device().outlet(3).value(), OutletState::kOn);
}

TEST_F(ApcRpduTest, RebootTakesFiveSeconds) {
  EXPECT_EQ(unit_.Set("12.3.3.1.1.4.3", 3), ErrorStatus::kNoError);

  EXPECT_EQ(unit_.Get("12.3.5.1.1.4.3"), Value::Integer32(2));
  unit_.clock().Advance(seconds(5));
  EXPECT_EQ(unit_.Get("12.3.5.1.1.4.3"), Value::Integer32(1));
}

TEST_F(ApcRpduTest, DelayedOffIsPendingInBothBranches) {
  EXPECT_EQ(unit_.Set("12.3.4.1.1.5.3", 60), ErrorStatus::kNoError);
  EXPECT_EQ(unit_.Set("12.3.3.1.1.4.3", 5), ErrorStatus::kNoError);

  EXPECT_EQ(unit_.Get("12.3.5.1.1.5.3"), Value::Integer32(1));
  EXPECT_EQ(unit_.Get("4.4.2.1.2.3"), Value::Integer32(1));
  EXPECT_EQ(unit_.Get("12.3.3.1.1.4.3"), Value::Integer32(1));
  EXPECT_EQ(unit_.Set("12.3.3.1.1.4.3", 7), ErrorStatus::kNoError);
  EXPECT_EQ(unit_.Get("12.3.5.1.1.5.3"), Value::Integer32(2));
}

TEST_F(ApcRpduTest, CommandForAllReadsAsNone) {
  EXPECT_EQ(unit_.Set("12.3.1.1.0", 3), ErrorStatus::kNoError);

  EXPECT_EQ(unit_.Get("12.3.1.1.0"), Value::Integer32(1));
  EXPECT_EQ(unit_.Get("4.2.1.0"), Value::Integer32(6));
  EXPECT_EQ(unit_.device().outlet(24).value(), OutletState::kOff);
}

TEST_F(ApcRpduTest, MasterStateIsOneStringOfFourLettersEach) {
  unit_.device().SetOutlet(2, OutletState::kOff).value();

  const Value states = unit_.Get("4.2.2.0");

  ASSERT_NE(states.AsOctets(), nullptr);
  EXPECT_EQ(states.AsOctets()->size(), 24U * 4);
  EXPECT_EQ(states.AsOctets()->substr(0, 12), "On  Off On  ");
}

TEST_F(ApcRpduTest, PhaseThenBanksShowTheirLoadInTenthsOfAmps) {
  unit_.device().SetLoad(1, 120).value();
  unit_.device().SetLoad(13, 600).value();

  EXPECT_EQ(unit_.Get("12.2.3.1.1.2.1"), Value::Gauge32(60));
  EXPECT_EQ(unit_.Get("12.2.3.1.1.2.2"), Value::Gauge32(10));
  EXPECT_EQ(unit_.Get("12.2.3.1.1.2.3"), Value::Gauge32(50));
  EXPECT_EQ(unit_.Get("12.1.16.0"), Value::Integer32(720));
}

TEST_F(ApcRpduTest, OverloadedBankShowsInEveryTable) {
  unit_.device().SetLoad(13, 120 * 20).value();

  EXPECT_EQ(unit_.Get("12.2.3.1.1.3.3"), Value::Integer32(4));
  EXPECT_EQ(unit_.Get("12.5.2.1.3.2"), Value::Integer32(4));
  EXPECT_EQ(unit_.Get("12.2.4.1.1.5.2"), Value::Integer32(4));
  EXPECT_EQ(unit_.Get("12.5.2.1.3.1"), Value::Integer32(1));
}

TEST_F(ApcRpduTest, ThresholdsAreThoseOfTheRating) {
  EXPECT_EQ(unit_.Get("12.2.2.1.1.3.1"), Value::Integer32(19));
  EXPECT_EQ(unit_.Get("12.2.2.1.1.4.1"), Value::Integer32(24));
  EXPECT_EQ(unit_.Get("12.2.4.1.1.3.2"), Value::Integer32(16));
}

TEST_F(ApcRpduTest, NameCanBeChangedWhereTheMibSaysSo) {
  EXPECT_EQ(unit_.Set("12.3.3.1.1.2.1", Value::OctetString("x")),
            ErrorStatus::kNotWritable);
  EXPECT_EQ(unit_.Set("12.3.4.1.1.2.1", Value::OctetString("db-1")),
            ErrorStatus::kNoError);

  EXPECT_EQ(unit_.Get("4.4.2.1.4.1"), Value::OctetString("db-1"));
}

TEST_F(ApcRpduTest, UnitWithoutBanksHasNone) {
  Unit unit("AP7900", {1, 3, 6, 1, 4, 1, 318, 1, 1});

  EXPECT_EQ(unit.Get("12.1.10.0"), Value::Integer32(0));
  EXPECT_EQ(unit.Get("12.2.1.1.0"), Value::Integer32(12));
  EXPECT_EQ(unit.Get("12.2.3.1.1.2.2"), Value::NoSuchInstance());
  EXPECT_EQ(unit.Get("12.5.3.0"), Value::Integer32(1));
}

class RaritanPdu2Test : public ::testing::Test {
 protected:
  Unit unit_{"PX3-5493U", {1, 3, 6, 1, 4, 1, 13742, 6}};
};

TEST_F(RaritanPdu2Test, IdentifiesItself) {
  EXPECT_EQ(unit_.GetAbsolute("1.3.6.1.2.1.1.2.0"),
            Value::ObjectIdentifier({1, 3, 6, 1, 4, 1, 13742, 6}));
  EXPECT_EQ(unit_.Get("3.2.1.1.3.1"), Value::OctetString("PX3-5493U"));
  EXPECT_EQ(unit_.Get("3.2.2.1.4.1"), Value::Integer32(24));
  EXPECT_EQ(unit_.Get("3.2.3.1.6.1.1.1"), Value::OctetString("4.2.0.5-50274"));
}

TEST_F(RaritanPdu2Test, SwitchesAndShowsItsState) {
  EXPECT_EQ(unit_.Get("4.1.2.1.3.1.5"), Value::Integer32(7));

  EXPECT_EQ(unit_.Set("4.1.2.1.2.1.5", 0), ErrorStatus::kNoError);

  EXPECT_EQ(unit_.Get("4.1.2.1.3.1.5"), Value::Integer32(8));
  EXPECT_EQ(unit_.Get("5.4.3.1.3.1.5.14"), Value::Integer32(8));
}

TEST_F(RaritanPdu2Test, CycleTakesTheGlobalPeriod) {
  EXPECT_EQ(unit_.Set("3.2.2.1.37.1", Value::Gauge32(30)),
            ErrorStatus::kNoError);
  EXPECT_EQ(unit_.Set("4.1.2.1.2.1.5", 2), ErrorStatus::kNoError);

  unit_.clock().Advance(seconds(29));
  EXPECT_EQ(unit_.Get("4.1.2.1.3.1.5"), Value::Integer32(8));
  unit_.clock().Advance(seconds(1));
  EXPECT_EQ(unit_.Get("4.1.2.1.3.1.5"), Value::Integer32(7));
}

TEST_F(RaritanPdu2Test, SensorsAreScaledByTheirDigits) {
  unit_.device().SetLoad(5, 146).value();
  unit_.clock().Advance(hours(10));

  EXPECT_EQ(unit_.Get("3.5.4.1.7.1.5.1"), Value::Gauge32(3));
  EXPECT_EQ(unit_.Get("5.4.3.1.4.1.5.1"), Value::Gauge32(635));
  EXPECT_EQ(unit_.Get("5.4.3.1.4.1.5.4"), Value::Gauge32(230));
  EXPECT_EQ(unit_.Get("5.4.3.1.4.1.5.5"), Value::Gauge32(146));
  EXPECT_EQ(unit_.Get("5.4.3.1.4.1.5.7"), Value::Gauge32(100));
  EXPECT_EQ(unit_.Get("5.4.3.1.4.1.5.8"), Value::Gauge32(1460));
  EXPECT_EQ(unit_.Get("5.4.3.1.4.1.5.23"), Value::Gauge32(500));
  EXPECT_EQ(unit_.Get("5.2.3.1.4.1.1.1"), Value::Gauge32(635));
}

TEST_F(RaritanPdu2Test, ThresholdMakesTheStateOfASensor) {
  EXPECT_EQ(unit_.Get("3.5.4.1.23.1.5.1"), Value::Gauge32(8000));
  EXPECT_EQ(unit_.Get("3.5.4.1.25.1.5.1"), Value::OctetString("\x30"));
  unit_.device().SetLoad(5, 230 * 7).value();
  EXPECT_EQ(unit_.Get("5.4.3.1.3.1.5.1"), Value::Integer32(5));

  EXPECT_EQ(unit_.Set("3.5.4.1.24.1.5.1", Value::Gauge32(7500)),
            ErrorStatus::kNoError);

  EXPECT_EQ(unit_.Get("5.4.3.1.3.1.5.1"), Value::Integer32(4));
}

TEST_F(RaritanPdu2Test, CapabilitiesAreTenOctets) {
  EXPECT_EQ(unit_.Get("3.5.3.1.10.1.1"),
            Value::OctetString(std::string("\x9F\x04\x02\0\0\0\0\0\0\0", 10)));
}

TEST_F(RaritanPdu2Test, OutletPointsToItsBreakerOrInlet) {
  const Oid arc{1, 3, 6, 1, 4, 1, 13742, 6};
  Unit small("PX3-5190R", arc);

  EXPECT_EQ(unit_.Get("3.5.3.1.33.1.13"),
            Value::ObjectIdentifier(arc.Child({3, 4, 3, 1, 2, 1, 2})));
  EXPECT_EQ(small.Get("3.5.3.1.33.1.1"),
            Value::ObjectIdentifier(arc.Child({3, 3, 3, 1, 2, 1, 1})));
}

TEST_F(RaritanPdu2Test, ThreePhasesHavePoles) {
  Unit unit("PX3-5902V", {1, 3, 6, 1, 4, 1, 13742, 6});
  unit.device().SetLoad(32, 231).value();

  EXPECT_EQ(unit.Get("5.2.4.1.4.1.1.3.1"), Value::Gauge32(1000));
  EXPECT_EQ(unit.Get("5.2.4.1.4.1.1.1.1"), Value::Gauge32(0));
  EXPECT_EQ(unit_.Get("5.2.4.1.4.1.1.1.1"), Value::NoSuchObject());
}

}  // namespace
}  // namespace pdukit::fake_pdu
