// Each row of fake_pdu/FAULTS.md is a test here, whose script stands there word
// for word, and each test of a failure mode is a row.

#include <algorithm>
#include <cctype>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;

std::string ReadFile(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

struct Row {
  std::string script{};
  std::string suite{};
  std::string test{};
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.suite << '.' << row.test;
}

// | what happens | `script` | `Suite.Test` |
std::vector<Row> Rows() {
  const std::regex row(
      R"(\| [^|`]+(?:`[^|`]+`[^|`]*)?\| `(.+)` \| `(\w+)\.(\w+)` \|)");
  std::istringstream page(ReadFile("fake_pdu/FAULTS.md"));
  std::vector<Row> rows;
  for (std::string line; std::getline(page, line);) {
    std::smatch match;
    if (std::regex_match(line, match, row)) {
      rows.push_back({match[1], match[2], match[3]});
    } else if (line.rfind("| ", 0) == 0 && line.find('`') != line.npos) {
      rows.push_back({line, "is", "no row"});
    }
  }
  return rows;
}

const std::string& Tests() {
  static const std::string& text =
      *new std::string(ReadFile("tests/faults/wire_faults_test.cc") +
                       ReadFile("tests/faults/response_faults_test.cc") +
                       ReadFile("tests/faults/security_faults_test.cc") +
                       ReadFile("tests/faults/device_faults_test.cc"));
  return text;
}

// Up to the end of the test; empty if there is none.
std::string BodyOf(const Row& row) {
  const std::size_t begin =
      Tests().find("TEST(" + row.suite + ", " + row.test + ") {\n");
  return begin == std::string::npos
             ? std::string()
             : Tests().substr(begin, Tests().find("\n}\n", begin) - begin);
}

// Lines are broken where they are too long.
std::string WithoutBlanks(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(),
                            [](unsigned char c) { return std::isspace(c); }),
             text.end());
  return text;
}

TEST(FaultsPageTest, ListsFortyFailureModesAtLeast) {
  EXPECT_GE(Rows().size(), 40U);
}

class FaultsPageRowTest : public ::testing::TestWithParam<Row> {};

TEST_P(FaultsPageRowTest, ShowsWhatItsTestDoes) {
  EXPECT_THAT(WithoutBlanks(BodyOf(GetParam())),
              HasSubstr(WithoutBlanks(GetParam().script)));
}

INSTANTIATE_TEST_SUITE_P(EveryRow, FaultsPageRowTest,
                         ::testing::ValuesIn(Rows()));

std::vector<std::string> TestNames() {
  const std::regex test(R"(TEST\(\w+, (\w+)\))");
  std::vector<std::string> names;
  for (std::sregex_iterator it(Tests().begin(), Tests().end(), test), end;
       it != end; ++it) {
    names.push_back((*it)[1]);
  }
  return names;
}

class FaultsTestNameTest : public ::testing::TestWithParam<std::string> {};

TEST_P(FaultsTestNameTest, IsARowOfThePage) {
  EXPECT_THAT(Rows(), Contains(Field("test", &Row::test, GetParam())));
}

INSTANTIATE_TEST_SUITE_P(EveryTest, FaultsTestNameTest,
                         ::testing::ValuesIn(TestNames()));

}  // namespace
}  // namespace pdukit
