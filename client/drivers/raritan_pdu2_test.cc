#include "client/drivers/raritan_pdu2.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/outlet_readings.h"
#include "client/drivers/outlet_rows.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::NiceMock;

class RaritanPdu2Test : public ::testing::Test {
 protected:
  void Put(const std::string& suffix, const Value& value) {
    session_.Put(Oid::Parse("1.3.6.1.4.1.13742.6." + suffix).value(), value);
  }

  void PutOutletSensor(const std::string& row, std::uint32_t value,
                       std::uint32_t digits) {
    Put("5.4.3.1.3.1." + row, Value::Integer32(4));
    Put("5.4.3.1.4.1." + row, Value::Gauge32(value));
    Put("3.5.4.1.7.1." + row, Value::Gauge32(digits));
  }

  // Values as in a capture of a PX3-5493U-K2.
  void PutOutletSensors() {
    PutOutletSensor("3.1", 633, 3);
    PutOutletSensor("3.4", 228, 0);
    PutOutletSensor("3.5", 143, 0);
    PutOutletSensor("3.6", 151, 0);
    PutOutletSensor("3.7", 99, 2);
    PutOutletSensor("3.8", 5812658, 0);
    PutOutletSensor("3.23", 500, 1);
  }

  void PutInletSensors() {
    Put("3.2.2.1.2.1", Value::Integer32(1));
    Put("5.2.3.1.3.1.1.1", Value::Integer32(4));
    Put("5.2.3.1.4.1.1.1", Value::Gauge32(7467));
    Put("3.3.4.1.7.1.1.1", Value::Gauge32(3));
  }

  PowerReading Read() {
    return ReadOutlet(session_, family_, MakeRow(family_, 3)).value();
  }

  NiceMock<MockSnmpSession> session_;
  Family family_ = RaritanPdu2();
};

TEST_F(RaritanPdu2Test, FindsItsOutletsByTheirLabelsWithoutACount) {
  Put("3.5.3.1.2.1.1", Value::OctetString("1"));
  Put("3.5.3.1.2.1.2", Value::OctetString("2"));

  const auto rows = FindRows(session_, family_).value().value();

  ASSERT_EQ(rows.size(), 2);
  EXPECT_EQ(rows[1].number, 2);
  EXPECT_EQ(rows[1].index, Oid{2});
}

TEST_F(RaritanPdu2Test, ReadsWhatTheOutletMeters) {
  PutOutletSensors();

  PowerReading reading = Read();

  EXPECT_EQ(reading.current, (Measurement{0.633, "outlet 3"}));
  EXPECT_EQ(reading.voltage, (Measurement{228, "outlet 3"}));
  EXPECT_EQ(reading.active_power, (Measurement{143, "outlet 3"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{151, "outlet 3"}));
  EXPECT_EQ(reading.power_factor, (Measurement{0.99, "outlet 3"}));
  EXPECT_EQ(reading.energy, (Measurement{5812658, "outlet 3"}));
  EXPECT_EQ(reading.frequency, (Measurement{50, "outlet 3"}));
}

TEST_F(RaritanPdu2Test, TakesTheDecimalDigitsFromTheDevice) {
  PutOutletSensor("3.1", 633, 1);

  PowerReading reading = Read();

  EXPECT_EQ(reading.current, (Measurement{63.3, "outlet 3"}));
}

TEST_F(RaritanPdu2Test, LeavesOutAValueWithoutItsDigits) {
  PutOutletSensors();
  session_.Remove(Oid::Parse("1.3.6.1.4.1.13742.6.3.5.4.1.7.1.3.1").value());

  PowerReading reading = Read();

  EXPECT_EQ(reading.current, std::nullopt);
}

TEST_F(RaritanPdu2Test, LeavesOutASensorThatIsUnavailable) {
  PutOutletSensors();
  Put("5.4.3.1.3.1.3.4", Value::Integer32(-1));

  PowerReading reading = Read();

  EXPECT_EQ(reading.voltage, std::nullopt);
}

TEST_F(RaritanPdu2Test, ReadsTheInletIfOutletsAreNotMetered) {
  PutInletSensors();

  PowerReading reading = Read();

  EXPECT_EQ(reading.current, (Measurement{7.467, "inlet 1"}));
}

TEST_F(RaritanPdu2Test, ReadsNothingIfItIsNotKnownWhichInletFeedsTheOutlet) {
  PutInletSensors();
  Put("3.2.2.1.2.1", Value::Integer32(2));

  PowerReading reading = Read();

  EXPECT_TRUE(reading.empty());
}

TEST_F(RaritanPdu2Test, CycleTakesTheOutletsOwnPeriodIfItHasOne) {
  Put("3.5.3.1.12.1.3", Value::Gauge32(7));
  Put("3.5.3.1.14.1.3", Value::Integer32(2));
  Put("3.2.2.1.37.1", Value::Gauge32(10));

  Result<std::chrono::seconds> duration =
      RebootDuration(session_, family_, MakeRow(family_, 3));

  EXPECT_EQ(duration.value(), std::chrono::seconds(7));
}

TEST_F(RaritanPdu2Test, CycleTakesTheGlobalPeriodIfTheOutletIsSetSo) {
  Put("3.5.3.1.12.1.3", Value::Gauge32(7));
  Put("3.5.3.1.14.1.3", Value::Integer32(1));
  Put("3.2.2.1.37.1", Value::Gauge32(10));

  Result<std::chrono::seconds> duration =
      RebootDuration(session_, family_, MakeRow(family_, 3));

  EXPECT_EQ(duration.value(), std::chrono::seconds(10));
}

}  // namespace
}  // namespace pdukit::client
