#include "client/drivers/apc_rpdu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/drivers/outlet_readings.h"
#include "client/drivers/outlet_rows.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::NiceMock;

// Values as in a capture of an AP7902B: 16 outlets in two banks, not metered
// by outlet.
class ApcRpduTest : public ::testing::Test {
 protected:
  ApcRpduTest() {
    Put("1.15.0", Value::Integer32(120));
    Put("1.16.0", Value::Integer32(192));
    Put("1.17.0", Value::Integer32(1000));
    Put("1.18.0", Value::Integer32(192));
    PutLoad(1, 16, 1, 0);
    PutLoad(2, 0, 0, 1);
    PutLoad(3, 11, 0, 2);
    Put("3.1.5.0", Value::Integer32(0));
    PutOutlet(9, 2);
  }

  void Put(const std::string& suffix, const Value& value) {
    session_.Put(Oid::Parse("1.3.6.1.4.1.318.1.1.12." + suffix).value(), value);
  }

  void PutLoad(int row, std::uint32_t tenths, int phase, int bank) {
    const std::string index = "." + std::to_string(row);
    Put("2.3.1.1.1" + index, Value::Integer32(row));
    Put("2.3.1.1.2" + index, Value::Gauge32(tenths));
    Put("2.3.1.1.4" + index, Value::Integer32(phase));
    Put("2.3.1.1.5" + index, Value::Integer32(bank));
  }

  void PutOutlet(int outlet, int bank) {
    const std::string index = "." + std::to_string(outlet);
    Put("3.5.1.1.3" + index, Value::Integer32(1));
    Put("3.5.1.1.6" + index, Value::Integer32(bank));
    Put("3.5.1.1.7" + index, Value::Gauge32(0));
  }

  PowerReading Read(int outlet) {
    return ReadOutlet(session_, family_, MakeRow(family_, outlet)).value();
  }

  NiceMock<MockSnmpSession> session_;
  Family family_ = ApcRpdu();
};

TEST_F(ApcRpduTest, ReadsTheCurrentOfTheBankIfOutletsAreNotMetered) {
  PowerReading reading = Read(9);

  EXPECT_EQ(reading.current, (Measurement{1.1, "bank 2"}));
}

TEST_F(ApcRpduTest, ReadsTheCurrentOfThePhaseOfAUnitWithoutBanks) {
  PutOutlet(9, 0);

  PowerReading reading = Read(9);

  EXPECT_EQ(reading.current, (Measurement{1.6, "phase 1"}));
}

TEST_F(ApcRpduTest, ReadsTheCurrentOfAMeteredOutlet) {
  Put("3.1.5.0", Value::Integer32(16));
  Put("3.5.1.1.7.9", Value::Gauge32(8));

  PowerReading reading = Read(9);

  EXPECT_EQ(reading.current, (Measurement{0.8, "outlet 9"}));
}

TEST_F(ApcRpduTest, ReadsVoltageAndPowerOfTheUnit) {
  PowerReading reading = Read(9);

  EXPECT_EQ(reading.voltage, (Measurement{120, "unit"}));
  EXPECT_EQ(reading.active_power, (Measurement{192, "unit"}));
  EXPECT_EQ(reading.apparent_power, (Measurement{192, "unit"}));
  EXPECT_EQ(reading.power_factor, (Measurement{1.0, "unit"}));
}

TEST_F(ApcRpduTest, LeavesOutAVoltageThatTheModelDoesNotKnow) {
  Put("1.15.0", Value::Integer32(-1));

  PowerReading reading = Read(9);

  EXPECT_EQ(reading.voltage, std::nullopt);
}

TEST_F(ApcRpduTest, LeavesOutWhatTheDeviceDoesNotMeter) {
  PowerReading reading = Read(9);

  EXPECT_EQ(reading.energy, std::nullopt);
  EXPECT_EQ(reading.frequency, std::nullopt);
}

TEST_F(ApcRpduTest, LeavesOutTheCurrentOfAnOutletBetweenTwoPhases) {
  PutOutlet(9, 0);
  Put("3.5.1.1.3.9", Value::Integer32(4));

  PowerReading reading = Read(9);

  EXPECT_EQ(reading.current, std::nullopt);
}

TEST_F(ApcRpduTest, RebootTakesAsLongAsTheOutletIsSetTo) {
  Put("3.4.1.1.6.9", Value::Integer32(15));

  Result<std::chrono::seconds> duration =
      RebootDuration(session_, family_, MakeRow(family_, 9));

  EXPECT_EQ(duration.value(), std::chrono::seconds(15));
}

}  // namespace
}  // namespace pdukit::client
