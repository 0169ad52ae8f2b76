#include "fake_pdu/agent/listen_address.h"

#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

TEST(ListenAddressTest, IsReadAsIpv4) {
  const ListenAddress address = ListenAddress::Parse("127.0.0.1:1161").value();

  EXPECT_EQ(address.host, "127.0.0.1");
  EXPECT_EQ(address.port, 1161);
  EXPECT_EQ(address.ToString(), "127.0.0.1:1161");
}

TEST(ListenAddressTest, IsReadAsIpv6) {
  const ListenAddress address = ListenAddress::Parse("[::1]:0").value();

  EXPECT_EQ(address.host, "::1");
  EXPECT_EQ(address.port, 0);
  EXPECT_EQ(address.ToString(), "[::1]:0");
}

TEST(ListenAddressTest, SaysWhatAnAddressLooksLike) {
  const Result<ListenAddress> address = ListenAddress::Parse("localhost:161");

  ASSERT_FALSE(address.ok());
  EXPECT_EQ(address.error().Text(),
            "\"localhost:161\" is not an IP address with a port; write "
            "127.0.0.1:0 or [::1]:0, where 0 takes a free port");
}

class BadListenAddressTest : public ::testing::TestWithParam<const char*> {};

TEST_P(BadListenAddressTest, IsRefused) {
  const Result<ListenAddress> address = ListenAddress::Parse(GetParam());

  ASSERT_FALSE(address.ok());
  EXPECT_EQ(address.error().kind, ErrorKind::kInvalidArgument);
}

INSTANTIATE_TEST_SUITE_P(Texts, BadListenAddressTest,
                         ::testing::Values("", ":0", "127.0.0.1",
                                           "127.0.0.1:", "127.0.0.1:65536",
                                           "127.0.0.1:-1", "127.0.0.1: 1",
                                           "127.0.0.1:1x", "127.0.0:1",
                                           "[127.0.0.1]:1", "::1:0", "[::1]",
                                           "[]:0", "[::g]:0", "[::1]0"));

}  // namespace
}  // namespace pdukit::fake_pdu
