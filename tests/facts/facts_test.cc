// What each family is known to do: every scenario in tests/facts/*.yaml.

#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/models/model_catalog.h"
#include "tests/facts/scenario.h"

namespace pdukit {
namespace {

using fake_pdu::ModelCatalog;
using ::testing::IsEmpty;

std::vector<Scenario> AllScenarios() {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator("tests/facts")) {
    if (file.path().extension() == ".yaml") {
      files.push_back(file.path());
    }
  }
  std::vector<Scenario> scenarios;
  for (const std::filesystem::path& file : files) {
    for (Scenario& scenario : ReadScenarios(file.string())) {
      scenarios.push_back(std::move(scenario));
    }
  }
  return scenarios;
}

class FactsTest : public ::testing::TestWithParam<Scenario> {};

TEST_P(FactsTest, GoesAsItSays) {
  EXPECT_THAT(Play(GetParam(), ModelCatalog::BuiltIn()), IsEmpty())
      << GetParam().file << ": " << GetParam().says;
}

// "apc_rpdu2_off_through_rPDU2_shows_in_rPDU"
std::string NameOf(const ::testing::TestParamInfo<Scenario>& test) {
  std::string name = std::filesystem::path(test.param.file).stem().string() +
                     "_" + test.param.says + "_" + std::to_string(test.index);
  for (char& c : name) {
    c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(EveryScenario, FactsTest,
                         ::testing::ValuesIn(AllScenarios()), NameOf);

}  // namespace
}  // namespace pdukit
