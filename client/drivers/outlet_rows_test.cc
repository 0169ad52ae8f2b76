#include "client/drivers/outlet_rows.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {

// So that matchers compare what matters.
static bool operator==(const OutletRow& a, const OutletRow& b) {
  return a.number == b.number && a.index == b.index && a.label == b.label;
}

static void PrintTo(const OutletRow& row, std::ostream* out) {
  *out << row.number << " [" << row.index << "] '" << row.label << "'";
}

namespace {

using ::testing::ElementsAre;
using ::testing::NiceMock;

const Oid kTable{1, 3, 6, 1, 4, 1, 99999, 2};
const Oid kState = kTable.Child(1);
const Oid kLabel = kTable.Child(2);
const Oid kUnit = kTable.Child(3);
const Oid kPosition = kTable.Child(4);
const Oid kCount{1, 3, 6, 1, 4, 1, 99999, 1, 0};

class OutletRowsTest : public ::testing::Test {
 protected:
  OutletRowsTest() { family_.outlet_walk = kState; }

  void PutState(const Oid& index) {
    session_.Put(kState.Child(index), Value::Integer32(1));
  }
  void PutLabel(const Oid& index, const std::string& label) {
    PutState(index);
    session_.Put(kLabel.Child(index), Value::OctetString(label));
  }

  std::vector<OutletRow> Find() {
    return FindRows(session_, family_).value().value();
  }

  NiceMock<MockSnmpSession> session_;
  Family family_;
};

TEST_F(OutletRowsTest, CountMakesTheRowsBehindThePrefix) {
  session_.Put(kCount, Value::Gauge32(2));
  family_.outlet_count = kCount;
  family_.index_prefix = Oid{0};

  EXPECT_THAT(Find(),
              ElementsAre(OutletRow{1, {0, 1}, ""}, OutletRow{2, {0, 2}, ""}));
}

TEST_F(OutletRowsTest, OutletOneOfAZeroBasedCountIsRowZero) {
  session_.Put(kCount, Value::Integer32(2));
  family_.outlet_count = kCount;
  family_.first_index = 0;

  EXPECT_THAT(Find(),
              ElementsAre(OutletRow{1, {0}, ""}, OutletRow{2, {1}, ""}));
}

TEST_F(OutletRowsTest, CountThatIsNotThereLeavesItToTheWalk) {
  family_.outlet_count = kCount;
  PutState({5});

  EXPECT_THAT(Find(), ElementsAre(OutletRow{5, {5}, ""}));
}

TEST_F(OutletRowsTest, OutletsOfALoneUnitHaveTheNumbersOfTheirRows) {
  PutState({1, 2, 1});
  PutState({1, 2, 3});

  EXPECT_THAT(Find(), ElementsAre(OutletRow{1, {1, 2, 1}, ""},
                                  OutletRow{3, {1, 2, 3}, ""}));
}

TEST_F(OutletRowsTest, OutletsOfSeveralUnitsAreNumberedInTheirOrder) {
  PutState({1, 1, 1});
  PutState({1, 2, 1});
  PutState({1, 2, 2});

  EXPECT_THAT(Find(), ElementsAre(OutletRow{1, {1, 1, 1}, "1.1"},
                                  OutletRow{2, {1, 2, 1}, "2.1"},
                                  OutletRow{3, {1, 2, 2}, "2.2"}));
}

TEST_F(OutletRowsTest, LabelsThatAreNumbersAreTheNumbers) {
  family_.label = kLabel;
  PutLabel({0}, "7");
  PutLabel({1}, "8");

  EXPECT_THAT(Find(),
              ElementsAre(OutletRow{7, {0}, "7"}, OutletRow{8, {1}, "8"}));
}

TEST_F(OutletRowsTest, LabelsThatAreNoNumbersAreKept) {
  family_.label = kLabel;
  PutLabel({1, 1, 1}, "AA1");
  PutLabel({1, 2, 1}, "AB1");

  EXPECT_THAT(Find(), ElementsAre(OutletRow{1, {1, 1, 1}, "AA1"},
                                  OutletRow{2, {1, 2, 1}, "AB1"}));
}

TEST_F(OutletRowsTest, LabelsThatUnitsShareGetTheUnitBefore) {
  family_.label = kLabel;
  PutLabel({1, 1}, "1");
  PutLabel({4, 1}, "1");

  EXPECT_THAT(Find(), ElementsAre(OutletRow{1, {1, 1}, "1.1"},
                                  OutletRow{2, {4, 1}, "4.1"}));
}

TEST_F(OutletRowsTest, ColumnsMaySayWhichUnitAndWhere) {
  family_.unit = kUnit;
  family_.position = kPosition;
  for (std::uint32_t row = 1; row <= 2; ++row) {
    PutState({row});
    session_.Put(kUnit.Child(row), Value::Integer32(static_cast<int>(row)));
    session_.Put(kPosition.Child(row), Value::Integer32(9));
  }

  EXPECT_THAT(Find(),
              ElementsAre(OutletRow{1, {1}, "1.9"}, OutletRow{2, {2}, "2.9"}));
}

TEST_F(OutletRowsTest, DeviceWithoutRowsIsNotOfTheFamily) {
  family_.name = "acme";

  const auto rows = FindRows(session_, family_);

  ASSERT_FALSE(rows.ok());
  EXPECT_EQ(rows.error().kind, ErrorKind::kNoSuchObject);
}

}  // namespace
}  // namespace pdukit::client
