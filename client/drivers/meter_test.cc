#include "client/drivers/meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::NiceMock;

const Oid kRoot{1, 3, 6, 1, 4, 1, 99999};
const Oid kOutletCurrent = kRoot.Child(1);
const Oid kUnitCurrent = kRoot.Child(Oid{4, 0});

class MeterTest : public ::testing::Test {
 protected:
  PowerReading Read() {
    return ReadMeters(session_, meters_, {-1, 0xFFFFFFFF},
                      OutletRow{3, {1, 3}, ""})
        .value();
  }

  NiceMock<MockSnmpSession> session_;
  std::vector<Meter> meters_ = {
      {&PowerReading::current, MeterPlace::kOutlet, kOutletCurrent, 2},
      {&PowerReading::current, MeterPlace::kUnit, Column::Scalar(kUnitCurrent)},
  };
};

TEST_F(MeterTest, OutletIsMeteredAtItsIndex) {
  session_.Put(kOutletCurrent.Child(Oid{1, 3}), Value::Gauge32(63));

  EXPECT_EQ(Read().current, (Measurement{0.63, "outlet 3"}));
}

TEST_F(MeterTest, OtherPlacesAreNotAskedIfTheOutletIsMetered) {
  session_.Put(kOutletCurrent.Child(Oid{1, 3}), Value::Gauge32(63));
  EXPECT_CALL(session_, Get(_)).Times(1);

  Read();
}

TEST_F(MeterTest, ScalarIsTheUnits) {
  session_.Put(kUnitCurrent, Value::Integer32(8));

  EXPECT_EQ(Read().current, (Measurement{8, "unit"}));
}

TEST_F(MeterTest, UnsignedMinusOneIsNoValue) {
  session_.Put(kUnitCurrent, Value::Gauge32(0xFFFFFFFF));

  EXPECT_EQ(Read().current, std::nullopt);
}

TEST_F(MeterTest, NumberMayBeText) {
  session_.Put(kUnitCurrent, Value::OctetString(" 0.61"));

  EXPECT_EQ(Read().current, (Measurement{0.61, "unit"}));
}

TEST_F(MeterTest, TextThatIsNoNumberIsNoValue) {
  session_.Put(kUnitCurrent, Value::OctetString("N/A"));

  EXPECT_EQ(Read().current, std::nullopt);
}

TEST_F(MeterTest, KiloIsNegativeDigits) {
  meters_ = {{&PowerReading::energy, MeterPlace::kUnit,
              Column::Scalar(kUnitCurrent), -2}};
  session_.Put(kUnitCurrent, Value::Integer32(3046));

  EXPECT_EQ(Read().energy, (Measurement{304600, "unit"}));
}

TEST_F(MeterTest, PowerFactorLosesItsSign) {
  meters_ = {{&PowerReading::power_factor, MeterPlace::kUnit,
              Column::Scalar(kUnitCurrent), 3}};
  session_.Put(kUnitCurrent, Value::Integer32(-842));

  EXPECT_EQ(Read().power_factor, (Measurement{0.842, "unit"}));
}

TEST_F(MeterTest, MappedRowNamesTheSource) {
  meters_ = {
      {&PowerReading::voltage, MeterPlace::kInlet,
       Column(kRoot.Child(5), [](const Oid& index) { return Oid{index[0]}; })}};
  session_.Put(kRoot.Child(Oid{5, 1}), Value::Integer32(230));

  EXPECT_EQ(Read().voltage, (Measurement{230, "inlet 1"}));
}

}  // namespace
}  // namespace pdukit::client
