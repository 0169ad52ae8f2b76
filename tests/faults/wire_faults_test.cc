// What goes wrong on the way between a client and a PDU.

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/matchers.h"
#include "snmp/security.h"
#include "tests/faults/outlet_objects.h"
#include "tests/faults/stock_client.h"

namespace pdukit {
namespace {

using fake_pdu::AnyRequest;
using fake_pdu::BulkOf;
using fake_pdu::Eventually;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::GetOf;
using fake_pdu::OutletIs;
using fake_pdu::OutletState;
using fake_pdu::Received;
using fake_pdu::SetOf;
using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kAllOn = "1\n1\n1\n1\n1\n1\n1\n1";

// netioOutputAction of NETIO-PRODUCTS-NETIO-MIB, outlet 3: switch.
const std::string kToggle = ".1.3.6.1.4.1.47952.1.1.1.5.3 i 4";

// How many packets a program that runs with -d says of as "Sending" or
// "Received".
int Packets(const StockRun& run, const std::string& what) {
  int count = 0;
  for (std::size_t at = run.errors.find('\n' + what + ' ');
       at != std::string::npos;
       at = run.errors.find('\n' + what + ' ', at + 1)) {
    ++count;
  }
  return count;
}

TEST(WireFaultsTest, ALostRequestSwitchesNothing) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset -t 0.1", kOff);

  EXPECT_THAT(set, Fails(1, "Timeout"));
  EXPECT_TRUE(Eventually(pdu, Received(SetOf(3)).Once()));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(WireFaultsTest, ALostAnswerHidesThatTheOutletIsOff) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropResponse().For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset -t 0.1", kOff);

  EXPECT_THAT(set, Fails(1, "Timeout"));
  EXPECT_TRUE(Eventually(pdu, OutletIs(3, OutletState::kOff)));
}

TEST(WireFaultsTest, ARequestThatIsLostOnceIsSentAgain) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().Once());

  const StockRun get = RunStock(pdu, "snmpget -t 0.1 -r 9", kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_THAT(pdu, Received(GetOf(3).Resent()));
}

TEST(WireFaultsTest, AnAnswerThatIsLostOnceIsAskedForAgain) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropResponse().Once());

  const StockRun get = RunStock(pdu, "snmpget -t 0.1 -r 9", kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_THAT(pdu, Received(GetOf(3).Resent()));
}

TEST(WireFaultsTest, ALostRequestAndThenALostAnswerTakeTwoRetries) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().Once());
  pdu.Inject(Fault::DropResponse().After(1).Once());

  const StockRun once = RunStock(pdu, "snmpset -t 0.4 -r 1", kOff);
  const StockRun again = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(once, Fails(1, "Timeout"));
  EXPECT_THAT(again, Prints("2"));
}

TEST(WireFaultsTest, AToggleWhoseAnswerIsLostIsDoneTwice) {
  FakePdu pdu = FakePdu::Start("NETIO-4").value();
  pdu.Inject(Fault::DropResponse().For(SetOf(3)).Once());

  const StockRun toggle = RunStock(pdu, "snmpset -t 0.4 -r 1", kToggle);

  EXPECT_THAT(toggle, Prints("4"));
  EXPECT_THAT(pdu, Received(SetOf(3)).Times(2));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(WireFaultsTest, ADuplicatedToggleIsDoneTwice) {
  FakePdu pdu = FakePdu::Start("NETIO-4").value();
  pdu.Inject(Fault::DuplicateRequest().For(SetOf(3)));

  const StockRun toggle = RunStock(pdu, "snmpset", kToggle);

  EXPECT_THAT(toggle, Prints("4"));
  EXPECT_TRUE(Eventually(pdu, Received(SetOf(3)).Times(2)));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(WireFaultsTest, AnAnswerLaterThanTheTimeoutIsTakenByTheResend) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DelayResponse(milliseconds(300)));

  const StockRun get = RunStock(pdu, "snmpget -t 0.05 -r 99", kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_THAT(pdu, Received(GetOf(3).Resent()));
}

TEST(WireFaultsTest, AnAnswerLaterThanAllRetriesHidesThatTheOutletIsOff) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DelayResponse(seconds(60)).For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset -t 0.1 -r 1", kOff);

  EXPECT_THAT(set, Fails(1, "Timeout"));
  EXPECT_TRUE(Eventually(pdu, OutletIs(3, OutletState::kOff)));
}

TEST(WireFaultsTest, ALateRequestSwitchesAfterTheClientHasGivenUp) {
  ManualClock clock;
  FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();
  pdu.Inject(Fault::DelayRequest(seconds(5)).For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset -t 0.1", kOff);

  EXPECT_THAT(set, Fails(1, "Timeout"));
  EXPECT_TRUE(Eventually(pdu, Received(SetOf(3)).Once()));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
  clock.Advance(seconds(5));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOff));
}

TEST(WireFaultsTest, ADuplicatedAnswerIsPassedOver) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DuplicateResponse().Once());

  const StockRun walk = RunStock(pdu, "snmpwalk -d", kStates);

  EXPECT_THAT(walk, Prints(kAllOn));
  EXPECT_EQ(Packets(walk, "Sending"), 9);
  EXPECT_EQ(Packets(walk, "Received"), 10);
}

