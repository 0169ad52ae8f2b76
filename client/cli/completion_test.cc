#include "client/cli/completion.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(CompletionTest, ScriptKnowsTheValuesOfAnOption) {
  const std::string script = CompletionScript("bash").value();

  EXPECT_THAT(script,
              HasSubstr("    --format) words=\"text json csv prometheus\" ;;"));
  EXPECT_THAT(script, HasSubstr("-v|--version) words=\"1 2c 3\" ;;"));
}

TEST(CompletionTest, WhatIsHiddenIsNotOffered) {
  EXPECT_THAT(CompletionScript("bash").value(), Not(HasSubstr("--help-man")));
}

TEST(CompletionTest, ZshRunsTheScriptOfBash) {
  const std::string zsh = CompletionScript("zsh").value();

  EXPECT_THAT(zsh, StartsWith("autoload -U +X bashcompinit"));
  EXPECT_THAT(zsh, HasSubstr(CompletionScript("bash").value()));
}

TEST(CompletionTest, OtherShellIsToldWhichThereAre) {
  EXPECT_THAT(CompletionScript("fish").error().Text(),
              HasSubstr("it is one of bash, zsh"));
}

}  // namespace
}  // namespace pdukit::client
