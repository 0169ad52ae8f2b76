#include "fake_pdu/standalone/options.h"

#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class OptionsTest : public ::testing::Test {
 protected:
  std::variant<ListModels, RunPdus, Done> Parse(
      std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "fake_pdu");
    return ParseCommandLine(static_cast<int>(arguments.size()),
                            arguments.data(), out_, err_);
  }

  std::vector<FakePdu::Options> Pdus(std::vector<const char*> arguments) {
    auto command = Parse(std::move(arguments));
    EXPECT_TRUE(std::holds_alternative<RunPdus>(command)) << err_.str();
    return std::get<RunPdus>(std::move(command)).pdus;
  }

  int ExitCode(std::vector<const char*> arguments) {
    auto command = Parse(std::move(arguments));
    EXPECT_TRUE(std::holds_alternative<Done>(command));
    return std::get<Done>(command).exit_code;
  }

  std::ostringstream out_;
  std::ostringstream err_;
};

TEST_F(OptionsTest, AModelIsEnough) {
  const std::vector<FakePdu::Options> pdus = Pdus({"--model", "AP7900"});

  ASSERT_THAT(pdus, SizeIs(1));
  EXPECT_EQ(pdus[0].model, "AP7900");
  EXPECT_EQ(pdus[0].name, "AP7900");
  EXPECT_EQ(pdus[0].listen, "127.0.0.1:0");
}

TEST_F(OptionsTest, CountNumbersTheNames) {
  const std::vector<FakePdu::Options> pdus =
      Pdus({"--model", "AP7900", "--count", "2", "--name", "rack"});

  ASSERT_THAT(pdus, SizeIs(2));
  EXPECT_EQ(pdus[0].name, "rack-1");
  EXPECT_EQ(pdus[1].name, "rack-2");
}

TEST_F(OptionsTest, CountTakesThePortsThatFollow) {
  const std::vector<FakePdu::Options> pdus =
      Pdus({"--model", "AP7900", "--count", "2", "--listen", "[::1]:16100"});

  ASSERT_THAT(pdus, SizeIs(2));
  EXPECT_EQ(pdus[1].listen, "[::1]:16101");
}

TEST_F(OptionsTest, PortsEndSomewhere) {
  EXPECT_EQ(ExitCode({"--model", "AP7900", "--count", "2", "--listen",
                      "127.0.0.1:65535"}),
            2);
  EXPECT_THAT(err_.str(), HasSubstr("no port left"));
}

TEST_F(OptionsTest, OutletsCarryTheLoadThatIsAskedFor) {
  auto command = Parse({"--model", "AP7900", "--load", "60"});

  ASSERT_TRUE(std::holds_alternative<RunPdus>(command));
  EXPECT_DOUBLE_EQ(std::get<RunPdus>(command).load_watts, 60);
}

TEST_F(OptionsTest, NoLoadIsNegative) {
  EXPECT_EQ(ExitCode({"--model", "AP7900", "--load", "-1"}), 2);
  EXPECT_THAT(err_.str(), HasSubstr("--load"));
}

TEST_F(OptionsTest, TheModelMustBeThere) {
  EXPECT_EQ(ExitCode({}), 2);
  EXPECT_THAT(err_.str(), HasSubstr("list-models"));
}

TEST_F(OptionsTest, AnUnknownFlagIsNamed) {
  EXPECT_EQ(ExitCode({"--modle", "AP7900"}), 2);
  EXPECT_THAT(err_.str(), HasSubstr("--modle"));
}

TEST_F(OptionsTest, HelpGoesToStdout) {
  EXPECT_EQ(ExitCode({"--help"}), 0);
  EXPECT_THAT(out_.str(), HasSubstr("--v3-user"));
}

TEST_F(OptionsTest, AUserMistakeIsOneSentenceWithoutTheKey) {
  EXPECT_EQ(ExitCode({"--model", "AP7900", "--v3-user", "bob:SHA:hush"}), 2);
  EXPECT_THAT(err_.str(), ::testing::Not(HasSubstr("hush")));
}

TEST_F(OptionsTest, ListModelsNeedsNoModel) {
  auto command = Parse({"list-models", "--json"});

  ASSERT_TRUE(std::holds_alternative<ListModels>(command));
  EXPECT_TRUE(std::get<ListModels>(command).json);
}

}  // namespace
}  // namespace pdukit::fake_pdu