TEST(WireFaultsTest, AnAnswerThatTheNextOneOvertakesIsPassedOver) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::HoldResponseBack().Once());

  const StockRun walk = RunStock(pdu, "snmpwalk -d -t 0.4 -r 1", kStates);

  EXPECT_THAT(walk, Prints(kAllOn));
  EXPECT_EQ(Packets(walk, "Sending"), 10);
  EXPECT_EQ(Packets(walk, "Received"), 10);
}

TEST(WireFaultsTest, AnAnswerFromAnotherPortIsTaken) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerFromAnotherPort());

  const StockRun get = RunStock(pdu, "snmpget -d", kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_THAT(get.errors, Not(HasSubstr("packet from UDP: [127.0.0.1]:" +
                                        std::to_string(pdu.port()))));
}

TEST(WireFaultsTest, AnEmptyDatagramIsNoAnswer) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::TruncateResponse(0));

  const StockRun get = RunStock(pdu, "snmpget -d -t 0.1", kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_THAT(get, Fails(1, "Received 0 byte packet"));
}

TEST(WireFaultsTest, ATruncatedAnswerIsNoAnswer) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::TruncateResponse(20));

  const StockRun get = RunStock(pdu, "snmpget -d -t 0.1", kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_THAT(get, Fails(1, "Received 20 byte packet"));
}

TEST(WireFaultsTest, LongAnswersAreCutAndShortOnesArrive) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::TruncateResponse(484));

  const StockRun bulk = RunStock(pdu, "snmpbulkget -Cr50 -t 0.1", kStates);
  const StockRun get = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(bulk, Fails(1, "Timeout"));
  EXPECT_THAT(get, Prints("1"));
}

TEST(WireFaultsTest, ACorruptAnswerIsNoAnswer) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::CorruptResponse());

  const StockRun get = RunStock(pdu, "snmpget -d -t 0.1", kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_EQ(Packets(get, "Received"), 1);
}

TEST(WireFaultsTest, NoiseBeforeAnAnswerIsPassedOver) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::NoiseBeforeResponse());

  const StockRun get = RunStock(pdu, "snmpget -d", kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_EQ(Packets(get, "Received"), 2);
}

TEST(WireFaultsTest, AMutePduAnswersNobody) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Mute());

  const StockRun get = RunStock(pdu, "snmpget -t 0.1", kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_TRUE(Eventually(pdu, Received(GetOf(3)).Once()));
}

TEST(WireFaultsTest, OneCommunityIsNotAnswered) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().For(AnyRequest().From("public")));

  const StockRun reader = RunStock(pdu, "snmpget -c public -t 0.1", kState);
  const StockRun writer = RunStock(pdu, "snmpget -c private", kState);

  EXPECT_THAT(reader, Fails(1, "Timeout"));
  EXPECT_THAT(writer, Prints("1"));
}

TEST(WireFaultsTest, OneVersionIsNotAnswered) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().For(AnyRequest().Over(SnmpVersion::kV1)));

  const StockRun v1 = RunStock(pdu, "snmpget -v1 -t 0.1", kState);
  const StockRun v2c = RunStock(pdu, "snmpget -v2c", kState);

  EXPECT_THAT(v1, Fails(1, "Timeout"));
  EXPECT_THAT(v2c, Prints("1"));
}

TEST(WireFaultsTest, GetBulkIsNotAnswered) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().For(BulkOf()));

  const StockRun bulk = RunStock(pdu, "snmpbulkwalk -t 0.1", kStates);
  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(bulk, Fails(1, "Timeout"));
  EXPECT_THAT(walk, Prints(kAllOn));
}

TEST(WireFaultsTest, OneObjectIsNotAnswered) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().For(GetOf("rPDUOutletStatusOutletState")));

  const StockRun state = RunStock(pdu, "snmpget -t 0.1", kState);
  const StockRun pending = RunStock(pdu, "snmpget", kPending);

  EXPECT_THAT(state, Fails(1, "Timeout"));
  EXPECT_THAT(pending, Prints("2"));
}

TEST(WireFaultsTest, TheFourthRequestIsLost) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().After(3).Once());

  const StockRun walk = RunStock(pdu, "snmpwalk -t 0.4", kStates);

  EXPECT_THAT(walk, Fails(1, "Timeout"));
  EXPECT_EQ(walk.output, "1\n1\n1");
}

TEST(WireFaultsTest, RequestsAboveARateAreLost) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::RateLimit(3));

  const StockRun walk = RunStock(pdu, "snmpwalk -t 0.1", kStates);

  EXPECT_THAT(walk, Fails(1, "Timeout"));
}

TEST(WireFaultsTest, ALossyLineLosesTheSameRequestsEachTime) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  FakePdu other = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::DropRequest().WithProbability(0.2, 7));
  other.Inject(Fault::DropRequest().WithProbability(0.2, 7));

  const StockRun walk = RunStock(pdu, "snmpwalk -t 0.4", kStates);

  EXPECT_THAT(walk, Fails(1, "Timeout"));
  EXPECT_EQ(walk.output, RunStock(other, "snmpwalk -t 0.4", kStates).output);
}

}  // namespace
}  // namespace pdukit
