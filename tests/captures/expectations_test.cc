#include "tests/captures/expectations.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::StartsWith;

const Oid kAcme{1, 3, 6, 1, 4, 1, 4711};

std::string MistakeIn(const std::string& text) {
  const auto read = ReadExpectations("x/acme.yaml", text);
  return read.ok() ? "no mistake" : read.error().Text();
}

TEST(ExpectationsTest, ACaptureIsReadWithItsReasons) {
  const auto read = ReadExpectations("x/acme.yaml", R"(
captures:
- file: rack4.snmprec
  model: ACME-8
  arcs: [4711.2, 1.3.6.1.4.1.4711.3]
  outside: {4711.9: an accessory}
  missing: {4711.2.5: not in the MIB}
  deviations: {4711.2.6: firmware bug}
)")
                        .value();

  ASSERT_THAT(read, SizeIs(1));
  EXPECT_EQ(read[0].file, "rack4.snmprec");
  EXPECT_EQ(read[0].family, "acme");
  EXPECT_EQ(read[0].model, "ACME-8");
  EXPECT_THAT(read[0].arcs, ElementsAre(kAcme.Child(2), kAcme.Child(3)));
  EXPECT_THAT(read[0].outside,
              ElementsAre(Pair(kAcme.Child(9), "an accessory")));
  EXPECT_THAT(read[0].missing,
              ElementsAre(Pair(kAcme.Child(Oid{2, 5}), "not in the MIB")));
  EXPECT_THAT(read[0].deviations,
              ElementsAre(Pair(kAcme.Child(Oid{2, 6}), "firmware bug")));
}

TEST(ExpectationsTest, AMistakeIsNamedWithItsLine) {
  EXPECT_THAT(MistakeIn("captures:\n- {file: a, model: b, arc: [1]}\n"),
              AllOf(StartsWith("x/acme.yaml:2: "), HasSubstr("'arc'"),
                    HasSubstr("arcs, outside")));
  EXPECT_THAT(MistakeIn("captures:\n- {file: a, arcs: [1]}\n"),
              HasSubstr("'model' is missing"));
  EXPECT_THAT(MistakeIn("captures:\n- {file: a, model: b, arcs: [x]}\n"),
              HasSubstr("\"x\""));
  EXPECT_THAT(MistakeIn("captures: [\n"), StartsWith("x/acme.yaml:2: "));
}

TEST(ExpectationsTest, AReasonIsMoreThanNothing) {
  EXPECT_THAT(MistakeIn("captures:\n- file: a\n  model: b\n  arcs: [1]\n"
                        "  missing: {9.1: ''}\n"),
              StartsWith("x/acme.yaml:5: "));
}

TEST(ExpectationsTest, AFolderThatIsNotThereIsNamed) {
  const auto loaded = LoadExpectations("nowhere/at/all");

  ASSERT_FALSE(loaded.ok());
  EXPECT_THAT(loaded.error().Text(), HasSubstr("nowhere/at/all"));
}

TEST(FindReasonTest, TheLongestOneCounts) {
  const ExpectedCapture::Reasons reasons = {
      {Oid{1, 3}, "all"}, {Oid{1, 3, 5}, "five"}, {Oid{1, 3, 5, 1}, "other"}};

  EXPECT_EQ(FindReason(reasons, Oid{1, 3, 5, 2})->second, "five");
  EXPECT_EQ(FindReason(reasons, Oid{1, 3, 6})->second, "all");
  EXPECT_EQ(FindReason(reasons, Oid{1, 4}), nullptr);
}

}  // namespace
}  // namespace pdukit
