#include "tests/captures/comparison.h"

#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/captures/sample.h"

namespace pdukit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Oid kArc{1, 3, 6, 1, 4, 1, 9};

ArcComparison CompareLines(const std::string& lines,
                           const std::vector<Oid>& outside = {}) {
  const std::shared_ptr<const fake_pdu::Model> model = SampleModel();
  return Compare(SampleCapture(lines), model->objects, {kArc}, outside).at(0);
}

ColumnComparison CompareOne(const std::string& lines) {
  return CompareLines(lines).columns.at(0);
}

TEST(CompareTest, AServedColumnHasItsName) {
  const ColumnComparison column = CompareOne("1.3.6.1.4.1.9.1.0|2|4\n");

  EXPECT_TRUE(column.is_served);
  EXPECT_EQ(column.name, "outletCount");
  EXPECT_EQ(column.oid, kArc.Child(1));
  EXPECT_THAT(column.wrong_types, IsEmpty());
  EXPECT_THAT(column.wrong_values, IsEmpty());
}

TEST(CompareTest, AColumnOfAKnownTableIsFoundThoughTheFakeHasItNot) {
  const ArcComparison arc = CompareLines(
      "1.3.6.1.4.1.9.3.1.1.1|4|one\n1.3.6.1.4.1.9.3.1.9.1|2|1\n"
      "1.3.6.1.4.1.9.3.1.9.2|2|1\n");

  ASSERT_THAT(arc.columns, SizeIs(2));
  EXPECT_EQ(arc.columns[1].oid, (kArc.Child(Oid{3, 1, 9})));
  EXPECT_FALSE(arc.columns[1].is_served);
  EXPECT_EQ(arc.columns[1].captured_rows, 2U);
  EXPECT_EQ(arc.Served(), 1U);
}

TEST(CompareTest, RowsOfEitherSideAreCounted) {
  const ColumnComparison column =
      CompareOne("1.3.6.1.4.1.9.3.1.2.1|2|1\n1.3.6.1.4.1.9.3.1.2.5|2|1\n");

  EXPECT_EQ(column.captured_rows, 2U);
  EXPECT_THAT(column.rows_missing, ElementsAre(kArc.Child(Oid{3, 1, 2, 5})));
  EXPECT_EQ(column.rows_added, 3U);
}

TEST(CompareTest, AnotherTypeIsSeen) {
  EXPECT_THAT(CompareOne("1.3.6.1.4.1.9.1.0|66|4\n").wrong_types, SizeIs(1));
}

TEST(CompareTest, AValueBesideTheLabelsIsSeen) {
  const ColumnComparison column = CompareOne("1.3.6.1.4.1.9.3.1.2.1|2|7\n");

  EXPECT_THAT(column.wrong_values, SizeIs(1));
  EXPECT_EQ(column.allowed, "off(0), on(1)");
}

TEST(CompareTest, AValueBeyondTheRangeIsSeen) {
  EXPECT_THAT(CompareOne("1.3.6.1.4.1.9.1.0|2|100\n").wrong_values, SizeIs(1));
  EXPECT_THAT(
      CompareOne("1.3.6.1.4.1.9.3.1.1.1|4|far longer than twenty\n").allowed,
      HasSubstr("0..20"));
}

TEST(CompareTest, BitsMayBeWrittenAsText) {
  EXPECT_THAT(CompareOne("1.3.6.1.4.1.9.2.0|4|80 08 0 12\n").wrong_values,
              IsEmpty());
  EXPECT_THAT(CompareOne("1.3.6.1.4.1.9.2.0|4|00 08 12\n").wrong_values,
              IsEmpty());
  EXPECT_THAT(CompareOne("1.3.6.1.4.1.9.2.0|4|40 00 1\n").wrong_values,
              SizeIs(1));
}

TEST(CompareTest, WhatLiesOutsideIsNotCompared) {
  const ArcComparison arc = CompareLines(
      "1.3.6.1.4.1.9.1.0|2|4\n1.3.6.1.4.1.9.7.1.0|2|4\n", {kArc.Child(7)});

  EXPECT_THAT(arc.columns, SizeIs(1));
}

TEST(EnterpriseArcsTest, EachEnterpriseIsThereOnce) {
  EXPECT_THAT(EnterpriseArcs(SampleCapture("1.3.6.1.2.1.1.5.0|4|a\n"
                                           "1.3.6.1.4.1.9.1.0|2|4\n"
                                           "1.3.6.1.4.1.9.2.0|2|4\n"
                                           "1.3.6.1.4.1.11.2.0|2|4\n")),
              ElementsAre(kArc, Oid{1, 3, 6, 1, 4, 1, 11}));
}

}  // namespace
}  // namespace pdukit
