// A hundred PDUs and eight client threads in one process. Every PDU knows the
// same user name under keys of its own: no wrong key may pass, and no right one
// may fail.

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/endpoint.h"
#include "client/session/net_snmp_session.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit {
namespace {

using client::Endpoint;
using client::NetSnmpSession;
using client::Resend;
using fake_pdu::FakePdu;

constexpr int kPdus = 100;
constexpr int kThreads = 8;
constexpr int kRoundsPerThread = 60;

// sPDUOutletCtl of PowerNet-MIB, outlet 1.
const Oid kOutletCtl{1, 3, 6, 1, 4, 1, 318, 1, 1, 4, 4, 2, 1, 3, 1};

UsmUser UserOf(int pdu) {
  constexpr AuthProtocol kAuth[] = {
      AuthProtocol::kMd5,    AuthProtocol::kSha1,   AuthProtocol::kSha224,
      AuthProtocol::kSha256, AuthProtocol::kSha384, AuthProtocol::kSha512};
  constexpr PrivProtocol kPriv[] = {
      PrivProtocol::kNone, PrivProtocol::kDes, PrivProtocol::kAes128,
      PrivProtocol::kAes192, PrivProtocol::kAes256};
  UsmUser user;
  user.name = "operator";
  user.auth_protocol = kAuth[pdu % 6];
  // Ten passphrases: some PDUs share one, their engine IDs keep them apart.
  user.auth_passphrase = "auth passphrase " + std::to_string(pdu % 10);
  user.priv_protocol = kPriv[pdu % 5];
  user.priv_passphrase = "priv passphrase " + std::to_string(pdu % 10);
  return user;
}

FakePdu StartPdu(int pdu) {
  FakePdu::Options options;
  options.model = "AP7900";
  options.users = {{UserOf(pdu), FakePdu::Access::kReadWrite}};
  return FakePdu::Start(options).value();
}

struct Tally {
  std::atomic<int> right_keys_refused{0};
  std::atomic<int> wrong_keys_accepted{0};
  std::atomic<int> requests{0};
};

Result<void> SwitchWith(const std::string& address, const UsmUser& user,
                        int value) {
  NetSnmpSession::Options options;
  options.endpoint = Endpoint::Parse(address).value();
  options.version = SnmpVersion::kV3;
  options.user = user;
  // Sanitizers make it slow; a wrong privacy key is answered all the same.
  options.timeout = std::chrono::seconds(20);
  options.retries = 0;
  Result<std::unique_ptr<NetSnmpSession>> session =
      NetSnmpSession::Open(options);
  if (!session.ok()) {
    return session.error();
  }
  return (*session)->Set({{kOutletCtl, Value::Integer32(value)}},
                         Resend::kNever);
}

void Drive(int thread, const std::vector<FakePdu>& pdus, Tally& tally) {
  for (int round = 0; round < kRoundsPerThread; ++round) {
    const int pdu = (thread * 13 + round * 7) % kPdus;
    const std::string& address = pdus[static_cast<std::size_t>(pdu)].address();
    if (!SwitchWith(address, UserOf(pdu), 1 + round % 2).ok()) {
      ++tally.right_keys_refused;
    }
    UsmUser wrong = UserOf(pdu);
    wrong.auth_passphrase = "auth passphrase " + std::to_string(pdu % 10 + 1);
    if (SwitchWith(address, wrong, 1).ok()) {
      ++tally.wrong_keys_accepted;
    }
    tally.requests += 2;
  }
}

TEST(ManyPdusTest, EachKnowsItsOwnKeys) {
  std::vector<FakePdu> pdus;
  for (int pdu = 0; pdu < kPdus; ++pdu) {
    pdus.push_back(StartPdu(pdu));
  }
  Tally tally;

  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back(
        [thread, &pdus, &tally] { Drive(thread, pdus, tally); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }

  EXPECT_EQ(tally.requests, 2 * kThreads * kRoundsPerThread);
  EXPECT_EQ(tally.right_keys_refused, 0);
  EXPECT_EQ(tally.wrong_keys_accepted, 0);
}

TEST(ManyPdusTest, StartingAndStoppingOthersDisturbsNobody) {
  std::vector<FakePdu> pdus;
  for (int pdu = 0; pdu < kPdus; ++pdu) {
    pdus.push_back(StartPdu(pdu));
  }
  Tally tally;
  std::atomic<bool> done{false};

  std::thread churn([&done] {
    for (int pdu = 0; !done; ++pdu) {
      FakePdu passing = StartPdu(pdu);
    }
  });
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back(
        [thread, &pdus, &tally] { Drive(thread, pdus, tally); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  done = true;
  churn.join();

  EXPECT_EQ(tally.right_keys_refused, 0);
  EXPECT_EQ(tally.wrong_keys_accepted, 0);
}

}  // namespace
}  // namespace pdukit
