#include "client/session/snmp_session.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NiceMock;
using ::testing::Return;
using ::testing::SizeIs;

using Rows = Result<std::vector<Varbind>>;

const Oid kTable = {1, 3, 6, 1, 4, 1, 318, 9};

class WalkTest : public ::testing::Test {
 protected:
  void Fill(int rows) {
    for (int i = 1; i <= rows; ++i) {
      session_.Put(kTable.Child(static_cast<std::uint32_t>(i)),
                   Value::Integer32(i));
    }
  }

  NiceMock<MockSnmpSession> session_;
};

TEST_F(WalkTest, FindsEveryVariableOfALargeTable) {
  Fill(60);

  Rows rows = Walk(session_, kTable);

  ASSERT_TRUE(rows.ok()) << rows.error();
  EXPECT_THAT(*rows, SizeIs(60));
  EXPECT_EQ(rows->back(), (Varbind{kTable.Child(60), Value::Integer32(60)}));
}

TEST_F(WalkTest, StopsWhereAnotherTableBegins) {
  Fill(3);
  session_.Put(Oid{1, 3, 6, 1, 4, 1, 318, 10, 1}, Value::Integer32(7));

  Rows rows = Walk(session_, kTable);

  ASSERT_TRUE(rows.ok()) << rows.error();
  EXPECT_THAT(*rows, SizeIs(3));
}

TEST_F(WalkTest, FindsNothingInAnEmptyTable) {
  Rows rows = Walk(session_, kTable);

  ASSERT_TRUE(rows.ok()) << rows.error();
  EXPECT_THAT(*rows, IsEmpty());
}

TEST_F(WalkTest, RefusesAnAgentWhoseVariablesDoNotAscend) {
  const std::vector<Varbind> answer = {
      {kTable.Child(2), Value::Integer32(2)},
      {kTable.Child(1), Value::Integer32(1)},
  };
  ON_CALL(session_, GetBulk(_, _)).WillByDefault(Return(Rows(answer)));

  Rows rows = Walk(session_, kTable);

  ASSERT_FALSE(rows.ok());
  EXPECT_EQ(rows.error().kind, ErrorKind::kProtocol);
  EXPECT_THAT(rows.error().message, HasSubstr(kTable.Child(1).ToString()));
}

TEST_F(WalkTest, RefusesAnAnswerWithoutVariables) {
  ON_CALL(session_, GetBulk(_, _))
      .WillByDefault(Return(Rows(std::vector<Varbind>())));

  Rows rows = Walk(session_, kTable);

  ASSERT_FALSE(rows.ok());
  EXPECT_EQ(rows.error().kind, ErrorKind::kProtocol);
}

TEST_F(WalkTest, PassesOnTheErrorOfTheSession) {
  ON_CALL(session_, GetBulk(_, _))
      .WillByDefault(Return(Rows(Error{ErrorKind::kTimeout, "no answer"})));

  Rows rows = Walk(session_, kTable);

  ASSERT_FALSE(rows.ok());
  EXPECT_EQ(rows.error().kind, ErrorKind::kTimeout);
}

}  // namespace
}  // namespace pdukit::client
