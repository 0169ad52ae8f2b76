#include "fake_pdu/contract/options.h"

#include <chrono>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const char kSwitch[] = "switch {host} {port} {outlet}";

class OptionsTest : public ::testing::Test {
 protected:
  std::variant<ListCases, HoldAgainst, ExitCode> Parse(
      std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "power_contract");
    return ParsePowerContract(static_cast<int>(arguments.size()),
                              arguments.data(), out_, err_);
  }

  HoldAgainst Run(const std::vector<const char*>& more) {
    std::vector<const char*> arguments{"--model", "AP7900", "--on",
                                       kSwitch,   "--off",  kSwitch};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return std::get<HoldAgainst>(Parse(arguments));
  }

  // What is said of a mistake.
  std::string Mistake(const std::vector<const char*>& arguments) {
    EXPECT_EQ(std::get<ExitCode>(Parse(arguments)).value, 2);
    EXPECT_THAT(out_.str(), IsEmpty());
    return err_.str();
  }

  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(OptionsTest, AllCasesAreRunUnlessTold) {
  const HoldAgainst run = Run({});

  EXPECT_EQ(run.options.pdu.model, "AP7900");
  EXPECT_EQ(run.options.version, SnmpVersion::kV2c);
  EXPECT_EQ(run.cases.size(), ContractCases().size());
  EXPECT_THAT(run.junit, IsEmpty());
}

TEST_F(OptionsTest, UnderVersion3ThereIsAUser) {
  const HoldAgainst run = Run({"--version", "3"});

  EXPECT_EQ(run.options.version, SnmpVersion::kV3);
  EXPECT_EQ(run.options.user.level(), SecurityLevel::kAuthPriv);
}

TEST_F(OptionsTest, TheUserCanBeChosen) {
  const HoldAgainst run =
      Run({"--version", "3", "--user", "ann:MD5:long-enough"});

  EXPECT_EQ(run.options.user.name, "ann");
  EXPECT_EQ(run.options.user.auth_protocol, AuthProtocol::kMd5);
  EXPECT_EQ(run.options.user.level(), SecurityLevel::kAuthNoPriv);
}

TEST_F(OptionsTest, AUserWithoutAKeyIsAMistake) {
  EXPECT_THAT(Mistake({"--model", "AP7900", "--on", kSwitch, "--off", kSwitch,
                       "--user", "ann:MD5"}),
              HasSubstr("SNMPv3 user \"ann\" has 2 parts"));
}

TEST_F(OptionsTest, TheCasesThatAreNamedAreRun) {
  const HoldAgainst run =
      Run({"--case", "restart", "off", "--junit", "out.xml"});

  EXPECT_THAT(run.cases, ElementsAre(Field(&ContractCase::name, "restart"),
                                     Field(&ContractCase::name, "off")));
  EXPECT_EQ(run.junit, "out.xml");
}

TEST_F(OptionsTest, TimesAreSeconds) {
  const HoldAgainst run =
      Run({"--timeout", "2.5", "--slow", "0.25", "--version", "1"});

  EXPECT_EQ(run.options.patience, std::chrono::milliseconds(2500));
  EXPECT_EQ(run.options.slow, std::chrono::milliseconds(250));
  EXPECT_EQ(run.options.version, SnmpVersion::kV1);
}

TEST_F(OptionsTest, AListNeedsNothingElse) {
  EXPECT_TRUE(std::holds_alternative<ListCases>(Parse({"--list"})));
}

TEST_F(OptionsTest, HelpNamesThePlaceholders) {
  EXPECT_EQ(std::get<ExitCode>(Parse({"--help"})).value, 0);

  EXPECT_THAT(out_.str(), HasSubstr("{host} {port} {outlet}"));
}

TEST_F(OptionsTest, WhatIsMissingIsNamed) {
  EXPECT_EQ(Mistake({"--model", "AP7900", "--on", kSwitch}),
            "power_contract: --off is missing; see power_contract --help\n");
}

TEST_F(OptionsTest, ACaseThatDoesNotExistIsNamed) {
  EXPECT_EQ(Mistake({"--model", "AP7900", "--on", kSwitch, "--off", kSwitch,
                     "--case", "of"}),
            "power_contract: --case of: there is no such case; `power_contract "
            "--list` names the cases\n");
}

TEST_F(OptionsTest, ACommandThatCannotWorkIsNamed) {
  EXPECT_THAT(Mistake({"--model", "AP7900", "--on", "x", "--off", kSwitch}),
              StartsWith("power_contract: --on does not say {port}"));
}

TEST_F(OptionsTest, WhatIsNoNumberOfSecondsIsRefused) {
  EXPECT_THAT(Mistake({"--timeout", "soon"}), HasSubstr("--timeout"));
}

}  // namespace
}  // namespace pdukit::fake_pdu
