// Every snippet of code in the README stands, word for word, in a file that is
// built and run.

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

std::string ReadFile(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The contents of the blocks that begin with ```language.
std::vector<std::string> Blocks(const std::string& language) {
  std::vector<std::string> blocks;
  std::istringstream readme(ReadFile("README.md"));
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (inside && line == "```") {
      inside = false;
    } else if (inside) {
      blocks.back() += line + '\n';
    } else if (line == "```" + language) {
      inside = true;
      blocks.emplace_back();
    }
  }
  return blocks;
}

std::string Files(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& path : paths) {
    text += ReadFile(path);
  }
  return text;
}

TEST(ReadmeTest, TheFirstTestIsATarget) {
  EXPECT_EQ(Blocks("cpp").at(0), ReadFile("tests/readme/first_test.cc"));
}

class ReadmeBlockTest : public ::testing::TestWithParam<std::string> {};

TEST_P(ReadmeBlockTest, IsPartOfATarget) {
  EXPECT_THAT(
      Files({"tests/readme/first_test.cc", "tests/readme/snippets_test.cc",
             "tests/consumer/WORKSPACE", "tests/consumer/BUILD"}),
      HasSubstr(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Cpp, ReadmeBlockTest,
                         ::testing::ValuesIn(Blocks("cpp")));
INSTANTIATE_TEST_SUITE_P(Python, ReadmeBlockTest,
                         ::testing::ValuesIn(Blocks("python")));

TEST(ReadmeTest, HasTheBlocksThatAreTriedElsewhere) {
  EXPECT_THAT(Blocks("console"), SizeIs(1));
  EXPECT_THAT(Blocks("yaml"), SizeIs(2));
}

}  // namespace
