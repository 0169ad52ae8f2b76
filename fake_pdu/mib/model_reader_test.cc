#include "fake_pdu/mib/model_reader.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/mib/testing/build_model.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::StartsWith;

constexpr char kFamily[] = R"(
family: sample
vendor: Sample
settings: {outlet: {socket: C13}}
)";

// The models begin on line 7 of what is read.
constexpr char kHead[] = R"(
model: Sample
family: sample
metered: bank
rating: 16
inlets: [{voltage: 400, frequency: 50, rating: 16, phases: 3}]
)";

Result<std::shared_ptr<const Model>> Build(const std::string& model) {
  return BuildModel(kFamily, kHead + model);
}

// What reading it says, or "ok".
std::string ErrorOf(const std::string& model) {
  const auto result = Build(model);
  return result.ok() ? "ok" : result.error().message;
}

TEST(ModelReaderTest, LaterEntriesRefineEarlierOnes) {
  const auto model = Build(
      "outlets:\n- {numbers: 1-3, rating: 10}\n- {numbers: [2, 3], rating: "
      "16, switched: false}");

  ASSERT_TRUE(model.ok()) << model.error();
  const DeviceSpec& spec = (*model)->spec;
  ASSERT_EQ(spec.outlets.size(), 3U);
  EXPECT_EQ(spec.outlets[0].rating, 10);
  EXPECT_TRUE(spec.outlets[0].switched);
  EXPECT_EQ(spec.outlets[2].rating, 16);
  EXPECT_FALSE(spec.outlets[2].switched);
}

TEST(ModelReaderTest, NumbersMayHaveGapsAndStartAtZero) {
  const auto model = Build("outlets: [{numbers: [8, 0, 3-4], rating: 10}]");

  ASSERT_TRUE(model.ok()) << model.error();
  EXPECT_EQ((*model)->spec.outlets.front().number, 0);
  EXPECT_EQ((*model)->spec.outlets.back().number, 8);
  EXPECT_EQ((*model)->spec.outlets.size(), 4U);
}

TEST(ModelReaderTest, ThreePhasesShareTheInletsVoltage) {
  const auto model = Build("outlets: [{numbers: 1, rating: 10}]");

  ASSERT_TRUE(model.ok()) << model.error();
  ASSERT_EQ((*model)->spec.phases.size(), 3U);
  EXPECT_NEAR((*model)->spec.phases[2].voltage, 230.94, 0.01);
}

TEST(ModelReaderTest, BankOfOutletsThatDoNotExistIsRefused) {
  EXPECT_EQ(ErrorOf("outlets: [{numbers: 1-4, rating: 10}]\n"
                    "banks: [{outlets: 3-5, rating: 10}]"),
            "model.yaml:8:19: there is no outlet 5");
}

TEST(ModelReaderTest, OutletInTwoBanksIsRefused) {
  EXPECT_EQ(ErrorOf("outlets: [{numbers: 1-4, rating: 10}]\n"
                    "banks: [{outlets: 1-2, rating: 10},\n"
                    "        {outlets: 2-3, rating: 10}]"),
            "model.yaml:9:19: outlet 2 is in bank 1 already");
}

TEST(ModelReaderTest, PhaseThatTheInletLacksIsRefused) {
  EXPECT_EQ(BuildModel(kFamily,
                       "model: S\nfamily: sample\nmetered: none\nrating: 1\n"
                       "inlets: [{voltage: 120, frequency: 60, rating: 1}]\n"
                       "outlets: [{numbers: 1, rating: 1, wiring: l1_l2}]")
                .error()
                .message,
            "model.yaml:6:11: its inlet has no such phase");
}

TEST(ModelReaderTest, UnknownKeyOfAnOutletListsWhatItMayHave) {
  EXPECT_THAT(ErrorOf("outlets: [{numbers: 1, rating: 1, sock: C19}]"),
              StartsWith("model.yaml:7:35: unknown key 'sock'; allowed: "
                         "numbers, inlet, wiring, rating, switched, state, "
                         "load, power_factor, socket, "));
}

TEST(ModelReaderTest, BadNumbersOfOutletsAreRefused) {
  EXPECT_EQ(ErrorOf("outlets: [{numbers: 4-1, rating: 1}]"),
            "model.yaml:7:21: '4-1' runs backwards");
  EXPECT_THAT(ErrorOf("outlets: [{numbers: all, rating: 1}]"),
              StartsWith("model.yaml:7:21: 'all' names no outlets"));
}

TEST(ModelReaderTest, ChainOfTooManyOutletsIsRefused) {
  EXPECT_EQ(ErrorOf("outlets: [{numbers: 1-100, rating: 1}]\nunits: 11"),
            "model.yaml:8:8: the units have too many outlets; allowed: 1000 "
            "outlets in all");
}

TEST(ModelReaderTest, UnknownMeteringListsTheKnownOnes) {
  EXPECT_EQ(BuildModel(kFamily, "model: S\nfamily: sample\nmetered: all")
                .error()
                .message,
            "model.yaml:3:10: 'all' is not known here; allowed: none, inlet, "
            "bank, outlet");
}

TEST(ModelReaderTest, ModelWithoutOutletsIsRefused) {
  EXPECT_EQ(ErrorOf(""), "model.yaml:2:1: the key 'outlets' is missing");
}

TEST(ModelReaderTest, FeatureThatTheFamilyLacksIsRefused) {
  EXPECT_EQ(ErrorOf("outlets: [{numbers: 1, rating: 1}]\nfeatures: [fan]"),
            "model.yaml:8:12: the family sample has no features");
}

}  // namespace
}  // namespace pdukit::fake_pdu
