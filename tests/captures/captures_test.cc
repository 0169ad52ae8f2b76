// Our fakes are as real devices were, as far as there are captures of them.

#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

#include <gtest/gtest.h>

#include "fake_pdu/models/model_catalog.h"
#include "tests/captures/capture_folder.h"
#include "tests/captures/report.h"

namespace pdukit {
namespace {

const std::filesystem::path kExpected = "tests/captures/expected";

// Empty where they cannot be read: a test of its own says so.
std::vector<ExpectedCapture> ExpectedCaptures() {
  const Result<std::vector<ExpectedCapture>> expected =
      LoadExpectations(kExpected);
  return expected.ok() ? *expected : std::vector<ExpectedCapture>();
}

class CapturesTest : public ::testing::TestWithParam<ExpectedCapture> {};

TEST_P(CapturesTest, TheFakeIsAsTheDevice) {
  const std::filesystem::path folder = CaptureFolder();
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    GTEST_SKIP() << NoCapturesIn(folder);
  }
  const Result<fake_pdu::Capture> capture =
      fake_pdu::Capture::Load(folder / GetParam().file);
  ASSERT_TRUE(capture.ok()) << capture.error();
  const auto model = fake_pdu::ModelCatalog::BuiltIn().Find(GetParam().model);
  ASSERT_TRUE(model.ok()) << model.error();

  const ComparisonReport report = MakeReport(*capture, **model, GetParam());

  PrintText(report, ReportedColumns::kThatDiffer, std::cout);
  EXPECT_EQ((*model)->spec.family, GetParam().family);
  EXPECT_TRUE(report.problems.empty());
}

INSTANTIATE_TEST_SUITE_P(
    EveryCapture, CapturesTest, ::testing::ValuesIn(ExpectedCaptures()),
    [](const ::testing::TestParamInfo<ExpectedCapture>& test) {
      return TestNameOf(test.param.file + '_' + test.param.model);
    });

TEST(ExpectedCapturesTest, CanBeRead) {
  const Result<std::vector<ExpectedCapture>> expected =
      LoadExpectations(kExpected);

  EXPECT_TRUE(expected.ok()) << expected.error();
}

}  // namespace
}  // namespace pdukit
