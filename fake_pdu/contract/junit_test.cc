#include "fake_pdu/contract/junit.h"

#include <chrono>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::HasSubstr;

const std::string kReplacement = "\xEF\xBF\xBD";

std::string Junit(const std::vector<CaseResult>& results) {
  std::ostringstream out;
  WriteJunit("a & b", results, out);
  return out.str();
}

TEST(JunitTest, ACaseThatPassedHasNothingInIt) {
  CaseResult result{"off", Verdict::kPassed, "off: said done"};
  result.duration = std::chrono::milliseconds(1500);

  EXPECT_EQ(Junit({result}),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="a &amp; b" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="off" classname="a &amp; b" time="1.500"/>
  </testsuite>
</testsuites>
)");
}

TEST(JunitTest, AFailureHasTheFindingAndTheJournal) {
  CaseResult result{"off", Verdict::kFailed, "said \"done\""};
  result.journal.resize(1);
  result.journal[0].number = 7;

  const std::string xml = Junit({result});

  EXPECT_THAT(xml, HasSubstr("failures=\"1\""));
  EXPECT_THAT(
      xml, HasSubstr("<failure message=\"said &quot;done&quot;\">FAILED off"));
  EXPECT_THAT(xml, HasSubstr("#7"));
}

TEST(JunitTest, ACaseThatDoesNotApplyIsSkippedWithTheReason) {
  const std::string xml = Junit({{"cycle", Verdict::kNotApplicable, "none"}});

  EXPECT_THAT(xml, HasSubstr("skipped=\"1\""));
  EXPECT_THAT(xml, HasSubstr("><skipped message=\"none\"/></testcase>"));
}

TEST(XmlTextTest, MarkupIsEscaped) {
  EXPECT_EQ(XmlText(R"(<a b="c">&'</a>)"),
            "&lt;a b=&quot;c&quot;&gt;&amp;'&lt;/a&gt;");
}

TEST(XmlTextTest, LinesSurviveInAttributes) {
  EXPECT_EQ(XmlText("a\n\tb\r"), "a&#10;&#9;b&#13;");
}

TEST(XmlTextTest, CharactersOfEveryLengthStay) {
  EXPECT_EQ(XmlText("\x7F é € 😀"), "\x7F é € 😀");
}

TEST(XmlTextTest, WhatXmlCannotHoldIsReplaced) {
  EXPECT_EQ(XmlText(std::string("\0\x1B[0m", 5)),
            kReplacement + kReplacement + "[0m");
  // U+FFFE
  EXPECT_EQ(XmlText("\xEF\xBF\xBE"), kReplacement);
}

TEST(XmlTextTest, WhatIsNoUtf8IsReplacedOctetByOctet) {
  // A stray octet, Latin-1 and a character that is cut off.
  EXPECT_EQ(
      XmlText("\x80 \xE9t\xE2\x82"),
      kReplacement + " " + kReplacement + "t" + kReplacement + kReplacement);
  // Too long a form of '/', and a surrogate.
  EXPECT_EQ(XmlText("\xC0\xAF"), kReplacement + kReplacement);
  EXPECT_EQ(XmlText("\xE0\x80\xAF"),
            kReplacement + kReplacement + kReplacement);
  EXPECT_EQ(XmlText("\xED\xA0\x80"), kReplacement);
  // Beyond U+10FFFF.
  EXPECT_EQ(XmlText("\xF4\x90\x80\x80"), kReplacement);
}

}  // namespace
}  // namespace pdukit::fake_pdu
