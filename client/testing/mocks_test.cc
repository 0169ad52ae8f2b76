#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/testing/mock_power_client.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::NiceMock;

const Oid kSysName = {1, 3, 6, 1, 2, 1, 1, 5, 0};

TEST(MockPowerClientTest, RemembersWhatItWasSwitchedTo) {
  NiceMock<MockPowerClient> power;

  EXPECT_TRUE(power.On().ok());

  EXPECT_EQ(power.Status().value(), PowerState::kOn);
}

TEST(MockPowerClientTest, IsOffAtFirst) {
  NiceMock<MockPowerClient> power;

  EXPECT_EQ(power.Status().value(), PowerState::kOff);
}

TEST(MockPowerClientTest, IsOnAfterACycle) {
  NiceMock<MockPowerClient> power;

  EXPECT_TRUE(power.Cycle(std::chrono::seconds(10)).ok());

  EXPECT_EQ(power.state(), PowerState::kOn);
}

TEST(MockPowerClientTest, ReadsWhatItWasTold) {
  NiceMock<MockPowerClient> power;
  PowerReading reading;
  reading.current = Measurement{1.5, "outlet 3"};
  power.set_reading(reading);

  EXPECT_EQ(power.Read().value(), reading);
}

TEST(MockSnmpSessionTest, AnswersWhatWasSet) {
  NiceMock<MockSnmpSession> session;
  session.Put(kSysName, Value::OctetString("old"));

  Result<void> set =
      session.Set({{kSysName, Value::OctetString("new")}}, Resend::kAllowed);

  EXPECT_TRUE(set.ok()) << set;
  EXPECT_EQ(session.Get({kSysName}).value().front().value,
            Value::OctetString("new"));
}

TEST(MockSnmpSessionTest, RefusesToSetWhatIsNotThere) {
  NiceMock<MockSnmpSession> session;

  Result<void> set =
      session.Set({{kSysName, Value::OctetString("new")}}, Resend::kAllowed);

  ASSERT_FALSE(set.ok());
  EXPECT_EQ(set.error().kind, ErrorKind::kRefusedByDevice);
}

TEST(MockSnmpSessionTest, HasNothingAfterTheLastVariable) {
  NiceMock<MockSnmpSession> session;
  session.Put(kSysName, Value::OctetString("rack4"));

  std::vector<Varbind> next = session.GetNext({kSysName}).value();

  EXPECT_EQ(next.front().value, Value::EndOfMibView());
}

}  // namespace
}  // namespace pdukit::client
