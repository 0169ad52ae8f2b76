// What each built-in model serves is what testdata/walks says: a change of a
// model shows as a change there. tools/update_walks writes them anew.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/fake_pdu.h"
#include "tests/golden/walk_text.h"

namespace pdukit {
namespace {

const std::filesystem::path kWalks = "testdata/walks";

std::vector<std::string> ModelNames() {
  std::vector<std::string> names;
  for (const fake_pdu::ModelInfo& model : fake_pdu::FakePdu::Models()) {
    names.push_back(model.model);
  }
  return names;
}

std::vector<std::string> Lines(std::istream&& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

class WalkTest : public ::testing::TestWithParam<std::string> {};

TEST_P(WalkTest, IsTheGoldenOne) {
  const std::vector<std::string> golden =
      Lines(std::ifstream(kWalks / WalkFileName(GetParam())));

  const std::vector<std::string> walk =
      Lines(std::istringstream(WalkText(GetParam())));

  EXPECT_EQ(walk, golden) << "tools/update_walks writes it anew";
}

INSTANTIATE_TEST_SUITE_P(
    EveryModel, WalkTest, ::testing::ValuesIn(ModelNames()),
    [](const ::testing::TestParamInfo<std::string>& test) {
      std::string name = test.param;
      std::replace_if(
          name.begin(), name.end(),
          [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
      return name;
    });

TEST(WalksTest, BelongToModelsThatExist) {
  std::set<std::string> expected;
  for (const std::string& model : ModelNames()) {
    expected.insert(WalkFileName(model));
  }

  std::set<std::string> found;
  for (const auto& file : std::filesystem::directory_iterator(kWalks)) {
    found.insert(file.path().filename().string());
  }

  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace pdukit
