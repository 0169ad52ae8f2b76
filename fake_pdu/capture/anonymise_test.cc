#include "fake_pdu/capture/anonymise.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/capture/snmprec_writer.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

// What becomes of these lines, the names of outlets being private.
std::string AnonymousLines(const std::string& lines,
                           const std::string& key = "key") {
  AnonymiseOptions options;
  options.key = key;
  options.private_columns = {Oid{1, 3, 6, 1, 4, 1, 9, 3, 1, 2}};
  return ToSnmprec(
      Anonymise(Capture::Read("a", lines).value(), options).varbinds);
}

// Of one object, without its name and tag.
std::string AnonymousText(const std::string& text) {
  const std::string line = AnonymousLines("1.3.6.1.4.1.9.1.0|4|" + text + "\n");
  return line.substr(line.rfind('|') + 1, text.size());
}

TEST(AnonymiseTest, TheSystemGroupNamesNobody) {
  EXPECT_THAT(AnonymousLines("1.3.6.1.2.1.1.4.0|4|Eve\n"
                             "1.3.6.1.2.1.1.5.0|4|pdu-r4\n"
                             "1.3.6.1.2.1.1.6.0|4|Hall 3, rack 4\n"),
              AllOf(Not(HasSubstr("Eve")), Not(HasSubstr("pdu-r4")),
                    Not(HasSubstr("Hall"))));
}

TEST(AnonymiseTest, ANameKeepsItsLengthAndForm) {
  EXPECT_THAT(
      AnonymousLines("1.3.6.1.2.1.1.6.0|4|Hall 3, rack 42\n"),
      MatchesRegex("1.3.6.1.2.1.1.6.0.4.[A-Z][a-z]{3} [0-9], [a-z]{4} [0-9]{2}"
                   "\n"));
}

TEST(AnonymiseTest, PrivateColumnsAreReplaced) {
  EXPECT_THAT(AnonymousLines("1.3.6.1.4.1.9.3.1.2.1|4|db-7\n"
                             "1.3.6.1.4.1.9.3.1.2.2|4|ab\n"),
              AllOf(Not(HasSubstr("db-7")), Not(HasSubstr("|ab\n"))));
}

TEST(AnonymiseTest, AndWhereverTheirTextsShow) {
  const std::string lines = AnonymousLines(
      "1.3.6.1.4.1.9.3.1.2.1|4|mail7\n1.3.6.1.4.1.9.8.0|4|for mail7 only\n");

  const std::string name =
      lines.substr(lines.find("|4|") + 3, std::string("mail7").size());
  EXPECT_NE(name, "mail7");
  EXPECT_THAT(lines, HasSubstr("for " + name + " only"));
}

TEST(AnonymiseTest, TheSameBecomesTheSame) {
  const std::string lines = "1.3.6.1.2.1.1.5.0|4|pdu-r4\n";

  EXPECT_EQ(AnonymousLines(lines), AnonymousLines(lines));
  EXPECT_NE(AnonymousLines(lines), AnonymousLines(lines, "other key"));
}

TEST(AnonymiseTest, SerialNumbersAreFoundInTexts) {
  EXPECT_THAT(AnonymousText("Card (MB:v3.8 SN: ZA0912001234 MD:2010)"),
              MatchesRegex("Card .MB:v3.8 SN: [A-Z]{2}[0-9]{10} MD:2010."));
  EXPECT_THAT(AnonymousText("SN: ZA0912001234"), Not(HasSubstr("0912001234")));
}

TEST(AnonymiseTest, ModelsAndVersionsStay) {
  EXPECT_EQ(AnonymousText("PX3-5493U-K2 FW:4.2.0.5-50274"),
            "PX3-5493U-K2 FW:4.2.0.5-50274");
}

TEST(AnonymiseTest, AMacKeepsItsMaker) {
  const std::string lines = AnonymousLines(
      "1.3.6.1.2.1.2.2.1.6.1|4x|00C0B7FFFEFD\n"
      "1.3.6.1.4.1.9.1.0|4|00:c0:b7:ff:fe:fd\n"
      "1.3.6.1.4.1.9.2.0|4|00-C0-B7-FF-FE-FD\n");

  EXPECT_THAT(lines, AllOf(HasSubstr("|00C0B7"), HasSubstr("|00:c0:b7:"),
                           HasSubstr("|00-C0-B7-")));
  EXPECT_THAT(lines, AllOf(Not(HasSubstr("FFFEFD")), Not(HasSubstr("ff:fe:fd")),
                           Not(HasSubstr("FF-FE-FD"))));
}

TEST(AnonymiseTest, AnAddressIsReplacedWhereverItStands) {
  const std::string lines = AnonymousLines(
      "1.3.6.1.2.1.4.20.1.1.10.11.12.13|64|10.11.12.13\n"
      "1.3.6.1.2.1.4.20.1.3.10.11.12.13|64|255.255.255.0\n"
      "1.3.6.1.4.1.9.1.0|4|at 10.11.12.13\n");

  EXPECT_THAT(lines,
              AllOf(Not(HasSubstr("10.11.12.13")), HasSubstr("255.255.255.0")));
  const std::string address =
      lines.substr(lines.find("|64|") + 4, std::string("10.11.12.13").size());
  EXPECT_THAT(lines, AllOf(HasSubstr("1.4.20.1.1." + address + "|"),
                           HasSubstr("1.4.20.1.3." + address + "|"),
                           HasSubstr("at " + address + "\n")));
}

TEST(AnonymiseTest, HostNamesAndMailAddressesAreFoundInTexts) {
  EXPECT_THAT(AnonymousText("see eve@acme.com on pdu4.lab.acme.com now"),
              AllOf(HasSubstr("see "), HasSubstr(" now"),
                    Not(HasSubstr("acme")), Not(HasSubstr("pdu4"))));
}

TEST(AnonymiseTest, NumbersAndNamesOfObjectsStay) {
  const std::string lines =
      "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9.1\n1.3.6.1.4.1.9.3.1.3.1|2|42\n"
      "1.3.6.1.4.1.9.3.1.4.1|66|42\n1.3.6.1.4.1.9.3.1.5.1|68x|9F78\n";

  EXPECT_EQ(AnonymousLines(lines), lines);
}

TEST(AnonymiseTest, WhatWasKeptIsTold) {
  const Capture capture =
      Capture::Read("a", "1.3.6.1.4.1.9.1.0|4|AP7900\n").value();

  EXPECT_THAT(Anonymise(capture, {}).kept, Contains("AP7900"));
}

// Half as long as a value over UDP can be. What looked for names in it used to
// take as much stack as there are letters.
TEST(AnonymiseTest, LongTextsAreReadToTheEnd) {
  std::string labels;
  for (int i = 0; i < 7500; ++i) {
    labels += "a1-.";
  }
  const std::string word(30000, 'a');
  const Capture capture =
      Capture::Read("device.snmprec", "1.3.6.1.4.1.9.1|4|SN " + word +
                                          "\n1.3.6.1.4.1.9.2|4|" + labels +
                                          "\n1.3.6.1.4.1.9.3|4|" + word +
                                          " 192.168.7.9\n")
          .value();

  const AnonymousCapture anonymous = Anonymise(capture, {});

  ASSERT_EQ(anonymous.varbinds.size(), 3U);
  EXPECT_EQ(anonymous.varbinds[2].value.ToString().find("192.168.7.9"),
            std::string::npos);
}

}  // namespace
}  // namespace pdukit::fake_pdu
