#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/capture/capture.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

Value ValueOf(const std::string& type_and_value) {
  const Capture capture =
      Capture::Read("a.walk", ".1.3.6.1.4.1.9.1.0 = " + type_and_value +
                                  "\n.1.3.6.1.4.1.9.2.0 = INTEGER: 1\n")
          .value();
  return capture.varbinds().at(0).value;
}

std::string MistakeIn(const std::string& text) {
  const Result<Capture> capture = Capture::Read("a.walk", text);
  return capture.ok() ? "no mistake" : capture.error().Text();
}

TEST(WalkTest, NumbersHaveTheTypeBeforeThem) {
  EXPECT_EQ(ValueOf("INTEGER: -5"), Value::Integer32(-5));
  EXPECT_EQ(ValueOf("Gauge32: 5"), Value::Gauge32(5));
  EXPECT_EQ(ValueOf("Counter32: 5"), Value::Counter32(5));
  EXPECT_EQ(ValueOf("Counter64: 5"), Value::Counter64(5));
  EXPECT_EQ(ValueOf("Timeticks: (123) 0:00:01.23"), Value::TimeTicks(123));
}

TEST(WalkTest, OfALabelTheNumberCounts) {
  EXPECT_EQ(ValueOf("INTEGER: outletOn(1)"), Value::Integer32(1));
}

TEST(WalkTest, UnitsBehindANumberSayNothing) {
  EXPECT_EQ(ValueOf("INTEGER: 5 seconds"), Value::Integer32(5));
}

TEST(WalkTest, StringsStandBetweenQuotes) {
  EXPECT_EQ(ValueOf(R"(STRING: "Rack \"4\" \\ left")"),
            Value::OctetString(R"(Rack "4" \ left)"));
  EXPECT_EQ(ValueOf("STRING: eth0"), Value::OctetString("eth0"));
}

TEST(WalkTest, StringsMayGoOnInTheNextLine) {
  EXPECT_EQ(ValueOf("STRING: \"one\ntwo\n\nfour\""),
            Value::OctetString("one\ntwo\n\nfour"));
}

TEST(WalkTest, NothingIsAnEmptyString) {
  EXPECT_EQ(ValueOf("\"\""), Value::OctetString(""));
  EXPECT_EQ(ValueOf("STRING: "), Value::OctetString(""));
}

TEST(WalkTest, OctetsAreHexadecimal) {
  EXPECT_EQ(ValueOf("Hex-STRING: 00 C0 B7 \n01"),
            Value::OctetString({'\x00', '\xC0', '\xB7', '\x01'}));
  EXPECT_EQ(ValueOf("BITS: 9F 04 online(0) low(3)"),
            Value::OctetString("\x9F\x04"));
}

TEST(WalkTest, NamesAndAddressesAreDotted) {
  EXPECT_EQ(ValueOf("OID: .1.3.6.1.4.1.9"),
            Value::ObjectIdentifier(Oid{1, 3, 6, 1, 4, 1, 9}));
  EXPECT_EQ(ValueOf("OID: iso.3.6"), Value::ObjectIdentifier(Oid{1, 3, 6}));
  EXPECT_EQ(ValueOf("IpAddress: 192.0.2.1"), Value::IpAddress({192, 0, 2, 1}));
  EXPECT_EQ(ValueOf("Network Address: C0:00:02:01"),
            Value::IpAddress({192, 0, 2, 1}));
}

TEST(WalkTest, WhatTheMibWouldHaveHadSaysNothing) {
  EXPECT_EQ(ValueOf("Wrong Type (should be INTEGER): Gauge32: 5"),
            Value::Gauge32(5));
}

TEST(WalkTest, WhatTheDeviceDoesNotHaveIsLeftOut) {
  const Capture capture =
      Capture::Read("a.walk",
                    ".1.3.1 = No Such Object available on this agent at this "
                    "OID\niso.3.2 = NULL\n.1.3.3 = No more variables left in "
                    "this MIB View (It is past the end of the MIB tree)\n")
          .value();

  EXPECT_THAT(capture.varbinds(),
              ElementsAre(Varbind{Oid{1, 3, 2}, Value::Null()}));
}

TEST(WalkTest, AMistakeIsNamedWithItsLine) {
  EXPECT_THAT(MistakeIn("SNMPv2-MIB::sysDescr.0 = STRING: x\n"),
              AllOf(StartsWith("a.walk:1: "), HasSubstr("-On")));
  EXPECT_THAT(MistakeIn(".1.3.1 = INTEGER: 1\n.1.3.2 = Float: 1.5\n"),
              AllOf(StartsWith("a.walk:2: "), HasSubstr("\"Float\""),
                    HasSubstr("allowed: STRING")));
  EXPECT_THAT(MistakeIn(".1.3.1 = 123\n"),
              AllOf(StartsWith("a.walk:1: "), HasSubstr("no type")));
}

TEST(WalkTest, NumbersThatAHintHasChangedAreRefused) {
  EXPECT_THAT(MistakeIn(".1.3.1 = INTEGER: 12.3\n"),
              AllOf(HasSubstr("12.3"), HasSubstr("-m")));
}

TEST(WalkTest, AStringWithoutItsEndIsRefused) {
  EXPECT_THAT(MistakeIn(".1.3.1 = STRING: \"one\n"), HasSubstr("a.walk:1: "));
}

}  // namespace
}  // namespace pdukit::fake_pdu
