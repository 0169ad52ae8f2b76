#include "client/drivers/device_model.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::NiceMock;

class DeviceModelTest : public ::testing::Test {
 protected:
  DeviceModelTest() {
    family_.model = {1, 3, 1};
    family_.firmware = {1, 3, 2, 1, 6};
  }

  void Put(const Oid& oid, const std::string& text) {
    session_.Put(oid, Value::OctetString(text));
  }
  DeviceModel Read() { return ReadDeviceModel(session_, family_).value(); }

  NiceMock<MockSnmpSession> session_;
  Family family_;
};

TEST_F(DeviceModelTest, IsThatOfTheFirstUnit) {
  Put({1, 3, 1, 0}, "AP8641");
  Put({1, 3, 2, 1, 6, 2}, "6.7.2");
  Put({1, 3, 2, 1, 6, 3}, "6.5.0");

  EXPECT_EQ(Read().model, "AP8641");
  EXPECT_EQ(Read().firmware, "6.7.2");
}

TEST_F(DeviceModelTest, LosesItsPadding) {
  Put({1, 3, 1, 0}, std::string(" MRP-27 \0\0", 10));

  EXPECT_EQ(Read().model, "MRP-27");
}

TEST_F(DeviceModelTest, MayBeANumber) {
  session_.Put({1, 3, 2, 1, 6, 210}, Value::Integer32(250));

  EXPECT_EQ(Read().firmware, "250");
}

TEST_F(DeviceModelTest, IsEmptyWhereTheDeviceServesNoSuchObject) {
  Put({1, 3, 3, 0}, "something else");

  EXPECT_EQ(Read().model, "");
  EXPECT_EQ(Read().firmware, "");
}

TEST_F(DeviceModelTest, AsksNothingOfAFamilyWithoutIt) {
  EXPECT_CALL(session_, GetNext(_)).Times(0);
  family_ = {};

  EXPECT_EQ(Read().model, "");
}

}  // namespace
}  // namespace pdukit::client
