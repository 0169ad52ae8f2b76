// The short form of tools/soak.

#include "tests/stress/soak.h"

#include <chrono>
#include <iostream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(SoakTest, NothingGrowsAndEveryAnswerIsRight) {
  SoakOptions options;
  options.cycles = 60;
  options.traffic = std::chrono::seconds(2);
  options.samples = 8;

  const SoakReport report = Soak(options, std::cout);

  EXPECT_THAT(report.troubles, IsEmpty());
  EXPECT_THAT(report.cycle_samples, SizeIs(9));
  EXPECT_THAT(report.traffic_samples, SizeIs(9));
  EXPECT_GT(report.operations, 60);
}

TEST(SoakTest, WhatGrowsIsNamed) {
  std::vector<ProcessUsage> samples(8, ProcessUsage{1 << 20, 1 << 20, 10, 2});

  samples.push_back({64 << 20, 2 << 20, 11, 3});

  EXPECT_THAT(Growth(samples),
              ElementsAre("the heap has grown by 1048576 bytes",
                          "resident memory has grown by 66060288 bytes",
                          "11 descriptors were 10", "3 threads were 2"));
}

TEST(SoakTest, WhatIsThereFromTheFirstQuarterOnHasNotGrown) {
  std::vector<ProcessUsage> samples(8, ProcessUsage{64 << 20, 9 << 20, 10, 2});

  samples.front() = {1 << 20, 1 << 20, 5, 1};

  EXPECT_THAT(Growth(samples), IsEmpty());
}

}  // namespace
}  // namespace pdukit
