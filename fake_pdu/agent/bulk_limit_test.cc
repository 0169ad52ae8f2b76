#include "fake_pdu/agent/bulk_limit.h"

#include <cstdint>

#include <gtest/gtest.h>

#include "fake_pdu/agent/testing/map_view.h"

namespace pdukit::fake_pdu {
namespace {

const Oid kColumn{1, 3, 6, 1, 4, 1, 99, 1};

// Ten rows; a varbind of 2 + (2 + 8) + (2 + 4) octets each.
class BulkLimitTest : public ::testing::Test {
 protected:
  static constexpr std::size_t kVarbindSize = 18;

  BulkLimitTest() {
    for (std::uint32_t row = 1; row <= 10; ++row) {
      view_.Add(kColumn.Child(row), Value::OctetString("four"));
    }
  }

  MapView view_;
};

TEST_F(BulkLimitTest, KnowsTheSizeOfAVarbind) {
  EXPECT_EQ(EncodedSize({kColumn.Child(1), Value::OctetString("four")}),
            kVarbindSize);
}

TEST_F(BulkLimitTest, CountsLongLengthsAndSubIdentifiers) {
  const Varbind varbind{kColumn.Child(318),
                        Value::OctetString(std::string(200, 'x'))};

  EXPECT_EQ(EncodedSize(varbind), 3 + (2 + 9) + (3 + 200));
}

TEST_F(BulkLimitTest, AllowsWhatIsAskedForWhereThereIsRoom) {
  EXPECT_EQ(RepetitionsThatFit(view_, {kColumn}, 0, 7, 65000), 7);
}

TEST_F(BulkLimitTest, AllowsNoRowThatDoesNotFit) {
  EXPECT_EQ(RepetitionsThatFit(view_, {kColumn}, 0, 7, 3 * kVarbindSize), 3);
  EXPECT_EQ(RepetitionsThatFit(view_, {kColumn}, 0, 7, 3 * kVarbindSize - 1),
            2);
}

TEST_F(BulkLimitTest, CountsEveryVariableOfARow) {
  EXPECT_EQ(
      RepetitionsThatFit(view_, {kColumn, kColumn}, 0, 7, 5 * kVarbindSize), 2);
}

TEST_F(BulkLimitTest, CountsNonRepeatersOnce) {
  EXPECT_EQ(
      RepetitionsThatFit(view_, {kColumn, kColumn}, 1, 7, 5 * kVarbindSize), 4);
}

TEST_F(BulkLimitTest, StopsBehindTheEndOfTheView) {
  EXPECT_EQ(RepetitionsThatFit(view_, {kColumn.Child(8)}, 0, 1000, 65000), 3);
}

TEST_F(BulkLimitTest, AllowsNothingWithoutRoom) {
  EXPECT_EQ(RepetitionsThatFit(view_, {kColumn}, 0, 7, 0), 0);
}

}  // namespace
}  // namespace pdukit::fake_pdu
