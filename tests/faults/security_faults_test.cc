// What goes wrong with SNMPv3 and with who may do what.

#include <chrono>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"
#include "fake_pdu/testing/matchers.h"
#include "snmp/error_status.h"
#include "tests/faults/lab_user.h"
#include "tests/faults/outlet_objects.h"
#include "tests/faults/stock_client.h"

namespace pdukit {
namespace {

using fake_pdu::AnyRequest;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::GetOf;
using fake_pdu::Operation;
using fake_pdu::OutletIs;
using fake_pdu::OutletState;
using fake_pdu::Received;
using fake_pdu::ReportKind;
using ::testing::HasSubstr;

TEST(SecurityFaultsTest, TheEngineIdIsUnknown) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::Report(ReportKind::kUnknownEngineId));

  const StockRun get = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);

  EXPECT_THAT(get, Fails(1, "Unknown engine ID"));
}

TEST(SecurityFaultsTest, TheUserIsUnknown) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::Report(ReportKind::kUnknownUser));

  const StockRun get = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);

  EXPECT_THAT(get, Fails(1, "Unknown user name"));
}

TEST(SecurityFaultsTest, TheKeyIsWrong) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::Report(ReportKind::kWrongDigest));

  const StockRun get = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);

  EXPECT_THAT(get, Fails(1, "Authentication failure"));
}

TEST(SecurityFaultsTest, TheMessageCannotBeDecrypted) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::Report(ReportKind::kDecryptionError));

  const StockRun get = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);

  EXPECT_THAT(get, Fails(1, "Decryption error"));
}

TEST(SecurityFaultsTest, TheSecurityLevelIsUnsupported) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::Report(ReportKind::kUnsupportedSecurityLevel));

  const StockRun get = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);

  EXPECT_THAT(get, Fails(1, "Unsupported security level"));
}

TEST(SecurityFaultsTest, OnceOutsideTheTimeWindowIsAskedAgain) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::Report(ReportKind::kNotInTimeWindow).Once());

  const StockRun get = RunStock(pdu, "snmpget" + kAsLab, kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_THAT(pdu, Received(GetOf(3)).Times(2));
}

TEST(SecurityFaultsTest, AlwaysOutsideTheTimeWindowHangsTheClient) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::Report(ReportKind::kNotInTimeWindow));

  const StockRun get =
      RunStock(pdu, "snmpget" + kAsLab, kState, std::chrono::seconds(1));

  EXPECT_EQ(get.status, kHung);
  EXPECT_THAT(pdu, Received(GetOf(3)).Times(2));
}

TEST(SecurityFaultsTest, OneUserIsNotAnswered) {
  FakePdu::Options options = WithLab();
  options.users.push_back({{"guest"}});
  FakePdu pdu = FakePdu::Start(options).value();
  pdu.Inject(Fault::Mute().For(AnyRequest().From("lab")));

  const StockRun lab = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);
  const StockRun guest =
      RunStock(pdu, "snmpget -v3 -u guest -l noAuthNoPriv", kState);

  EXPECT_THAT(lab, Fails(1, "Timeout"));
  EXPECT_THAT(guest, Prints("1"));
}

TEST(SecurityFaultsTest, DiscoveryIsNotAnswered) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Inject(Fault::DropRequest().For(AnyRequest().Of(Operation::kNone)));

  const StockRun v3 = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);
  const StockRun v2c = RunStock(pdu, "snmpget", kState);

  EXPECT_THAT(v3, Fails(1, "Timeout"));
  EXPECT_THAT(v2c, Prints("1"));
}

TEST(SecurityFaultsTest, ARestartedCardCountsABoot) {
  FakePdu pdu = FakePdu::Start(WithLab()).value();
  pdu.Restart();

  const StockRun get = RunStock(pdu, "snmpget -Dlcd" + kAsLab, kState);

  EXPECT_THAT(get, Prints("1"));
  EXPECT_THAT(get.errors, HasSubstr("boots=2,"));
}

TEST(SecurityFaultsTest, AUsedUpCountOfBootsAdmitsNobody) {
  FakePdu::Options options = WithLab();
  options.engine_boots = 2147483647;
  FakePdu pdu = FakePdu::Start(options).value();

  const StockRun get = RunStock(pdu, "snmpget -t 0.1" + kAsLab, kState);

  EXPECT_THAT(get, Fails(1, "Timeout"));
  EXPECT_EQ(pdu.journal().back().refusal, "not in time window");
}

TEST(SecurityFaultsTest, TheUserMayOnlyRead) {
  FakePdu::Options options = WithLab();
  options.users = {{kLab, FakePdu::Access::kReadOnly}};
  FakePdu pdu = FakePdu::Start(options).value();

  const StockRun set = RunStock(pdu, "snmpset" + kAsLab, kOff);

  EXPECT_THAT(set, Fails(2, "noAccess"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(SecurityFaultsTest, TheWriteCommunityWasChanged) {
  FakePdu::Options options = WithLab();
  options.write_community = "changed";
  FakePdu pdu = FakePdu::Start(options).value();

  const StockRun set = RunStock(pdu, "snmpset -t 0.1", kOff);

  EXPECT_THAT(set, Fails(1, "Timeout"));
  EXPECT_THAT(pdu, OutletIs(3, OutletState::kOn));
}

TEST(SecurityFaultsTest, NoCommunityMayReadAlone) {
  FakePdu::Options options = WithLab();
  options.read_community = "";
  FakePdu pdu = FakePdu::Start(options).value();

  const StockRun reader = RunStock(pdu, "snmpget -c public -t 0.1", kState);
  const StockRun writer = RunStock(pdu, "snmpget -c private", kState);

  EXPECT_THAT(reader, Fails(1, "Timeout"));
  EXPECT_THAT(writer, Prints("1"));
}

}  // namespace
}  // namespace pdukit
