// The time of day jumps about: nothing goes by it. Every way in which the
// process, Net-SNMP included, could ask for it is answered by this file.

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace {

// Each question finds the time a day later, or a day and a half earlier.
std::atomic<bool> jumps{false};
std::atomic<unsigned> questions{0};

timespec TimeOfDay() {
  timespec time{};
  syscall(SYS_clock_gettime, CLOCK_REALTIME, &time);
  if (jumps) {
    constexpr time_t kDay = 24 * 60 * 60;
    time.tv_sec += questions++ % 2 == 0 ? kDay : -kDay * 3 / 2;
  }
  return time;
}

}  // namespace

extern "C" int clock_gettime(clockid_t id, timespec* time) noexcept {
  if (id != CLOCK_REALTIME && id != CLOCK_REALTIME_COARSE) {
    return static_cast<int>(syscall(SYS_clock_gettime, id, time));
  }
  *time = TimeOfDay();
  return 0;
}

extern "C" int gettimeofday(timeval* time, void* /*zone*/) noexcept {
  const timespec now = TimeOfDay();
  *time = {now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

extern "C" time_t time(time_t* time) noexcept {
  const timespec now = TimeOfDay();
  if (time != nullptr) {
    *time = now.tv_sec;
  }
  return now.tv_sec;
}

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::FakePdu;
using fake_pdu::Fault;
using fake_pdu::OutletState;
using fake_pdu::SetOf;
using std::chrono::milliseconds;
using std::chrono::seconds;

class ClockJumpTest : public ::testing::Test {
 protected:
  ClockJumpTest() { jumps = true; }
  ~ClockJumpTest() override { jumps = false; }

  static UsmUser User() {
    return {"operator", AuthProtocol::kSha1, "auth passphrase",
            PrivProtocol::kAes128, "priv passphrase"};
  }

  FakePdu Start() {
    FakePdu::Options options;
    options.model = "AP7900";
    options.users = {{User()}};
    return FakePdu::Start(options).value();
  }

  SnmpPdu Open(SnmpVersion version) {
    SnmpPdu::Options options;
    options.version = version;
    options.user = User();
    options.timeout = milliseconds(500);
    options.deadline = seconds(60);
    return SnmpPdu::Open(pdu_.address(), options).value();
  }

  FakePdu pdu_ = Start();
};

TEST_F(ClockJumpTest, TheTimeOfDayDoesJump) {
  const Clock::WallTime first = Clock::Real().WallNow();
  const Clock::WallTime second = Clock::Real().WallNow();

  EXPECT_GT(std::chrono::abs(second - first), std::chrono::hours(24));
}

TEST_F(ClockJumpTest, TheTimeWindowOfVersion3IsKept) {
  const SnmpPdu client = Open(SnmpVersion::kV3);

  EXPECT_TRUE(client.outlet(3).value().Off().ok());
  EXPECT_TRUE(client.outlet(3).value().On().ok());

  // Discovery is the one Report that there is.
  int reports = 0;
  for (const fake_pdu::Exchange& exchange : pdu_.journal()) {
    reports += exchange.response && exchange.response->is_report ? 1 : 0;
  }
  EXPECT_EQ(reports, 1);
}

TEST_F(ClockJumpTest, ATimeoutIsNoShorterAndNoLonger) {
  const SnmpPdu client = Open(SnmpVersion::kV2c);
  pdu_.Inject(Fault::DropResponse().For(SetOf(3)).Once());
  const Clock::TimePoint before = Clock::Real().Now();

  EXPECT_TRUE(client.outlet(3).value().Off().ok());

  const Clock::Duration took = Clock::Real().Now() - before;
  EXPECT_GE(took, milliseconds(400));
  EXPECT_LT(took, seconds(30));
}

TEST_F(ClockJumpTest, ADelayIsNoShorterAndNoLonger) {
  const SnmpPdu client = Open(SnmpVersion::kV2c);
  pdu_.outlet(3).SetRelayDelay(milliseconds(300));
  const Clock::TimePoint before = Clock::Real().Now();

  EXPECT_TRUE(client.outlet(3).value().Off().ok());

  const Clock::Duration took = Clock::Real().Now() - before;
  EXPECT_GE(took, milliseconds(300));
  EXPECT_LT(took, seconds(30));
  EXPECT_EQ(pdu_.outlet(3).state(), OutletState::kOff);
}

TEST_F(ClockJumpTest, AWaitLastsAsLongAsItWasTold) {
  const Clock::TimePoint before = Clock::Real().Now();

  EXPECT_FALSE(pdu_.WaitUntil([] { return false; }, milliseconds(200)));

  const Clock::Duration took = Clock::Real().Now() - before;
  EXPECT_GE(took, milliseconds(200));
  EXPECT_LT(took, seconds(30));
}

}  // namespace
}  // namespace pdukit
