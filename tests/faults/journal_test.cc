// What the journal of a PDU tells of programs that others wrote.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/matchers.h"
#include "snmp/error_status.h"
#include "snmp/security.h"
#include "snmp/value.h"
#include "tests/faults/lab_user.h"
#include "tests/faults/outlet_objects.h"
#include "tests/faults/stock_client.h"

namespace pdukit {
namespace {

using fake_pdu::Exchange;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::GetOf;
using fake_pdu::NextOf;
using fake_pdu::Operation;
using fake_pdu::Received;
using fake_pdu::ReceivedInOrder;
using fake_pdu::Request;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::SizeIs;

class JournalTest : public ::testing::Test {
 protected:
  // The only exchange, or the last one.
  Exchange Last() const { return pdu_.journal().back(); }

  // Runs it, for the refusal that it meets.
  std::string RefusalOf(const std::string& command) {
    RunStock(pdu_, command, kState);
    return Last().refusal;
  }

  FakePdu pdu_ = FakePdu::Start(WithLab()).value();
};

TEST_F(JournalTest, TellsWhatAGetWasAbout) {
  RunStock(pdu_, "snmpget -c public", kState);

  const Request request = Last().request;
  EXPECT_EQ(request.operation, Operation::kGet);
  EXPECT_EQ(request.varbinds[0].name, "rPDUOutletStatusOutletState.3");
  EXPECT_EQ(request.varbinds[0].outlet, 3);
  EXPECT_EQ(request.version, SnmpVersion::kV2c);
  EXPECT_EQ(request.community, "public");
}

TEST_F(JournalTest, TellsWhatWasSet) {
  RunStock(pdu_, "snmpset -v1", kOff);

  const Request request = Last().request;
  EXPECT_EQ(request.operation, Operation::kSet);
  EXPECT_EQ(request.varbinds[0].name, "rPDUOutletControlOutletCommand.3");
  EXPECT_EQ(request.varbinds[0].value, Value::Integer32(2));
  EXPECT_EQ(request.version, SnmpVersion::kV1);
  EXPECT_EQ(request.community, "private");
}

TEST_F(JournalTest, TellsWhatWasAnswered) {
  RunStock(pdu_, "snmpgetnext", kState);

  const Exchange exchange = Last();
  EXPECT_EQ(exchange.request.operation, Operation::kGetNext);
  EXPECT_EQ(exchange.response->varbinds[0].name,
            "rPDUOutletStatusOutletState.4");
  EXPECT_EQ(exchange.response->varbinds[0].value, Value::Integer32(1));
}

TEST_F(JournalTest, TellsHowMuchAGetBulkWants) {
  RunStock(pdu_, "snmpbulkget -Cn1 -Cr3", kUptime + ' ' + kStates);

  const Exchange exchange = Last();
  EXPECT_EQ(exchange.request.operation, Operation::kGetBulk);
  EXPECT_EQ(exchange.request.bulk_non_repeaters, 1);
  EXPECT_EQ(exchange.request.bulk_max_repetitions, 3);
  EXPECT_THAT(exchange.response->varbinds, SizeIs(4));
}

TEST_F(JournalTest, TellsAWalkStepByStep) {
  RunStock(pdu_, "snmpwalk", kStates);

  EXPECT_THAT(pdu_, ReceivedInOrder({NextOf("rPDUOutletStatusOutletState"),
                                     NextOf("rPDUOutletStatusOutletState.1"),
                                     NextOf("rPDUOutletStatusOutletState.8")}));
  EXPECT_THAT(pdu_, Received(NextOf()).Times(9));
}

TEST_F(JournalTest, TellsWhoAskedOverV3AndHow) {
  RunStock(pdu_, "snmpget" + kAsLab, kState);

  const Request request = Last().request;
  EXPECT_EQ(request.version, SnmpVersion::kV3);
  EXPECT_EQ(request.user, "lab");
  EXPECT_EQ(request.level, SecurityLevel::kAuthPriv);
}

TEST_F(JournalTest, HoldsTheDiscoveryOfTheEngine) {
  RunStock(pdu_, "snmpget" + kAsLab, kState);

  const Exchange discovery = pdu_.journal().front();
  EXPECT_EQ(discovery.request.operation, Operation::kNone);
  EXPECT_EQ(discovery.refusal, "unknown engine ID");
  EXPECT_TRUE(discovery.response->is_report);
}

TEST_F(JournalTest, TellsAResendFromTheFirst) {
  pdu_.Inject(Fault::DropResponse().Once());

  RunStock(pdu_, "snmpget -t 0.1 -r 9", kState);

  EXPECT_FALSE(pdu_.journal()[0].request.is_resend);
  EXPECT_TRUE(pdu_.journal()[1].request.is_resend);
}

TEST_F(JournalTest, AnotherClientWithTheSameRequestIsNoResend) {
  RunStock(pdu_, "snmpget", kState);
  RunStock(pdu_, "snmpget", kState);

  EXPECT_THAT(pdu_, Received(GetOf(3).Resent()).Never());
}

TEST_F(JournalTest, TellsThatTheCommunityIsUnknown) {
  EXPECT_EQ(RefusalOf("snmpget -c guess -t 0.4"), "unknown community");
  EXPECT_EQ(Last().request.community, "guess");
}

TEST_F(JournalTest, TellsThatTheUserIsUnknown) {
  EXPECT_EQ(RefusalOf("snmpget -v3 -u eve -l authNoPriv -a SHA -A authkey1"),
            "unknown user");
}

TEST_F(JournalTest, TellsThatTheAuthenticationKeyIsWrong) {
  EXPECT_EQ(RefusalOf("snmpget -v3 -u lab -l authNoPriv -a SHA -A guesskey"),
            "wrong authentication key");
}

TEST_F(JournalTest, TellsThatThePrivacyKeyIsWrong) {
  EXPECT_EQ(RefusalOf("snmpget" + kAsLab + " -X guesskey"),
            "wrong privacy key");
}

TEST_F(JournalTest, TellsThatTheUserHasNoSuchLevel) {
  FakePdu::Options options = WithLab();
  options.users = {{{"lab", AuthProtocol::kSha1, "authkey1"}}};
  pdu_ = FakePdu::Start(options).value();

  EXPECT_EQ(RefusalOf("snmpget" + kAsLab),
            "the user has no such security level");
}

TEST_F(JournalTest, TellsThatTheLevelIsTooLow) {
  EXPECT_EQ(RefusalOf("snmpget -v3 -u lab -l noAuthNoPriv"),
            "no access below the level of the user's keys");
}

TEST_F(JournalTest, TellsThatTheContextIsUnknown) {
  EXPECT_EQ(RefusalOf("snmpget -t 0.4 -n rack4" + kAsLab), "unknown context");
}

TEST_F(JournalTest, TellsWhyASetIsRefused) {
  RunStock(pdu_, "snmpset", kOff + ' ' + kState + " i 2");

  const Exchange exchange = Last();
  EXPECT_EQ(exchange.response->status, ErrorStatus::kNotWritable);
  EXPECT_EQ(exchange.response->error_index, 2);
}

TEST_F(JournalTest, HoldsNoAnswerWhereNoneWasSent) {
  pdu_.Inject(Fault::DropRequest());

  RunStock(pdu_, "snmpget -t 0.4", kState);

  EXPECT_FALSE(Last().response.has_value());
  EXPECT_EQ(Last().fault, "drop request");
}

TEST_F(JournalTest, TellsWhatFaultsDid) {
  pdu_.Inject(Fault::WrongType());
  pdu_.Inject(Fault::NoiseBeforeResponse());

  RunStock(pdu_, "snmpget", kState);

  EXPECT_EQ(Last().fault, "wrong type, noise before response");
  EXPECT_EQ(Last().response->varbinds[0].value, Value::OctetString("1"));
}

TEST_F(JournalTest, HoldsTheLastExchangesAlone) {
  FakePdu::Options options = WithLab();
  options.journal_size = 2;
  FakePdu pdu = FakePdu::Start(options).value();

  RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(pdu.journal(),
              ElementsAre(NextOf("rPDUOutletStatusOutletState.7"),
                          NextOf("rPDUOutletStatusOutletState.8")));
  EXPECT_EQ(pdu.journal()[1].number, 9U);
}

TEST_F(JournalTest, CountsOnAfterItWasCleared) {
  RunStock(pdu_, "snmpget", kState);
  pdu_.ClearJournal();
  RunStock(pdu_, "snmpget", kState);

  EXPECT_THAT(pdu_.journal(), SizeIs(1));
  EXPECT_EQ(Last().number, 2U);
}

TEST_F(JournalTest, IsKeptByThePduThatWasAsked) {
  FakePdu other = FakePdu::Start("AP7900").value();

  RunStock(other, "snmpget", kState);

  EXPECT_THAT(pdu_.journal(), IsEmpty());
  EXPECT_THAT(other.journal(), SizeIs(1));
}

TEST_F(JournalTest, PrintsAnExchangeInOneLine) {
  RunStock(pdu_, "snmpset", kOff);

  EXPECT_THAT(
      ::testing::PrintToString(Last()),
      MatchesRegex("#1 ..:..:..\\.... 127\\.0\\.0\\.1:[0-9]+ v2c \"private\" "
                   "SET rPDUOutletControlOutletCommand\\.3 = 2 -> ok"));
}

TEST_F(JournalTest, PrintsRefusalsAndFaults) {
  pdu_.Inject(Fault::WrongRequestId());

  RunStock(pdu_, "snmpget -t 0.4 -c guess", kState);

  EXPECT_THAT(::testing::PrintToString(Last()),
              MatchesRegex(".* -> no answer \\(unknown community\\) "
                           "\\[fault: wrong request ID\\]"));
}

TEST_F(JournalTest, StampsExchangesByTheClockOfThePdu) {
  ManualClock clock;
  FakePdu pdu = FakePdu::Start({.model = "AP7900", .clock = &clock}).value();

  RunStock(pdu, "snmpget", kState);

  EXPECT_EQ(pdu.journal()[0].time, clock.WallNow());
}

}  // namespace
}  // namespace pdukit
