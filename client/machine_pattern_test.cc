#include "client/machine_pattern.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Names = std::vector<std::string>;

const Names kMachines = {"web-1", "web-2", "web-3", "web-10", "db-01", "db-02"};

Names Match(const Names& patterns) {
  return MatchMachines(patterns, kMachines).value();
}

Error Failure(const std::string& pattern) {
  const Result<Names> matched = MatchMachines({pattern}, kMachines);
  EXPECT_FALSE(matched.ok()) << pattern;
  return matched.ok() ? Error() : matched.error();
}

TEST(MachinePatternTest, ANameIsItself) {
  EXPECT_THAT(Match({"web-1"}), ElementsAre("web-1"));
}

TEST(MachinePatternTest, ARangeIsEveryNumberOfIt) {
  EXPECT_THAT(Match({"web-[1-3]"}), ElementsAre("web-1", "web-2", "web-3"));
}

TEST(MachinePatternTest, ARangeIsAsWideAsItsFirstNumber) {
  EXPECT_THAT(Match({"db-[01-02]"}), ElementsAre("db-01", "db-02"));
}

TEST(MachinePatternTest, BracketsTakeRangesAndWords) {
  EXPECT_THAT(Match({"web-[1,3,10-10]"}),
              ElementsAre("web-1", "web-3", "web-10"));
  EXPECT_THAT(Match({"[db-01,web-2]"}), ElementsAre("db-01", "web-2"));
}

TEST(MachinePatternTest, SeveralBracketsMakeAllPairs) {
  const Names machines = {"a1", "a2", "b1", "b2"};

  EXPECT_THAT(MatchMachines({"[a,b][1-2]"}, machines).value(),
              ElementsAre("a1", "a2", "b1", "b2"));
}

TEST(MachinePatternTest, AStarIsAnyLetters) {
  EXPECT_THAT(Match({"db-*"}), ElementsAre("db-01", "db-02"));
  EXPECT_THAT(Match({"*1"}), ElementsAre("web-1", "db-01"));
  EXPECT_THAT(Match({"w*1*0"}), ElementsAre("web-10"));
}

TEST(MachinePatternTest, ManyStarsTakeNoLonger) {
  std::string pattern;
  for (int i = 0; i < 30; ++i) {
    pattern += "*a";
  }

  EXPECT_FALSE(MatchMachines({pattern}, {std::string(60, 'a') + "b"}).ok());
}

TEST(MachinePatternTest, BracketsAndStarsGoTogether) {
  EXPECT_THAT(Match({"[db,web]-*1"}), ElementsAre("db-01", "web-1"));
}

TEST(MachinePatternTest, CommasPartPatterns) {
  EXPECT_THAT(Match({"db-01,web-[1,2]"}),
              ElementsAre("db-01", "web-1", "web-2"));
}

TEST(MachinePatternTest, NoMachineComesTwice) {
  EXPECT_THAT(Match({"web-2", "web-[1-2]"}), ElementsAre("web-2", "web-1"));
}

TEST(MachinePatternTest, AMissingMachineIsNamedWithNearOnes) {
  const Error error = Failure("web-[1-4]");

  EXPECT_EQ(error.kind, ErrorKind::kNotFound);
  EXPECT_EQ(error.message, "there is no machine 'web-4'");
  EXPECT_EQ(error.hint, "near ones are web-1, web-2, web-3");
}

TEST(MachinePatternTest, AStarThatNothingMatchesIsAnError) {
  EXPECT_EQ(Failure("mail-*").kind, ErrorKind::kNotFound);
}

TEST(MachinePatternTest, ARangeBeyondReasonIsRefused) {
  EXPECT_THAT(Failure("web-[1-99999999]").message, HasSubstr("too many"));
  EXPECT_THAT(Failure("[1-9999][1-9999]").message, HasSubstr("too many"));
}

class BadPatternTest : public ::testing::TestWithParam<const char*> {};

TEST_P(BadPatternTest, IsRefused) {
  EXPECT_EQ(Failure(GetParam()).kind, ErrorKind::kInvalidArgument);
}

INSTANTIATE_TEST_SUITE_P(Pattern, BadPatternTest,
                         ::testing::Values("web-[1-3", "web-1]", "web-[]",
                                           "web-[3-1]", "web-[[1]]",
                                           "web-[1,]"));

TEST(MachineNameTest, HasNoLettersOfPatterns) {
  EXPECT_TRUE(IsMachineName("web-1.example"));
  EXPECT_FALSE(IsMachineName(""));
  EXPECT_FALSE(IsMachineName("-web"));
  EXPECT_FALSE(IsMachineName("web 1"));
  EXPECT_FALSE(IsMachineName("web*"));
  EXPECT_FALSE(IsMachineName("web[1]"));
  EXPECT_FALSE(IsMachineName("web,db"));
}

}  // namespace
}  // namespace pdukit::client
