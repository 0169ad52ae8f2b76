#include "fake_pdu/mib/syntax.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::HasSubstr;

Syntax Parsed(const char* text) { return ParseSyntax(text).value(); }

TEST(SyntaxTest, UnknownNameListsTheKnownOnes) {
  const Result<Syntax> syntax = ParseSyntax("Integer64");

  ASSERT_FALSE(syntax.ok());
  EXPECT_THAT(syntax.error().Text(), HasSubstr("'Integer64' is no syntax"));
  EXPECT_THAT(syntax.error().Text(), HasSubstr("Integer32, Unsigned32"));
}

TEST(SyntaxTest, BrokenRangeIsRefused) {
  EXPECT_FALSE(ParseSyntax("Integer32(5..1)").ok());
  EXPECT_FALSE(ParseSyntax("Integer32(1..").ok());
  EXPECT_FALSE(ParseSyntax("Integer32(a)").ok());
}

TEST(SyntaxTest, WrongTypeIsToldFromWrongValue) {
  const Syntax syntax = Parsed("Integer32(-1|1..60)");

  EXPECT_EQ(CheckValue(syntax, Value::Gauge32(1)), ErrorStatus::kWrongType);
  EXPECT_EQ(CheckValue(syntax, Value::Integer32(0)), ErrorStatus::kWrongValue);
  EXPECT_EQ(CheckValue(syntax, Value::Integer32(-1)), ErrorStatus::kNoError);
  EXPECT_EQ(CheckValue(syntax, Value::Integer32(60)), ErrorStatus::kNoError);
}

TEST(SyntaxTest, LengthOfAStringIsChecked) {
  const Syntax syntax = Parsed("DisplayString(SIZE(1..3))");

  EXPECT_EQ(CheckValue(syntax, Value::OctetString("")),
            ErrorStatus::kWrongLength);
  EXPECT_EQ(CheckValue(syntax, Value::OctetString("abc")),
            ErrorStatus::kNoError);
  EXPECT_EQ(CheckValue(syntax, Value::OctetString("abcd")),
            ErrorStatus::kWrongLength);
}

TEST(SyntaxTest, DisplayStringHasAtMost255Octets) {
  EXPECT_EQ(CheckValue(Parsed("DisplayString"),
                       Value::OctetString(std::string(256, 'x'))),
            ErrorStatus::kWrongLength);
}

TEST(SyntaxTest, EnumerationTakesItsLabelsAlone) {
  const Syntax syntax = Parsed("TruthValue");

  EXPECT_EQ(CheckValue(syntax, Value::Integer32(2)), ErrorStatus::kNoError);
  EXPECT_EQ(CheckValue(syntax, Value::Integer32(3)), ErrorStatus::kWrongValue);
}

TEST(SyntaxTest, NumbersAreRoundedAndKeptInTheirType) {
  EXPECT_EQ(EncodeNumber(Parsed("INTEGER"), -1.5), Value::Integer32(-2));
  EXPECT_EQ(EncodeNumber(Parsed("INTEGER"), 1e12),
            Value::Integer32(2147483647));
  EXPECT_EQ(EncodeNumber(Parsed("Gauge32"), -3), Value::Gauge32(0));
  EXPECT_EQ(EncodeNumber(Parsed("Gauge32"), 1e12), Value::Gauge32(4294967295));
}

TEST(SyntaxTest, TicksAndCountersWrapRound) {
  EXPECT_EQ(EncodeNumber(Parsed("TimeTicks"), 4294967296.0 + 5),
            Value::TimeTicks(5));
  EXPECT_EQ(EncodeNumber(Parsed("Counter32"), 4294967296.0 + 5),
            Value::Counter32(5));
}

TEST(SyntaxTest, BitsStandInNetworkOrder) {
  Syntax syntax = Parsed("BITS");
  syntax.labels = {{"first", 0}, {"third", 2}, {"ninth", 8}};

  EXPECT_EQ(EncodeFlags(syntax, 0b101),
            Value::OctetString(std::string("\x80\x80", 2)));
  EXPECT_EQ(DecodeFlags(syntax, std::string("\x20", 1)), 0b010U);
}

TEST(SyntaxTest, UnknownBitsAreRefused) {
  Syntax syntax = Parsed("BITS");
  syntax.labels = {{"first", 0}};

  EXPECT_EQ(CheckValue(syntax, Value::OctetString("\x40")),
            ErrorStatus::kWrongValue);
  EXPECT_EQ(CheckValue(syntax, Value::OctetString(std::string(2, '\0'))),
            ErrorStatus::kWrongLength);
}

TEST(SyntaxTest, AddressIsSixOctetsOnTheWire) {
  EXPECT_EQ(EncodeText(Parsed("MacAddress"), "00:C0:B7:01:02:03"),
            Value::OctetString(std::string("\x00\xC0\xB7\x01\x02\x03", 6)));
}

}  // namespace
}  // namespace pdukit::fake_pdu
