#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/capture/capture.h"
#include "fake_pdu/capture/snmprec_writer.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const Oid kOid{1, 3, 6, 1, 4, 1, 9, 1, 0};

Value ValueOf(const std::string& tag_and_value) {
  const Capture capture =
      Capture::Read("a.snmprec", "1.3.6.1.4.1.9.1.0|" + tag_and_value + "\n")
          .value();
  return capture.varbinds().at(0).value;
}

std::string MistakeIn(const std::string& text) {
  const Result<Capture> capture = Capture::Read("a.snmprec", text);
  return capture.ok() ? "no mistake" : capture.error().Text();
}

TEST(SnmprecTest, EveryTypeIsKnownByItsTag) {
  EXPECT_EQ(ValueOf("2|-5"), Value::Integer32(-5));
  EXPECT_EQ(ValueOf("4|rack 4"), Value::OctetString("rack 4"));
  EXPECT_EQ(ValueOf("5|"), Value::Null());
  EXPECT_EQ(ValueOf("6|1.3.6.1.4.1.9"),
            Value::ObjectIdentifier(Oid{1, 3, 6, 1, 4, 1, 9}));
  EXPECT_EQ(ValueOf("64|192.0.2.1"), Value::IpAddress({192, 0, 2, 1}));
  EXPECT_EQ(ValueOf("65|7"), Value::Counter32(7));
  EXPECT_EQ(ValueOf("66|4294967295"), Value::Gauge32(4294967295U));
  EXPECT_EQ(ValueOf("67|100"), Value::TimeTicks(100));
  EXPECT_EQ(ValueOf("68x|9f7804"), Value::Opaque("\x9f\x78\x04"));
  EXPECT_EQ(ValueOf("70|18446744073709551615"),
            Value::Counter64(18446744073709551615U));
}

TEST(SnmprecTest, OctetsCanBeHexadecimal) {
  EXPECT_EQ(ValueOf("4x|00C0b7"), Value::OctetString({'\x00', '\xC0', '\xB7'}));
  EXPECT_EQ(ValueOf("64x|C0000201"), Value::IpAddress({192, 0, 2, 1}));
}

TEST(SnmprecTest, OctetsCanBeEscaped) {
  EXPECT_EQ(ValueOf(R"(4e|a\nb\x7f\\)"), Value::OctetString("a\nb\x7f\\"));
  EXPECT_EQ(ValueOf(R"(64e|\xc0\x00\x02\x01)"),
            Value::IpAddress({192, 0, 2, 1}));
}

TEST(SnmprecTest, AValueMayHoldBarsAndBlanks) {
  EXPECT_EQ(ValueOf("4| a|b "), Value::OctetString(" a|b "));
}

TEST(SnmprecTest, AVariationModuleStandsForItsFirstValue) {
  EXPECT_EQ(ValueOf("2:numeric|min=1,max=2,initial=2,wrap=1"),
            Value::Integer32(2));
  EXPECT_EQ(ValueOf("4:writecache|value=Port 1, left"),
            Value::OctetString("Port 1, left"));
}

TEST(SnmprecTest, AVariationModuleWithoutAFirstValueIsRefused) {
  EXPECT_THAT(MistakeIn("1.3.1.0|2:numeric|min=1,max=2\n"),
              AllOf(StartsWith("a.snmprec:1: "), HasSubstr("\"numeric\""),
                    HasSubstr("initial=")));
}

TEST(SnmprecTest, BlankLinesAndCommentsSayNothing) {
  const Capture capture =
      Capture::Read("a.snmprec", "# walked\r\n\r\n1.3.1.0|2|1\r\n\n").value();

  EXPECT_THAT(capture.varbinds(),
              ElementsAre(Varbind{Oid{1, 3, 1, 0}, Value::Integer32(1)}));
}

TEST(SnmprecTest, VariablesAreOrderedAsSubidentifiersAre) {
  const Capture capture =
      Capture::Read("a.snmprec", "1.3.10|2|1\n.1.3.9|2|2\n").value();

  EXPECT_THAT(capture.varbinds(),
              ElementsAre(Varbind{Oid{1, 3, 9}, Value::Integer32(2)},
                          Varbind{Oid{1, 3, 10}, Value::Integer32(1)}));
}

