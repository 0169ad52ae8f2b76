// The test process forks while it has fakes.

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/command.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::FakePdu;
using fake_pdu::OutletState;
using ::testing::HasSubstr;
using ::testing::Not;

// What a child of fork returned.
int InChild(const std::function<int()>& work) {
  const pid_t pid = fork();
  if (pid == 0) {
    _exit(work());
  }
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class ForkTest : public ::testing::Test {
 protected:
  static UsmUser User() {
    return {"operator", AuthProtocol::kSha1, "auth passphrase",
            PrivProtocol::kAes128, "priv passphrase"};
  }

  static std::optional<FakePdu> Start() {
    FakePdu::Options options;
    options.model = "AP7900";
    options.users = {{User()}};
    return FakePdu::Start(options).value();
  }

  Result<void> Switch(SnmpVersion version, bool on) const {
    SnmpPdu::Options options;
    options.version = version;
    options.user = User();
    options.timeout = std::chrono::seconds(20);
    options.deadline = std::chrono::seconds(60);
    const Result<SnmpPdu> client = SnmpPdu::Open(pdu_->address(), options);
    if (!client.ok()) {
      return client.error();
    }
    return on ? client->outlet(3).value().On()
              : client->outlet(3).value().Off();
  }

  std::optional<FakePdu> pdu_ = Start();
};

TEST_F(ForkTest, AChildThatEndsLeavesTheParentsFakesAlone) {
  ASSERT_EQ(InChild([] { return 7; }), 7);

  EXPECT_TRUE(Switch(SnmpVersion::kV2c, false).ok());
}

TEST_F(ForkTest, AChildThatDestroysThemLeavesTheParentsAlone) {
  ASSERT_EQ(InChild([this] {
              pdu_.reset();
              return 7;
            }),
            7);

  EXPECT_TRUE(Switch(SnmpVersion::kV2c, false).ok());
  EXPECT_EQ(pdu_->outlet(3).state(), OutletState::kOff);
}

TEST_F(ForkTest, AChildMayAskTheParentsFakes) {
  ASSERT_EQ(InChild([this] {
              const bool done = Switch(SnmpVersion::kV2c, false).ok() &&
                                Switch(SnmpVersion::kV3, true).ok() &&
                                Switch(SnmpVersion::kV3, false).ok();
              return done ? 7 : 1;
            }),
            7);

  EXPECT_EQ(pdu_->outlet(3).state(), OutletState::kOff);
}

TEST_F(ForkTest, AForkAmidTrafficLeavesNoLockBehind) {
  std::atomic<bool> done{false};
  std::thread traffic([this, &done] {
    while (!done) {
      EXPECT_TRUE(Switch(SnmpVersion::kV3, false).ok());
    }
  });

  for (int child = 0; child < 20; ++child) {
    EXPECT_EQ(InChild([this] {
                return Switch(SnmpVersion::kV2c, false).ok() ? 7 : 1;
              }),
              7);
  }

  done = true;
  traffic.join();
}

TEST_F(ForkTest, AProgramThatIsStartedHoldsNoneOfTheirSockets) {
  const CommandOutput output =
      RunCommand({"ls", "-l", "/proc/self/fd"}, "", std::chrono::seconds(30))
          .value();

  EXPECT_THAT(output.out, HasSubstr(" -> "));
  EXPECT_THAT(output.out, Not(HasSubstr("socket:")));
  EXPECT_THAT(output.out, Not(HasSubstr("anon_inode:")));
}

TEST_F(ForkTest, AProgramThatIsExecutedHoldsNoneOfTheirSockets) {
  const pid_t pid = fork();
  if (pid == 0) {
    execl("/bin/sh", "sh", "-c",
          "! ls -l /proc/self/fd | grep -qE 'socket:|anon_inode:'", nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(pid, &status, 0);

  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace pdukit
