// Fails, on purpose: what it prints is looked at by journal_listener_test.

#include <gtest/gtest.h>

#include "fake_pdu/agent/testing/test_client.h"
#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {
namespace {

TEST(FailingTest, WithAFake) {
  const FakePdu pdu = FakePdu::Start("AP7900").value();
  TestClient client(pdu.address(), SnmpVersion::kV2c, "private");
  client.Get({Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}});

  EXPECT_TRUE(false) << "the first failure";
  EXPECT_TRUE(false) << "the second failure";
}

TEST(FailingTest, WithoutAFake) { EXPECT_TRUE(false); }

}  // namespace
}  // namespace pdukit::fake_pdu
