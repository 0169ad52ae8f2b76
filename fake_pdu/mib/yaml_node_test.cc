#include "fake_pdu/mib/yaml_node.h"

#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/mib/yaml_parser.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

// A text with its root.
class Yaml {
 public:
  explicit Yaml(const std::string& text)
      : file_(ParseYaml("a.yaml", text).value()) {}

  YamlNode root() const { return YamlNode(*file_); }
  YamlNode At(const char* key) const { return root().At(key); }

 private:
  std::shared_ptr<const YamlFile> file_;
};

std::vector<std::string> TextsOf(const std::vector<YamlNode>& nodes) {
  std::vector<std::string> texts;
  for (const YamlNode& node : nodes) {
    texts.push_back(node.Text());
  }
  return texts;
}

// What it fails with, or "".
template <typename Work>
std::string FailureOf(const Work& work) {
  try {
    work();
  } catch (const YamlFailure& failure) {
    return failure.error.message;
  }
  return "";
}

TEST(YamlNodeTest, FindsWhatStandsBehindListsAndMaps) {
  const Yaml yaml("{a: [1, [2, {b: 3}]], c: {d: {e: 4}, f: 5}, g: 6}");

  EXPECT_EQ(yaml.At("g").Text(), "6");
  EXPECT_EQ(yaml.At("c").At("f").Text(), "5");
  EXPECT_EQ(yaml.At("a").Items().at(1).Items().at(1).At("b").Text(), "3");
}

TEST(YamlNodeTest, EntriesComeInTheirOrder) {
  const Yaml yaml("{b: [x], a: {}, c: 1}");

  const auto entries = yaml.root().Entries();

  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].first.Text(), "b");
  EXPECT_TRUE(entries[0].second.is_list());
  EXPECT_EQ(entries[1].first.Text(), "a");
  EXPECT_TRUE(entries[1].second.is_map());
  EXPECT_EQ(entries[2].second.Text(), "1");
}

TEST(YamlNodeTest, QuotesMakeAText) {
  const Yaml yaml("{a: '1', b: 1, c: \"1\"}");

  EXPECT_TRUE(yaml.At("a").is_quoted());
  EXPECT_FALSE(yaml.At("b").is_quoted());
  EXPECT_TRUE(yaml.At("c").is_quoted());
}

TEST(YamlNodeTest, WhereNothingStandsIsAnEmptyText) {
  const Yaml yaml("{a: , b: ~, c: ''}");

  EXPECT_EQ(yaml.At("a").Text(), "");
  EXPECT_EQ(yaml.At("b").Text(), "");
  EXPECT_EQ(yaml.At("c").Text(), "");
  EXPECT_EQ(Yaml("").root().Text(), "");
}

TEST(YamlNodeTest, AliasIsWhatItStandsForAndStandsThere) {
  const Yaml yaml("a: &x\n- 1\n- 2\nb: *x\nc: &y z\n*y : 3");

  EXPECT_THAT(TextsOf(yaml.At("b").Items()), ElementsAre("1", "2"));
  EXPECT_EQ(yaml.At("b").Place(), yaml.At("a").Place());
  EXPECT_EQ(yaml.At("z").Text(), "3");
}

TEST(YamlNodeTest, ListThatContainsItselfCanBeRead) {
  const Yaml yaml("&x [1, *x]");

  EXPECT_EQ(yaml.root().Items().at(1).Items().at(1).Items().at(0).Text(), "1");
}

// Written out, it would be 10 to the power of 30 texts.
TEST(YamlNodeTest, AliasesOfAliasesTakeNoRoom) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int level = 1; level < 30; ++level) {
    const std::string below = "*a" + std::to_string(level - 1);
    const std::string name = "a" + std::to_string(level);
    text += name + ": &" + name + " [" + below;
    for (int count = 1; count < 10; ++count) {
      text += ", " + below;
    }
    text += "]\n";
  }

  const auto file = ParseYaml("a.yaml", text).value();

  EXPECT_LT(file->record_count, 400U);
}

TEST(YamlNodeTest, FirstKeyThatIsThereTwiceIsNamed) {
  const Yaml yaml("{a: 1, b: 2, c: 3,\n b: 4, a: 5}");

  EXPECT_EQ(FailureOf([&] { yaml.root().Entries(); }),
            "a.yaml:2:2: 'b' is there twice");
}

TEST(YamlNodeTest, KeyThatIsNoTextIsRefused) {
  const Yaml yaml("{a: 1, [b]: 2}");

  EXPECT_EQ(FailureOf([&] { yaml.root().Entries(); }),
            "a.yaml:1:8: a text is needed here, not a list or a map");
  EXPECT_FALSE(yaml.root().Find("b"));
}

TEST(YamlNodeTest, ParametersStandForPlaceholdersBelow) {
  const Yaml yaml("{a: ['{n}', '{other}', x]}");

  const YamlNode node = yaml.root().With({{"n", "5"}});

  EXPECT_THAT(TextsOf(node.At("a").Items()), ElementsAre("5", "{other}", "x"));
}

TEST(YamlNodeTest, WhatIsMissingComesFromBelow) {
  const Yaml base("{a: 1, b: 2}");
  const Yaml own("{b: 3}");

  const YamlNode both = own.root().OnTopOf(base.root());

  EXPECT_EQ(both.At("a").Text(), "1");
  EXPECT_EQ(both.At("b").Text(), "3");
}

TEST(YamlNodeTest, WhatIsNoYamlSaysWhere) {
  EXPECT_THAT(ParseYaml("a.yaml", "a: 1\nb: [").error().message,
              StartsWith("a.yaml:2:1: "));
  EXPECT_THAT(ParseYaml("a.yaml", "a: *x").error().message,
              StartsWith("a.yaml:1:4: "));
}

TEST(YamlNodeTest, DepthHasALimit) {
  EXPECT_FALSE(ParseYaml("a.yaml", std::string(100000, '[')).ok());
}

}  // namespace
}  // namespace pdukit::fake_pdu
