// The process runs out of file descriptors.

#include <sys/resource.h>

#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/snmp_pdu.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit {
namespace {

using client::SnmpPdu;
using fake_pdu::FakePdu;
using fake_pdu::OutletState;
using ::testing::HasSubstr;

// No more than so many may be opened while it lives; those that are open stay
// so.
class FewDescriptors {
 public:
  explicit FewDescriptors(rlim_t count) {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit few = before_;
    few.rlim_cur = count;
    setrlimit(RLIMIT_NOFILE, &few);
  }
  ~FewDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }
  FewDescriptors(const FewDescriptors&) = delete;
  FewDescriptors& operator=(const FewDescriptors&) = delete;

 private:
  rlimit before_{};
};

// Starts PDUs until no more will; says why.
Error StartAllThereCanBe(std::vector<FakePdu>& pdus) {
  while (true) {
    Result<FakePdu> next = FakePdu::Start("AP7900");
    if (!next.ok()) {
      return next.error();
    }
    pdus.push_back(*std::move(next));
  }
}

TEST(DescriptorsTest, ThePduThatGetsNoneSaysSo) {
  const FewDescriptors few(64);
  std::vector<FakePdu> pdus;

  const Error error = StartAllThereCanBe(pdus);

  EXPECT_GT(pdus.size(), 30);
  EXPECT_EQ(error.kind, ErrorKind::kSystem);
  EXPECT_EQ(error.Text(),
            "cannot listen on 127.0.0.1:0: the process has no file descriptor "
            "left; raise its limit (ulimit -n)");
}

TEST(DescriptorsTest, TheOthersGoOnAnswering) {
  std::vector<FakePdu> pdus;
  pdus.push_back(FakePdu::Start("AP7900").value());
  const SnmpPdu client = SnmpPdu::Open(pdus.front().address(), {}).value();
  const FewDescriptors few(64);
  StartAllThereCanBe(pdus);

  EXPECT_TRUE(client.outlet(3).value().Off().ok());

  EXPECT_EQ(pdus.front().outlet(3).state(), OutletState::kOff);
}

TEST(DescriptorsTest, OnceThereAreMoreAgainAllIsWell) {
  std::vector<FakePdu> pdus;
  {
    const FewDescriptors few(64);
    StartAllThereCanBe(pdus);
  }

  const Result<FakePdu> next = FakePdu::Start("AP7900");

  ASSERT_TRUE(next.ok()) << next.error();
  EXPECT_TRUE(SnmpPdu::Open(next->address(), {}).ok());
}

// In a process of its own, since the agent starts but once in each.
TEST(DescriptorsDeathTest, TheFirstStartCanBeTriedAgain) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto start_twice = [] {
    {
      const FewDescriptors none(0);
      const Result<FakePdu> first = FakePdu::Start("AP7900");
      if (first.ok() || first.error().kind != ErrorKind::kSystem) {
        std::exit(1);
      }
    }
    const Result<FakePdu> second = FakePdu::Start("AP7900");
    std::exit(second.ok() && SnmpPdu::Open(second->address(), {}).ok() ? 0 : 2);
  };

  EXPECT_EXIT(start_twice(), ::testing::ExitedWithCode(0), "");
}

TEST(DescriptorsTest, AClientThatGetsNoneSaysSo) {
  const FakePdu pdu = FakePdu::Start("AP7900").value();
  const FewDescriptors none(0);

  const Result<SnmpPdu> client = SnmpPdu::Open(pdu.address(), {});

  ASSERT_FALSE(client.ok());
  EXPECT_EQ(client.error().kind, ErrorKind::kSystem);
  EXPECT_THAT(client.error().Text(), HasSubstr(pdu.address()));
}

}  // namespace
}  // namespace pdukit
