// What goes wrong in what a PDU answers.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/matchers.h"
#include "snmp/error_status.h"
#include "snmp/value.h"
#include "tests/faults/outlet_objects.h"
#include "tests/faults/stock_client.h"

namespace pdukit {
namespace {

using fake_pdu::AnyRequest;
using fake_pdu::BulkOf;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::GetOf;
using fake_pdu::NextOf;
using fake_pdu::OutletIs;
using fake_pdu::OutletState;
using fake_pdu::SetOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(ResponseFaultsTest, AnAnswerToAnotherRequestIsNoAnswer) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::WrongRequestId());

  const StockRun get = RunStock(pdu, "snmpget -d -t 0.1", kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_THAT(get, Fails(1, "Received 53 byte packet"));
}

TEST(ResponseFaultsTest, AStateIsATextInsteadOfANumber) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::WrongType().For(GetOf("rPDUOutletStatusOutletState")));

  const StockRun get = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(get, Prints("\"1\""));
}

TEST(ResponseFaultsTest, ANameIsANumberInsteadOfAText) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::WrongType().For(GetOf("rPDUOutletStatusOutletName")));

  const StockRun get = RunStock(pdu, "snmpget", kNames + ".3");

  EXPECT_THAT(get, Prints("0"));
}

TEST(ResponseFaultsTest, AStateThatNoMibKnowsIsAnswered) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::Integer32(99)).For(GetOf(3)));

  const StockRun get = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(get, Prints("99"));
}

TEST(ResponseFaultsTest, AMeterReadsNonsenseOnce) {
  FakePdu pdu = FakePdu::Start("PX3-5493U").value();
  pdu.Inject(Fault::AnswerWith(Value::Gauge32(4294967295)).Once());
  // measurementsOutletSensorValue: the current of outlet 1, in mA.
  const std::string current = ".1.3.6.1.4.1.13742.6.5.4.3.1.4.1.1.1";

  const StockRun first = RunStock(pdu, "snmpget", current);
  const StockRun second = RunStock(pdu, "snmpget", current);

  EXPECT_THAT(first, Prints("4294967295"));
  EXPECT_THAT(second, Prints("0"));
}

TEST(ResponseFaultsTest, ThePduSaysThatItIsOfAnotherMaker) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::ObjectIdentifier({1, 3, 6, 1, 4, 1, 99}))
                 .For(GetOf("sysObjectID")));

  const StockRun get = RunStock(pdu, "snmpget", ".1.3.6.1.2.1.1.2.0");

  EXPECT_THAT(get, Prints(".1.3.6.1.4.1.99"));
}

TEST(ResponseFaultsTest, ATableHasAHole) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::NoSuchInstance())
                 .For(AnyRequest().OfObject("rPDUOutletStatusOutletState.3")));

  const StockRun table = RunStock(
      pdu, "snmptable -Osq -M tests/interop -m PDUKIT-TEST-MIB -CH -Cf ,",
      "PDUKIT-TEST-MIB::rpduStatusTable");

  EXPECT_THAT(table, Prints(HasSubstr("\n2,\"Outlet 2\",on\n"
                                      "3,\"Outlet 3\",No Such Instance")));
}

TEST(ResponseFaultsTest, AWalkShowsOneOutletWithAWrongState) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::Integer32(2)).For(NextOf().OfOutlet(3)));

  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(walk, Prints("1\n1\n2\n1\n1\n1\n1\n1"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(ResponseFaultsTest, AnObjectOfTheModelIsMissing) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::NoSuchObject())
                 .For(GetOf("rPDUOutletStatusOutletState")));

  const StockRun get = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(get, Prints(HasSubstr("No Such Object")));
}

TEST(ResponseFaultsTest, AnOutletOfTheModelIsMissing) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::NoSuchInstance()).For(GetOf(3)));

  const StockRun get = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(get, Prints(HasSubstr("No Such Instance")));
}

TEST(ResponseFaultsTest, AWalkEndsInTheMiddleOfATable) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::EndOfMibView()).For(NextOf()).After(3));

  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(walk, Prints(HasSubstr("1\n1\n1\nNo more variables left")));
}

TEST(ResponseFaultsTest, UnderV1AnObjectOfTheModelIsMissing) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kNoSuchName).For(GetOf(3)));

  const StockRun get = RunStock(pdu, "snmpget -v1", kState);

  EXPECT_THAT(get, Fails(2, "noSuchName"));
}

