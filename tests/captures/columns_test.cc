#include "tests/captures/columns.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> ColumnsOf(const std::vector<Oid>& instances,
                                   const std::set<Oid>& entries = {}) {
  std::vector<std::string> columns;
  for (const auto& [column, rows] : GuessColumns(instances, entries)) {
    columns.push_back(column.ToString() + " x" + std::to_string(rows.size()));
  }
  return columns;
}

TEST(GuessColumnsTest, WhatEndsWithZeroIsAScalar) {
  EXPECT_THAT(ColumnsOf({{9, 1, 0}, {9, 2, 0}}),
              ElementsAre("9.1 x1", "9.2 x1"));
}

TEST(GuessColumnsTest, BelowAKnownEntryAreColumns) {
  EXPECT_THAT(
      ColumnsOf({{9, 3, 1, 7, 1, 1}, {9, 3, 1, 7, 1, 0}, {9, 3, 1, 8, 2}},
                {{9, 3, 1}}),
      ElementsAre("9.3.1.7 x2", "9.3.1.8 x1"));
}

TEST(GuessColumnsTest, AnEntryIsWhereAllChildrenHaveTheSameInstances) {
  EXPECT_THAT(
      ColumnsOf(
          {{9, 3, 1, 2, 1}, {9, 3, 1, 2, 2}, {9, 3, 1, 5, 1}, {9, 3, 1, 5, 2}}),
      ElementsAre("9.3.1.2 x2", "9.3.1.5 x2"));
}

TEST(GuessColumnsTest, ATableOfOneRowHasItsColumns) {
  EXPECT_THAT(ColumnsOf({{9, 3, 1, 2, 1}, {9, 3, 1, 5, 1}}),
              ElementsAre("9.3.1.2 x1", "9.3.1.5 x1"));
}

TEST(GuessColumnsTest, AnIndexMayHaveTwoParts) {
  EXPECT_THAT(ColumnsOf({{9, 3, 1, 2, 1, 1},
                         {9, 3, 1, 2, 1, 2},
                         {9, 3, 1, 5, 1, 1},
                         {9, 3, 1, 5, 1, 2}}),
              ElementsAre("9.3.1.2 x2", "9.3.1.5 x2"));
}

TEST(GuessColumnsTest, TablesBesideEachOtherAreNotColumnsOfOne) {
  EXPECT_THAT(ColumnsOf({{9, 1, 1, 2, 1},
                         {9, 1, 1, 2, 2},
                         {9, 1, 1, 3, 1},
                         {9, 1, 1, 3, 2},
                         {9, 1, 2, 1, 1, 1}}),
              ElementsAre("9.1.1.2 x2", "9.1.1.3 x2", "9.1.2.1.1 x1"));
}

TEST(GuessColumnsTest, WhatDiffersAtItsEndAloneIsOneColumn) {
  EXPECT_THAT(ColumnsOf({{9, 5, 4, 1}, {9, 5, 4, 2}, {9, 5, 4, 3}}),
              ElementsAre("9.5.4 x3"));
}

TEST(GuessColumnsTest, NothingHasNoColumns) {
  EXPECT_THAT(ColumnsOf({}), ElementsAre());
}

}  // namespace
}  // namespace pdukit
