// What is left of PDUs that are gone: nothing.

#include <cstddef>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"
#include "tests/stress/process_usage.h"

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::FakePdu;

constexpr int kPdus = 10;
constexpr int kWarmUpRounds = 3;
constexpr int kRounds = 30;

// Below what one object lost per round comes to, and above what malloc itself
// differs by from run to run without its caches (BUILD).
constexpr std::size_t kHeapTolerance = 4096;

UsmUser User() {
  UsmUser user;
  user.name = "operator";
  user.auth_protocol = AuthProtocol::kSha1;
  user.auth_passphrase = "auth passphrase";
  user.priv_protocol = PrivProtocol::kAes128;
  user.priv_passphrase = "priv passphrase";
  return user;
}

// PDUs come, are switched over v3, and go.
void Round() {
  FakePdu::Options options;
  options.model = "AP7900";
  options.users = {{User(), FakePdu::Access::kReadWrite}};
  std::vector<FakePdu> pdus;
  for (int pdu = 0; pdu < kPdus; ++pdu) {
    pdus.push_back(FakePdu::Start(options).value());
  }
  SnmpPdu::Options client;
  client.version = SnmpVersion::kV3;
  client.user = User();
  for (const FakePdu& pdu : pdus) {
    SnmpPdu::Open(pdu.address(), client)
        .value()
        .outlet(1)
        .value()
        .Off()
        .value();
  }
}

TEST(LifeCycleTest, LeavesNoDescriptor) {
  Round();
  const int before = ProcessUsage::Now().descriptors;

  Round();

  EXPECT_EQ(ProcessUsage::Now().descriptors, before);
}

TEST(LifeCycleTest, MemoryDoesNotGrow) {
  for (int round = 0; round < kWarmUpRounds; ++round) {
    Round();
  }
  const std::size_t before = ProcessUsage::Now().heap_bytes;

  for (int round = 0; round < kRounds; ++round) {
    Round();
  }

  EXPECT_LT(ProcessUsage::Now().heap_bytes, before + kHeapTolerance);
}

TEST(LifeCycleTest, APortIsFreeOnceItsPduIsGone) {
  std::string address;
  {
    const FakePdu pdu = FakePdu::Start("AP7900").value();
    address = pdu.address();
  }
  FakePdu::Options options;
  options.model = "AP7900";
  options.listen = address;

  const Result<FakePdu> next = FakePdu::Start(options);

  EXPECT_TRUE(next.ok()) << next;
}

TEST(LifeCycleTest, ATakenPortIsNamedAndItsHolderGoesOn) {
  const FakePdu pdu = FakePdu::Start("AP7900").value();
  FakePdu::Options options;
  options.model = "AP7900";
  options.listen = pdu.address();

  const Result<FakePdu> second = FakePdu::Start(options);

  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().kind, ErrorKind::kSystem);
  EXPECT_TRUE(SnmpPdu::Open(pdu.address(), {}).ok());
  EXPECT_NE(second.error().Text().find(pdu.address()), std::string::npos);
}

}  // namespace
}  // namespace pdukit
