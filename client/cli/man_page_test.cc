#include "client/cli/man_page.h"

#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/command_line.h"

namespace pdukit::client {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsSubsetOf;
using ::testing::Not;
using ::testing::StartsWith;

// The options at the beginnings of a text's lines, as "--count".
std::set<std::string> Options(const std::string& text, const char* pattern) {
  const std::regex option(pattern);
  std::set<std::string> options;
  for (std::sregex_iterator it(text.begin(), text.end(), option), end;
       it != end; ++it) {
    options.insert(
        std::regex_replace((*it)[1].str(), std::regex(R"(\\-)"), "-"));
  }
  return options;
}

TEST(ManPageTest, EveryOptionOfTheHelpStandsInIt) {
  const std::set<std::string> help =
      Options(HelpText(), R"((?:^|\n)  (?:-\w,)?(--[a-z-]+))");

  EXPECT_THAT(help, Contains("--priv-key"));
  EXPECT_THAT(help, IsSubsetOf(Options(
                        ManPage(), R"(\n\.TP\n[^\n]*\\fB(\\-\\-[a-z\\-]+))")));
}

TEST(ManPageTest, SectionsOfTheHelpAreSectionsOfThePage) {
  EXPECT_THAT(ManPage(),
              AllOf(StartsWith(".TH POWER 1 "), HasSubstr("\n.SH \"VERBS\"\n"),
                    HasSubstr("\n.SH \"ENVIRONMENT\"\n"),
                    HasSubstr("\n.SH \"EXIT CODES\"\n"),
                    HasSubstr("\n.SH \"ITS CREDENTIALS\"\n")));
}

TEST(ManPageTest, HyphensAreThoseOfTheKeyboard) {
  EXPECT_THAT(ManPage(), HasSubstr("\\fB\\-n\\fR, \\fB\\-\\-count\\fR "
                                   "\\fIN\\fR\n"));
  EXPECT_THAT(ManPage(), Not(HasSubstr("help\\-man")));
}

}  // namespace
}  // namespace pdukit::client