TEST(SnmprecTest, OneThatIsThereTwiceIsTakenOnce) {
  const Capture capture =
      Capture::Read("a.snmprec", "1.3.9|2|1\n1.3.9|2|1\n").value();

  EXPECT_EQ(capture.varbinds().size(), 1U);
}

TEST(SnmprecTest, OneWithTwoValuesIsRefused) {
  EXPECT_THAT(MistakeIn("1.3.9|2|1\n1.3.8|2|1\n1.3.9|2|2\n"),
              AllOf(StartsWith("a.snmprec:3: "), HasSubstr("1.3.9"),
                    HasSubstr("line 1")));
}

TEST(SnmprecTest, AMistakeIsNamedWithItsLine) {
  EXPECT_THAT(MistakeIn("1.3.9|2|1\nnonsense\n"),
              AllOf(StartsWith("a.snmprec:2: "), HasSubstr("OID|TAG|VALUE")));
  EXPECT_THAT(MistakeIn("1.3.9|3|1\n"),
              AllOf(StartsWith("a.snmprec:1: "), HasSubstr("\"3\""),
                    HasSubstr("66 Gauge32")));
  EXPECT_THAT(MistakeIn("1.3.x|2|1\n"), HasSubstr("1.3.x"));
  EXPECT_THAT(MistakeIn("1.3.9|4y|1\n"), HasSubstr("\"4y\""));
}

TEST(SnmprecTest, AValueThatItsTypeCannotHoldIsRefused) {
  EXPECT_THAT(MistakeIn("1.3.9|2|4294967295\n"),
              AllOf(HasSubstr("4294967295"), HasSubstr("Integer32")));
  EXPECT_THAT(MistakeIn("1.3.9|66|-1\n"), HasSubstr("Gauge32"));
  EXPECT_THAT(MistakeIn("1.3.9|64|1.2.3\n"), HasSubstr("IpAddress"));
  EXPECT_THAT(MistakeIn("1.3.9|4x|0C0\n"), HasSubstr("OCTET STRING"));
}

TEST(SnmprecTest, AnEmptyFileIsNoCapture) {
  EXPECT_THAT(MistakeIn("\n"), StartsWith("a.snmprec:1: "));
}

TEST(SnmprecTest, AFileThatIsNotThereIsNamed) {
  const Result<Capture> capture =
      Capture::Load(::testing::TempDir() + "nowhere.snmprec");

  ASSERT_FALSE(capture.ok());
  EXPECT_EQ(capture.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(capture.error().Text(), HasSubstr("nowhere.snmprec"));
}

TEST(SnmprecTest, AFileIsReadAsItsText) {
  const std::string path = ::testing::TempDir() + "some.snmprec";
  std::ofstream(path) << "1.3.6.1.4.1.9.1.0|2|3\n";

  const Capture capture = Capture::Load(path).value();

  ASSERT_NE(capture.Find(kOid), nullptr);
  EXPECT_EQ(*capture.Find(kOid), Value::Integer32(3));
  EXPECT_EQ(capture.Find(kOid.Child(1)), nullptr);
}

TEST(SnmprecTest, WhatIsWrittenReadsTheSame) {
  const std::string text =
      "1.3.1|2|-5\n1.3.2|4|rack 4\n1.3.3|4x|00C0B7\n1.3.4|5|\n"
      "1.3.5|6|1.3.6.1.4.1.9\n1.3.6|64|192.0.2.1\n1.3.7|65|7\n"
      "1.3.8|66|7\n1.3.9|67|7\n1.3.10|68x|9F7804\n1.3.11|70|7\n"
      "1.3.12|4x|20\n1.3.13|4|\n";

  EXPECT_EQ(ToSnmprec(Capture::Read("a", text).value().varbinds()), text);
}

}  // namespace
}  // namespace pdukit::fake_pdu