TEST(ResponseFaultsTest, AGetIsAGeneralError) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kGenErr).For(GetOf()));

  const StockRun get = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(get, Fails(2, "(genError)"));
}

TEST(ResponseFaultsTest, OneOutletIsAGeneralError) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kGenErr).For(GetOf(3)));

  const StockRun bad = RunStock(pdu, "snmpget", kStates + ".3");
  const StockRun good = RunStock(pdu, "snmpget", kStates + ".4");

  EXPECT_THAT(bad, Fails(2, "(genError)"));
  EXPECT_THAT(good, Prints("1"));
}

TEST(ResponseFaultsTest, AnErrorNamesAVariableThatWasNotAskedFor) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kGenErr, 9).For(GetOf()));

  const StockRun get = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(get, Fails(2, "(genError)"));
  EXPECT_THAT(get.errors, Not(HasSubstr(kState)));
}

TEST(ResponseFaultsTest, AWalkBreaksOffAtAnError) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kGenErr).For(NextOf()).After(3));

  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(walk, Fails(2, "(genError)"));
  EXPECT_EQ(walk.output, "1\n1\n1");
}

TEST(ResponseFaultsTest, GetBulkIsTooBig) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::TooBig().For(BulkOf()));

  const StockRun bulk = RunStock(pdu, "snmpbulkget -Cr3", kStates);

  EXPECT_THAT(bulk, Fails(2, "(tooBig)"));
  EXPECT_THAT(pdu.journal().back().response->varbinds, IsEmpty());
}

TEST(ResponseFaultsTest, TwoVariablesAreTooMany) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::TooBig().For(GetOf().WithAtLeast(2)));

  const StockRun one = RunStock(pdu, "snmpget", kState);
  const StockRun two = RunStock(pdu, "snmpget", kState + " " + kState);

  EXPECT_THAT(one, Prints("1"));
  EXPECT_THAT(two, Fails(2, "(tooBig)"));
}

TEST(ResponseFaultsTest, ABusyPduRefusesOnce) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kResourceUnavailable).Once());

  const StockRun first = RunStock(pdu, "snmpset", kOff);
  const StockRun second = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(first, Fails(2, "resourceUnavailable"));
  EXPECT_THAT(second, Prints("2"));
}

TEST(ResponseFaultsTest, ASetCannotBeCommitted) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kCommitFailed).For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Fails(2, "commitFailed"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(ResponseFaultsTest, AllIsReadOnly) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::Refuse(ErrorStatus::kNotWritable).For(SetOf()));

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Fails(2, "notWritable"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(ResponseFaultsTest, AnObeyedCommandIsAnError) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::ObeyAndRefuse(ErrorStatus::kGenErr).For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Fails(2, "(genError)"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOff));
}

TEST(ResponseFaultsTest, TheAnswerToASetShowsTheOldValue) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AnswerWith(Value::Integer32(1)).For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Prints("1"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOff));
}

TEST(ResponseFaultsTest, AnAcknowledgedCommandIsNotObeyed) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::AcknowledgeOnly().For(SetOf(3)));

  const StockRun set = RunStock(pdu, "snmpset", kOff);

  EXPECT_THAT(set, Prints("2"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(ResponseFaultsTest, AWalkFindsOutletsThatAreNot) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::EndlessWalk().Times(10));

  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(walk, Prints("1\n1\n1\n1\n1\n1\n1\n1\n0\n0"));
}

TEST(ResponseFaultsTest, AWalkStandsStill) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::StandingWalk());

  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(walk, Fails(1, "OID not increasing"));
}

TEST(ResponseFaultsTest, ABulkWalkStandsStill) {
  FakePdu pdu = FakePdu::Start("AP7900").value();
  pdu.Inject(Fault::StandingWalk().For(BulkOf()));

  const StockRun bulk = RunStock(pdu, "snmpbulkwalk", kStates);
  const StockRun walk = RunStock(pdu, "snmpwalk", kStates);

  EXPECT_THAT(bulk, Fails(1, "OID not increasing"));
  EXPECT_THAT(walk, Prints("1\n1\n1\n1\n1\n1\n1\n1"));
}

}  // namespace
}  // namespace pdukit
