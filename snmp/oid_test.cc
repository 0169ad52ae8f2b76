#include "snmp/oid.h"

#include <gtest/gtest.h>

namespace pdukit {
namespace {

TEST(OidTest, ParsesDottedNumbers) {
  EXPECT_EQ(Oid::Parse("1.3.6.1.4.1.318").value(),
            Oid({1, 3, 6, 1, 4, 1, 318}));
}

TEST(OidTest, ParsesALeadingDot) {
  EXPECT_EQ(Oid::Parse(".1.3").value(), Oid({1, 3}));
}

TEST(OidTest, ParsesTheLargestSubIdentifier) {
  EXPECT_EQ(Oid::Parse("1.4294967295").value(), Oid({1, 4294967295U}));
}

TEST(OidTest, PrintsWithoutALeadingDot) {
  EXPECT_EQ(Oid({1, 3, 6}).ToString(), "1.3.6");
}

TEST(OidTest, OrdersByNumbersAndNotByText) {
  EXPECT_LT(Oid({1, 3, 9}), Oid({1, 3, 10}));
}

TEST(OidTest, OrdersAParentBeforeItsChildren) {
  EXPECT_LT(Oid({1, 3}), Oid({1, 3, 0}));
}

TEST(OidTest, AppendsToAParent) {
  const Oid column{1, 3, 6};

  EXPECT_EQ(column.Child(4), Oid({1, 3, 6, 4}));
  EXPECT_EQ(column.Child(Oid{4, 5}), Oid({1, 3, 6, 4, 5}));
}

TEST(OidTest, StartsWithItselfAndItsParentsOnly) {
  const Oid oid{1, 3, 6};

  EXPECT_TRUE(oid.StartsWith(oid));
  EXPECT_TRUE(oid.StartsWith({1, 3}));
  EXPECT_FALSE(oid.StartsWith({1, 3, 6, 1}));
  EXPECT_FALSE(oid.StartsWith({1, 4}));
}

class BadOidTest : public ::testing::TestWithParam<const char*> {};

TEST_P(BadOidTest, IsRefusedWithItsText) {
  const Result<Oid> oid = Oid::Parse(GetParam());

  ASSERT_FALSE(oid.ok());
  EXPECT_EQ(oid.error().kind, ErrorKind::kParse);
  EXPECT_EQ(oid.error().message,
            "\"" + std::string(GetParam()) + "\" is not an object identifier");
}

INSTANTIATE_TEST_SUITE_P(Texts, BadOidTest,
                         ::testing::Values("", ".", "1.", "1..3", "1.-3", "1.x",
                                           "1.3 ", "1.4294967296", "iso.3"));

TEST(OidTest, RefusesMoreSubIdentifiersThanTheProtocolHas) {
  std::string text = "1";
  for (std::size_t i = 1; i < Oid::kMaxSize; ++i) {
    text += ".1";
  }

  EXPECT_TRUE(Oid::Parse(text).ok());
  EXPECT_FALSE(Oid::Parse(text + ".1").ok());
}

}  // namespace
}  // namespace pdukit
