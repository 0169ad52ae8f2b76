// Device faults as an SNMP client sees them.

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/agent/testing/users.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

const Oid kUptime{1, 3, 6, 1, 2, 1, 1, 3, 0};
// Of PowerNet-MIB, outlet 3 each: rPDUOutletStatusOutletState and
// rPDUOutletControlOutletCommand, both 1 for on and 2 for off.
const Oid kState{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 5, 1, 1, 4, 3};
const Oid kCommand{1, 3, 6, 1, 4, 1, 318, 1, 1, 12, 3, 3, 1, 1, 4, 3};

class FakePduFaultsTest : public ::testing::Test {
 protected:
  FakePdu Start(const std::string& model) {
    FakePdu::Options options;
    options.model = model;
    options.users = {{user_, FakePdu::Access::kReadWrite}};
    options.clock = &clock_;
    return FakePdu::Start(options).value();
  }

  static TestClient Client(const FakePdu& pdu) {
    return {pdu.address(), SnmpVersion::kV2c, "private"};
  }

  const UsmUser user_ = LabUser(AuthProtocol::kSha1, PrivProtocol::kAes128);
  ManualClock clock_;
};

TEST_F(FakePduFaultsTest, AFrozenStatusIsShownWhileTheOutletIsOff) {
  const FakePdu pdu = Start("AP7900");
  TestClient client = Client(pdu);
  pdu.outlet(3).SetStatusFrozen(true);

  client.Set({{kCommand, Value::Integer32(2)}});

  EXPECT_EQ(pdu.outlet(3).state(), OutletState::kOff);
  EXPECT_EQ(client.Get({kState}).value(), Value::Integer32(1));
  pdu.outlet(3).SetStatusFrozen(false);
  EXPECT_EQ(client.Get({kState}).value(), Value::Integer32(2));
}

TEST_F(FakePduFaultsTest, AnAcknowledgedCommandCanBeForgotten) {
  FakePdu pdu = Start("AP7900");
  TestClient client = Client(pdu);
  pdu.SetCommandFault(CommandFault::kForgets);

  const TestReply reply = client.Set({{kCommand, Value::Integer32(2)}});

  EXPECT_EQ(reply.status, ErrorStatus::kNoError);
  EXPECT_EQ(client.Get({kState}).value(), Value::Integer32(1));
}

TEST_F(FakePduFaultsTest, ARestartedCardIsMuteUntilItIsBack) {
  FakePdu pdu = Start("AP7900");
  TestClient early = Client(pdu);
  TestClient late = Client(pdu);
  clock_.Advance(hours(1));

  pdu.Restart(seconds(30));
  clock_.Advance(seconds(29));
  early.Send(kUptime);
  clock_.Advance(seconds(3));

  EXPECT_EQ(late.Get({kUptime}).value(), Value::TimeTicks(200));
  EXPECT_EQ(early.Received(), std::nullopt);
}

TEST_F(FakePduFaultsTest, ARestartCountsAsABoot) {
  FakePdu pdu = Start("AP7900");
  TestClient client(pdu.address(), user_);
  client.Get({kUptime});

  pdu.Restart();
  const TestReply reply = client.Get({kUptime});

  // The client's boots and time are of before.
  EXPECT_EQ(reply.resends, 1);
  EXPECT_EQ(reply.value(), Value::TimeTicks(0));
}

TEST_F(FakePduFaultsTest, UnpluggedWhileItRestartsItStaysMute) {
  FakePdu pdu = Start("AP7900");
  TestClient early = Client(pdu);
  TestClient late = Client(pdu);

  pdu.Restart(seconds(30));
  pdu.Unplug();
  clock_.Advance(seconds(60));
  early.Send(kUptime);
  pdu.Plug();

  EXPECT_EQ(late.Get({kUptime}).value(), Value::TimeTicks(0));
  EXPECT_EQ(early.Received(), std::nullopt);
}

// rPDU2PhaseStatusVoltage of PowerNet-MIB; 400 V between two of three phases.
Oid PhaseVoltage(std::uint32_t phase) {
  return {1, 3, 6, 1, 4, 1, 318, 1, 1, 26, 6, 3, 1, 6, phase};
}

TEST_F(FakePduFaultsTest, AFailedPhaseReadsNoVoltageAndOthersGoOn) {
  FakePdu pdu = Start("AP8981");
  TestClient client = Client(pdu);

  pdu.SetVoltage(2, 0).value();

  EXPECT_EQ(pdu.outlet(1).state(), OutletState::kOn);
  EXPECT_EQ(pdu.outlet(9).state(), OutletState::kOff);
  EXPECT_EQ(client.Get({PhaseVoltage(1)}).value(), Value::Integer32(231));
  EXPECT_EQ(client.Get({PhaseVoltage(2)}).value(), Value::Integer32(0));
  pdu.RestorePhase(2).value();
  EXPECT_EQ(client.Get({PhaseVoltage(2)}).value(), Value::Integer32(231));
}

TEST_F(FakePduFaultsTest, WithoutAnyPhaseItIsMute) {
  FakePdu pdu = Start("AP7900");
  TestClient early = Client(pdu);
  TestClient late = Client(pdu);

  pdu.SetVoltage(1, 0).value();
  early.Send(kUptime);
  pdu.RestorePhase(1).value();

  EXPECT_EQ(late.Get({kUptime}).value(), Value::TimeTicks(0));
  EXPECT_EQ(early.Received(), std::nullopt);
}

}  // namespace
}  // namespace pdukit::fake_pdu
