#include "tests/captures/verdict.h"

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/captures/report.h"
#include "tests/captures/sample.h"

namespace pdukit {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const Oid kArc{1, 3, 6, 1, 4, 1, 9};

// Of a capture with all that the sample serves, and these lines.
class VerdictTest : public ::testing::Test {
 protected:
  ComparisonReport Report(const std::string& lines) {
    return MakeReport(SampleCapture("1.3.6.1.4.1.9.1.0|2|4\n" + lines),
                      *SampleModel(), expected_);
  }

  std::vector<std::string> Problems(const std::string& lines) {
    return Report(lines).problems;
  }

  ExpectedCapture expected_{"sample.snmprec", "sample", "Sample", {kArc}};
};

TEST_F(VerdictTest, NothingIsAmissWhereAllIsServed) {
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.3.1.2.1|2|1\n"), IsEmpty());
}

TEST_F(VerdictTest, TooLittleIsServed) {
  expected_.missing = {{kArc.Child(4), "a reason does not help"}};

  EXPECT_THAT(Problems("1.3.6.1.4.1.9.4.0|2|1\n"),
              ElementsAre(AllOf(StartsWith("1.3.6.1.4.1.9: 1 of 2 "),
                                HasSubstr("50 %"), HasSubstr("90 %"))));
}

TEST_F(VerdictTest, AMissingColumnNeedsAReason) {
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.4.0|2|1\n"),
              ElementsAre(HasSubstr("50 %"), AllOf(HasSubstr("1.3.6.1.4.1.9.4"),
                                                   HasSubstr("no reason"))));
}

TEST_F(VerdictTest, AWrongTypeNeedsAReason) {
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.3.1.2.1|66|1\n"),
              ElementsAre(AllOf(HasSubstr("outletState"), HasSubstr("type"),
                                HasSubstr("Gauge32: 1"))));

  expected_.deviations = {{kArc.Child(Oid{3, 1, 2}), "firmware bug"}};
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.3.1.2.1|66|1\n"), IsEmpty());
}

TEST_F(VerdictTest, AWrongValueNeedsAReason) {
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.3.1.2.1|2|7\n"),
              ElementsAre(AllOf(HasSubstr("outletState"), HasSubstr("value"),
                                HasSubstr("off(0), on(1)"))));

  expected_.deviations = {{kArc.Child(Oid{3, 1, 2, 1}), "firmware bug"}};
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.3.1.2.1|2|7\n"), IsEmpty());
}

TEST_F(VerdictTest, AMissingRowNeedsAReason) {
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.3.1.2.5|2|1\n"),
              ElementsAre(HasSubstr("1 of 1 captured instances")));

  expected_.deviations = {{kArc.Child(Oid{3, 1}), "it has a fifth outlet"}};
  EXPECT_THAT(Problems("1.3.6.1.4.1.9.3.1.2.5|2|1\n"), IsEmpty());
}

TEST_F(VerdictTest, WhatIsNotComparedNeedsAReason) {
  EXPECT_THAT(Problems("1.3.6.1.4.1.11.1.0|2|1\n"),
              ElementsAre(HasSubstr("1.3.6.1.4.1.11.1.0")));

  expected_.outside = {{Oid{1, 3, 6, 1, 4, 1, 11}, "the agent's own"}};
  EXPECT_THAT(Problems("1.3.6.1.4.1.11.1.0|2|1\n"), IsEmpty());
}

TEST_F(VerdictTest, PartOfAnArcMayLieOutside) {
  expected_.outside = {{kArc.Child(4), "an accessory"}};

  EXPECT_THAT(Problems("1.3.6.1.4.1.9.4.0|2|1\n"), IsEmpty());
}

TEST_F(VerdictTest, AReasonWithoutNeedIsWrong) {
  expected_.missing = {{kArc.Child(1), "it is served"}};
  expected_.deviations = {{kArc.Child(1), "it does not differ"}};
  expected_.outside = {{kArc.Child(5), "there is none"}};

  EXPECT_THAT(Problems(""),
              ElementsAre(HasSubstr("under outside is not needed"),
                          HasSubstr("under missing is not needed"),
                          HasSubstr("under deviations is not needed")));
}

TEST_F(VerdictTest, ThePrintedReportNamesWhatDiffers) {
  std::ostringstream text;

  PrintText(Report("1.3.6.1.4.1.9.4.0|2|1\n1.3.6.1.4.1.9.3.1.2.5|2|7\n"),
            ReportedColumns::kThatDiffer, text);

  EXPECT_THAT(text.str(),
              AllOf(HasSubstr("2 of 3 captured columns served (66 %)"),
                    HasSubstr("missing  1.3.6.1.4.1.9.4 "),
                    HasSubstr("rows     1.3.6.1.4.1.9.3.1.2 outletState"),
                    HasSubstr("value    1.3.6.1.4.1.9.3.1.2 outletState"),
                    HasSubstr("problems\n")));
}

TEST_F(VerdictTest, TheJsonReportHoldsEveryColumn) {
  std::ostringstream text;

  PrintJson(Report("1.3.6.1.4.1.9.4.0|4x|ff\n"), text);

  EXPECT_THAT(text.str(), AllOf(HasSubstr("\"oid\": \"1.3.6.1.4.1.9.1\""),
                                HasSubstr("\"oid\": \"1.3.6.1.4.1.9.4\""),
                                HasSubstr("\"served\": false")));
}

}  // namespace
}  // namespace pdukit
