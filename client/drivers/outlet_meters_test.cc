#include "client/drivers/outlet_meters.h"

#include <optional>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::NiceMock;

Oid Outlet(std::uint32_t column) { return {1, 1, column}; }
Oid Bank(std::uint32_t column) { return {1, 2, column}; }

// Outlets say in column 9 which bank they are on, and banks in column 9 who
// they are; outlet 1 is on bank 7, the second row.
class OutletMetersTest : public ::testing::Test {
 protected:
  OutletMetersTest() {
    MeterTable outlets;
    outlets.place = MeterPlace::kOutlet;
    outlets.quantities = {{&PowerReading::current, Outlet(1), 1}};
    outlets.of_outlet.from_index = SameIndex;
    MeterTable banks;
    banks.place = MeterPlace::kBank;
    banks.quantities = {{&PowerReading::current, Bank(1), 1},
                        {&PowerReading::voltage, Bank(2)}};
    banks.number = Bank(9);
    banks.of_outlet.keys = {{Bank(9), Outlet(9)}};
    tables_ = {banks, outlets};
    Put(Outlet(1), 1, 12);
    Put(Outlet(9), 1, 7);
    Put(Bank(1), 1, 99);
    Put(Bank(9), 1, 6);
    Put(Bank(1), 2, 50);
    Put(Bank(9), 2, 7);
    Put(Bank(2), 2, 230);
  }

  void Put(const Oid& column, std::uint32_t row, int number) {
    session_.Put(column.Child(row), Value::Integer32(number));
  }

  PowerReading Read() {
    return ReadOutletMeters(session_, tables_, {-1}, {1, {1}, ""}).value();
  }

  NiceMock<MockSnmpSession> session_;
  std::vector<MeterTable> tables_;
};

TEST_F(OutletMetersTest, TakesEachQuantityFromTheFinestPlaceThatHasIt) {
  const PowerReading reading = Read();

  EXPECT_EQ(reading.current, (Measurement{1.2, "outlet 1"}));
  EXPECT_EQ(reading.voltage, (Measurement{230, "bank 7"}));
}

TEST_F(OutletMetersTest, ValueTellsItsObject) {
  EXPECT_EQ(Read().voltage->oid, "1.2.2.2");
}

TEST_F(OutletMetersTest, OutletOnNoBankHasNoneOfItsValues) {
  Put(Outlet(9), 1, 0);
  Put(Bank(9), 1, 0);
  Put(Bank(2), 1, 231);

  EXPECT_EQ(Read().voltage, std::nullopt);
}

TEST_F(OutletMetersTest, RowThatDoesNotCountIsNotTheOutlets) {
  tables_[0].where = Bank(3);
  tables_[0].where_values = {1};
  Put(Bank(3), 2, 2);

  EXPECT_EQ(Read().voltage, std::nullopt);
}

TEST_F(OutletMetersTest, OutletBeyondTheRowsThatMeanSomethingIsNotMetered) {
  tables_[1].row_count = {1, 9, 0};
  session_.Put({1, 9, 0}, Value::Integer32(0));

  EXPECT_EQ(Read().current, (Measurement{5, "bank 7"}));
}

TEST_F(OutletMetersTest, OnlyRowCountsWhereThereAreNotSeveral) {
  tables_[0].of_outlet = {};
  tables_[0].of_outlet.only_row_of = Bank(2);

  EXPECT_EQ(Read().voltage, (Measurement{230, "bank 7"}));

  Put(Bank(2), 1, 231);

  EXPECT_EQ(Read().voltage, std::nullopt);
}

TEST_F(OutletMetersTest, OutletMayHoldTheNumberOfTheRow) {
  tables_[0].number = {};
  tables_[0].of_outlet = {};
  tables_[0].of_outlet.last_arc = Outlet(8);
  Put(Outlet(8), 1, 2);

  EXPECT_EQ(Read().voltage, (Measurement{230, "bank 2"}));
}

TEST_F(OutletMetersTest, RowIsThatOfTheOutletsUnit) {
  MeterTable banks;
  banks.place = MeterPlace::kBank;
  banks.quantities = {{&PowerReading::current, Bank(1), 1}};
  banks.of_outlet.last_arc = Outlet(8);
  session_.Put(Outlet(8).Child(Oid{2, 3}), Value::Integer32(7));
  session_.Put(Bank(1).Child(Oid{1, 7}), Value::Integer32(99));
  session_.Put(Bank(1).Child(Oid{2, 7}), Value::Integer32(71));
  OutletRow outlet{9, {2, 3}, "2.3"};

  EXPECT_EQ(ReadOutletMeters(session_, {banks}, {}, outlet).value().current,
            (Measurement{7.1, "bank 2.7"}));

  outlet.common_arcs = 1;  // Its device has no other unit.

  EXPECT_EQ(ReadOutletMeters(session_, {banks}, {}, outlet).value().current,
            (Measurement{7.1, "bank 7"}));
}

TEST_F(OutletMetersTest, DoesNotAskABankForWhatTheOutletHas) {
  tables_[0].quantities = {{&PowerReading::current, Bank(1), 1}};
  EXPECT_CALL(session_, GetBulk(_, _)).Times(0);

  EXPECT_EQ(Read().current, (Measurement{1.2, "outlet 1"}));
}

}  // namespace
}  // namespace pdukit::client
