#include "client/endpoint.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;

struct Case {
  std::string text;
  Endpoint endpoint;
  std::string printed;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class EndpointParseTest : public ::testing::TestWithParam<Case> {};

TEST_P(EndpointParseTest, FindsHostAndPort) {
  Result<Endpoint> endpoint = Endpoint::Parse(GetParam().text);

  ASSERT_TRUE(endpoint.ok()) << endpoint.error();
  EXPECT_EQ(*endpoint, GetParam().endpoint);
  EXPECT_EQ(endpoint->ToString(), GetParam().printed);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, EndpointParseTest,
    ::testing::Values(
        Case{"10.0.0.7", {"10.0.0.7", 161}, "10.0.0.7"},
        Case{"10.0.0.7:1161", {"10.0.0.7", 1161}, "10.0.0.7:1161"},
        Case{"pdu.example", {"pdu.example", 161}, "pdu.example"},
        Case{"pdu.example:65535", {"pdu.example", 65535}, "pdu.example:65535"},
        Case{"::1", {"::1", 161}, "::1"}, Case{"[::1]", {"::1", 161}, "::1"},
        Case{"[fe80::1%eth0]:1161",
             {"fe80::1%eth0", 1161},
             "[fe80::1%eth0]:1161"}));

class EndpointRefusalTest : public ::testing::TestWithParam<std::string> {};

TEST_P(EndpointRefusalTest, SaysWhatIsExpected) {
  Result<Endpoint> endpoint = Endpoint::Parse(GetParam());

  ASSERT_FALSE(endpoint.ok());
  EXPECT_EQ(endpoint.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_THAT(endpoint.error().Text(), HasSubstr("HOST:PORT"));
}

INSTANTIATE_TEST_SUITE_P(
    Forms, EndpointRefusalTest,
    ::testing::Values("", ":161", "[]:161", "[::1", "[pdu]:161", "[a:1]:161",
                      "[[::1]:161", "pdu]", "[::1]161", "pdu:", "pdu:0",
                      "pdu:65536", "pdu:x", "pdu:16x", "a pdu", "pdu:-1"));

}  // namespace
}  // namespace pdukit::client
