#include "base/secrets.h"

#include <sys/prctl.h>

#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit {
namespace {

using ::testing::ElementsAre;
using ::testing::StrEq;

// What the arguments hold afterwards, every byte of them.
std::vector<std::string> Hidden(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) {
    argv.push_back(argument.data());
  }
  HideArguments(static_cast<int>(argv.size()), argv.data(),
                {{"--community", "--key"}, "cK"});
  return arguments;
}

std::string Star(std::size_t length) {
  std::string text(length, '\0');
  text[0] = '*';
  return text;
}

TEST(HideArgumentsTest, ValueBehindTheOptionIsOverwritten) {
  EXPECT_THAT(Hidden({"program", "--key", "secret", "on"}),
              ElementsAre("program", "--key", Star(6), "on"));
}

TEST(HideArgumentsTest, ValueInTheSameArgumentIsOverwritten) {
  EXPECT_THAT(Hidden({"program", "--community=secret"}),
              ElementsAre("program", "--community=" + Star(6)));
}

TEST(HideArgumentsTest, ShortFormsAreFound) {
  EXPECT_THAT(
      Hidden({"program", "-c", "a", "-Ksecret", "-hKsecret", "-k", "d"}),
      ElementsAre("program", "-c", "*", "-K" + Star(6), "-hK" + Star(6), "-k",
                  "d"));
}

TEST(HideArgumentsTest, WhatIsNoSecretIsLeft) {
  EXPECT_THAT(
      Hidden({"--key", "--user", "d", "--keys", "e", "--key=", "--key"}),
      ElementsAre("--key", "--user", "d", "--keys", "e", "--key=", "--key"));
}

TEST(HideVariableTest, OnlyWhereTheProcessWasStartedWithIt) {
  setenv("PDUKIT_SECRET", "secret", 1);
  const char* const shown = std::getenv("PDUKIT_SECRET");

  HideVariable("PDUKIT_SECRET");

  EXPECT_THAT(std::getenv("PDUKIT_SECRET"), StrEq("secret"));
  EXPECT_NE(std::getenv("PDUKIT_SECRET"), shown);
  EXPECT_THAT(std::string(shown, 6), Star(6));
}

TEST(HideVariableTest, AMissingOneIsNotMade) {
  unsetenv("PDUKIT_SECRET");

  HideVariable("PDUKIT_SECRET");

  EXPECT_EQ(std::getenv("PDUKIT_SECRET"), nullptr);
}

TEST(KeepMemoryPrivateTest, ThereIsNoCoreDump) {
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);

  KeepMemoryPrivate();

  EXPECT_EQ(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
}

}  // namespace
}  // namespace pdukit
