#include "client/drivers/serves.h"

#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::NiceMock;
using ::testing::Return;

const Oid kNode{1, 3, 6, 1, 4, 1, 99999, 1};

class ServesTest : public ::testing::Test {
 protected:
  void Answer(ErrorKind kind) {
    ON_CALL(session_, GetNext(_))
        .WillByDefault(Return(Result<std::vector<Varbind>>(Error{kind, "no"})));
  }

  NiceMock<MockSnmpSession> session_;
};

TEST_F(ServesTest, VariableBelowTheNodeIsAYes) {
  session_.Put(kNode.Child(Oid{7, 0}), Value::Integer32(1));

  EXPECT_TRUE(Serves(session_, kNode).value());
}

TEST_F(ServesTest, VariableBehindTheNodeIsANo) {
  session_.Put(Oid{1, 3, 6, 1, 4, 1, 99999, 2, 0}, Value::Integer32(1));

  EXPECT_FALSE(Serves(session_, kNode).value());
}

TEST_F(ServesTest, NothingAtAllIsANo) {
  EXPECT_FALSE(Serves(session_, kNode).value());
}

TEST_F(ServesTest, RefusalIsANo) {
  Answer(ErrorKind::kRefusedByDevice);

  EXPECT_FALSE(Serves(session_, kNode).value());
}

TEST_F(ServesTest, SilenceIsNoAnswer) {
  Answer(ErrorKind::kTimeout);

  EXPECT_FALSE(Serves(session_, kNode).ok());
}

}  // namespace
}  // namespace pdukit::client
