// Whatever is asked, in whatever way: no pass phrase comes out again.

#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/endpoint.h"
#include "client/session/net_snmp_session.h"
#include "fake_pdu/fake_pdu.h"
#include "tests/security/askers.h"

namespace pdukit {
namespace {

using client::Endpoint;
using client::NetSnmpSession;
using client::Resend;
using fake_pdu::Exchange;
using fake_pdu::FakePdu;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

const Oid kSysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

MATCHER(HoldsNoPassphrase, "") {
  for (const std::string& passphrase : Passphrases()) {
    if (arg.find(passphrase) != std::string::npos) {
      *result_listener << "which holds \"" << passphrase << '"';
      return false;
    }
  }
  return true;
}

std::unique_ptr<NetSnmpSession> SessionOf(const Asker& asker,
                                          const FakePdu& pdu) {
  NetSnmpSession::Options options;
  options.endpoint = Endpoint::Parse(pdu.address()).value();
  options.version = asker.version;
  options.community = asker.community;
  options.user = asker.user;
  // Silence is an answer here, too.
  options.timeout =
      std::chrono::milliseconds(asker.entry == Entry::kSilence ? 50 : 20000);
  options.retries = 0;
  return NetSnmpSession::Open(options).value();
}

// What each asker is told when they try to write, or walk.
std::string ErrorsOf(const FakePdu& pdu) {
  std::ostringstream errors;
  for (const Asker& asker : Askers()) {
    const auto session = SessionOf(asker, pdu);
    const Result<void> set =
        session->Set({{kSysName, Value::Integer32(1)}}, Resend::kNever);
    const auto walk = Walk(*session, kSysName);
    errors << asker << ": " << set << ' ' << walk.ok() << ' '
           << (walk.ok() ? "" : walk.error().Text()) << '\n';
  }
  return errors.str();
}

std::string JournalOf(const FakePdu& pdu) {
  std::ostringstream text;
  for (const Exchange& exchange : pdu.journal()) {
    text << exchange << '\n';
  }
  return text.str();
}

class DisclosureTest : public ::testing::Test {
 protected:
  FakePdu pdu_ = StartGuarded();
  const std::string errors_ = ErrorsOf(pdu_);
};

TEST_F(DisclosureTest, NoErrorHoldsASecret) {
  EXPECT_THAT(errors_, HasSubstr("V3WrongAuthKeyAtAuthPriv: "));
  EXPECT_THAT(errors_, HoldsNoPassphrase());
  EXPECT_THAT(errors_, Not(HasSubstr("community-guess")));
  EXPECT_THAT(errors_, Not(HasSubstr("read-secret")));
}

// Communities it shows: they are what v1 and v2c have for names, and a test
// that asks with the wrong one has to see it.
TEST_F(DisclosureTest, TheJournalShowsWhoAskedButNoPassphrase) {
  const std::string journal = JournalOf(pdu_);

  EXPECT_THAT(journal, HasSubstr("user \"writer-priv\""));
  EXPECT_THAT(journal, HasSubstr("\"community-guess\""));
  EXPECT_THAT(journal, HoldsNoPassphrase());
}

TEST_F(DisclosureTest, NoWalkComesToASecret) {
  for (const Asker& asker : Askers()) {
    if (asker.entry != Entry::kReadWrite) {
      continue;
    }
    const auto walk = Walk(*SessionOf(asker, pdu_), Oid{1, 3}).value();
    ASSERT_THAT(walk, SizeIs(Gt(50))) << asker;
    for (const Varbind& varbind : walk) {
      const std::string text = varbind.value.ToString();
      ASSERT_THAT(text, HoldsNoPassphrase()) << asker << varbind.oid;
      ASSERT_THAT(text, Not(HasSubstr("-secret"))) << asker << varbind.oid;
    }
  }
}

}  // namespace
}  // namespace pdukit
