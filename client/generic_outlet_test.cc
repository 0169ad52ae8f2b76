// Outlets of the family generic: what Jumpstarter's SNMP driver can switch.

#include <memory>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "client/testing/mock_snmp_session.h"

namespace pdukit::client {
namespace {

using ::testing::_;
using ::testing::ElementsAre;
using ::testing::NiceMock;
using ::testing::Return;

constexpr char kColumn[] = "1.3.6.1.4.1.99999.1";
constexpr char kRaritanCommand[] = "1.3.6.1.4.1.13742.6.4.1.2.1.2.1";
constexpr char kRaritanState[] = "1.3.6.1.4.1.13742.6.4.1.2.1.3.1";

Oid Cell(const char* column, std::uint32_t outlet) {
  return Oid::Parse(column).value().Child(outlet);
}

class GenericOutletTest : public ::testing::Test {
 protected:
  GenericOutletTest() {
    options_.family = "generic";
    options_.generic.oid = kColumn;
    options_.clock = &clock_;
  }

  SnmpPowerClient Outlet(int number) {
    return SnmpPdu::Open(std::move(owned_), options_)
        .value()
        .outlet(number)
        .value();
  }

  void AcknowledgeOnly() {
    ON_CALL(*session_, Set(_, _)).WillByDefault(Return(Result<void>()));
  }

  ManualClock clock_;
  std::unique_ptr<NiceMock<MockSnmpSession>> owned_ =
      std::make_unique<NiceMock<MockSnmpSession>>();
  NiceMock<MockSnmpSession>* session_ = owned_.get();
  SnmpPdu::Options options_;
};

TEST_F(GenericOutletTest, WritesAnIntegerToTheOidWithTheOutletAppended) {
  session_->Put(Cell(kColumn, 5), Value::Integer32(1));
  SnmpPowerClient outlet = Outlet(5);

  Result<void> off = outlet.Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_EQ(session_->Peek(Cell(kColumn, 5)), Value::Integer32(0));
}

TEST_F(GenericOutletTest, ReadsTheStateBackFromTheOid) {
  session_->Put(Cell(kColumn, 5), Value::Integer32(1));
  AcknowledgeOnly();
  SnmpPowerClient outlet = Outlet(5);

  Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kVerificationFailed);
}

TEST_F(GenericOutletTest, IsUnknownWhenItReadsSomethingElse) {
  session_->Put(Cell(kColumn, 5), Value::Integer32(3));
  SnmpPowerClient outlet = Outlet(5);

  EXPECT_EQ(outlet.Status().value(), PowerState::kUnknown);
}

TEST_F(GenericOutletTest, TrustsTheAcknowledgementOfAnOidThatCannotBeRead) {
  AcknowledgeOnly();
  SnmpPowerClient outlet = Outlet(5);

  Result<void> off = outlet.Off();

  EXPECT_TRUE(off.ok()) << off;
  EXPECT_EQ(outlet.Status().value(), PowerState::kUnknown);
}

TEST_F(GenericOutletTest, ReadsTheStateThatARaritanShows) {
  options_.generic.oid = kRaritanCommand;
  session_->Put(Cell(kRaritanCommand, 5), Value::Integer32(1));
  session_->Put(Cell(kRaritanState, 5), Value::Integer32(8));
  SnmpPowerClient outlet = Outlet(5);

  EXPECT_EQ(outlet.Status().value(), PowerState::kOff);
}

TEST_F(GenericOutletTest, BelievesTheStateOfARaritanAndNotWhatItWrote) {
  options_.generic.oid = kRaritanCommand;
  session_->Put(Cell(kRaritanCommand, 5), Value::Integer32(1));
  session_->Put(Cell(kRaritanState, 5), Value::Integer32(7));
  SnmpPowerClient outlet = Outlet(5);

  Result<void> off = outlet.Off();

  ASSERT_FALSE(off.ok());
  EXPECT_EQ(off.error().kind, ErrorKind::kVerificationFailed);
}

TEST_F(GenericOutletTest, MetersNothing) {
  SnmpPowerClient outlet = Outlet(5);

  EXPECT_TRUE(outlet.Read().value().empty());
}

TEST_F(GenericOutletTest, HasNoReboot) {
  SnmpPowerClient outlet = Outlet(5);

  Result<void> reboot = outlet.Reboot();

  ASSERT_FALSE(reboot.ok());
  EXPECT_EQ(reboot.error().kind, ErrorKind::kUnsupported);
}

class RaritanOutletTest : public GenericOutletTest {
 protected:
  RaritanOutletTest() {
    options_.family = "raritan_pdu2";
    session_->Put(Cell("1.3.6.1.4.1.13742.6.3.2.2.1.4", 1),
                  Value::Integer32(8));
    session_->Put(Cell(kRaritanState, 5), Value::Integer32(7));
  }
};

TEST_F(RaritanOutletTest, HasNoDelayedCommands) {
  SnmpPowerClient outlet = Outlet(5);

  EXPECT_EQ(outlet.DelayedOn().error().kind, ErrorKind::kUnsupported);
  EXPECT_EQ(outlet.DelayedOff().error().kind, ErrorKind::kUnsupported);
  EXPECT_EQ(outlet.Cancel().error().kind, ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace pdukit::client
