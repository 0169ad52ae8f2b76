#include "client/cli/addresses.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::vector<std::string> Endpoints(const std::vector<std::string>& words) {
  std::vector<std::string> endpoints;
  for (const Address& address : ExpandAddresses(words).value()) {
    endpoints.push_back(address.endpoint);
  }
  return endpoints;
}

TEST(AddressesTest, HostsStayAsTheyAre) {
  EXPECT_THAT(Endpoints({"10.0.0.7", "pdu.example:1161", "[::1]:161"}),
              ElementsAre("10.0.0.7", "pdu.example:1161", "[::1]:161"));
}

TEST(AddressesTest, RangeLeavesOutNetworkAndBroadcast) {
  EXPECT_THAT(Endpoints({"10.0.0.5/30"}), ElementsAre("10.0.0.5", "10.0.0.6"));
}

TEST(AddressesTest, SmallestRangesHaveNeither) {
  EXPECT_THAT(Endpoints({"10.0.0.4/31"}), ElementsAre("10.0.0.4", "10.0.0.5"));
  EXPECT_THAT(Endpoints({"10.0.0.4/32"}), ElementsAre("10.0.0.4"));
}

TEST(AddressesTest, PortBehindTheRangeIsThatOfEach) {
  EXPECT_THAT(Endpoints({"10.0.0.4/31:1161"}),
              ElementsAre("10.0.0.4:1161", "10.0.0.5:1161"));
}

TEST(AddressesTest, LargestRangeHasAllButTwo) {
  const std::vector<std::string> endpoints = Endpoints({"10.1.0.0/16"});

  ASSERT_THAT(endpoints, SizeIs(65534));
  EXPECT_EQ(endpoints.front(), "10.1.0.1");
  EXPECT_EQ(endpoints.back(), "10.1.255.254");
}

TEST(AddressesTest, OnlyWhatStandsByItselfIsNamed) {
  const std::vector<Address> addresses =
      ExpandAddresses({"10.0.0.7", "10.0.0.4/31"}).value();

  EXPECT_TRUE(addresses[0].named);
  EXPECT_FALSE(addresses[1].named);
}

class WrongAddressTest : public ::testing::TestWithParam<const char*> {};

TEST_P(WrongAddressTest, IsNamed) {
  const auto addresses = ExpandAddresses({"10.0.0.7", GetParam()});

  ASSERT_FALSE(addresses.ok());
  EXPECT_EQ(addresses.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_THAT(addresses.error().Text(), HasSubstr(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Words, WrongAddressTest,
                         ::testing::Values("10.0.0.0/15", "10.0.0.0/33",
                                           "10.0.0/24", "pdu.example/24",
                                           "10.0.0.0/", "10.0.0.0/24x", "h:0"));

}  // namespace
}  // namespace pdukit::client
