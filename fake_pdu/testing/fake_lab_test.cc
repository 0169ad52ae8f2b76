#include "fake_pdu/testing/fake_lab.h"

#include <chrono>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kLab[] = R"(
pdus:
  rack4-a: AP7900
  rack4-b: {model: PX3-5190R, write_community: secret}
machines:
  web-1: rack4-a 2
  db-3: {outlets: [rack4-a 3, rack4-b 3], watts: 400}
)";

std::string ErrorOf(const std::string& yaml) {
  return FakeLab::Parse(yaml).error().message;
}

TEST(FakeLabTest, StartsEveryPduUnderItsName) {
  FakeLab lab = FakeLab::Parse(kLab).value();

  EXPECT_THAT(lab.pdus(), ElementsAre("rack4-a", "rack4-b"));
  EXPECT_EQ(lab.pdu("rack4-b").name(), "rack4-b");
  EXPECT_EQ(lab.pdu("rack4-b").model().model, "PX3-5190R");
}

TEST(FakeLabTest, AMachineRunsUntilItsLastSupplyIsOff) {
  FakeLab lab = FakeLab::Parse(kLab).value();

  lab.pdu("rack4-a").outlet(3).Switch(OutletState::kOff);
  EXPECT_EQ(lab.PoweredSupplies("db-3"), 1);
  EXPECT_TRUE(lab.IsPowered("db-3"));

  lab.pdu("rack4-b").outlet(3).Switch(OutletState::kOff);
  EXPECT_FALSE(lab.IsPowered("db-3"));
  EXPECT_TRUE(lab.IsPowered("web-1"));
}

TEST(FakeLabTest, SuppliesShareTheLoad) {
  FakeLab lab = FakeLab::Parse(kLab).value();

  EXPECT_DOUBLE_EQ(lab.pdu("rack4-a").outlet(3).load_watts(), 200);
  EXPECT_DOUBLE_EQ(lab.pdu("rack4-b").outlet(3).load_watts(), 200);
}

TEST(FakeLabTest, OneClockMovesAll) {
  ManualClock clock;
  FakeLab lab = FakeLab::Parse(kLab, &clock).value();
  lab.pdu("rack4-a").outlet(3).Command(OutletCommand::kReboot).value();
  ASSERT_EQ(lab.PoweredSupplies("db-3"), 1);

  clock.Advance(std::chrono::minutes(1));

  EXPECT_EQ(lab.PoweredSupplies("db-3"), 2);
}

TEST(FakeLabTest, AnUnknownMachineNamesThoseThatThereAre) {
  const FakeLab lab = FakeLab::Parse(kLab).value();

  try {
    lab.IsPowered("db-4");
    FAIL();
  } catch (const std::out_of_range& error) {
    EXPECT_STREQ(error.what(),
                 "there is no machine db-4; there are: db-3, web-1");
  }
}

TEST(FakeLabTest, MistakesAreReportedWithTheirPlace) {
  EXPECT_THAT(ErrorOf("pdus: {a: AP7900}\nmachines: {m: b 1}"),
              HasSubstr("lab:2:15: there is no PDU b"));
  EXPECT_THAT(ErrorOf("pdus: {a: AP7900}\nmachines: {m: a 9}"),
              HasSubstr("lab:2:15: a has no outlet 9"));
  EXPECT_THAT(ErrorOf("pdus: {a: AP7900}\nmachines: {m: a}"),
              HasSubstr("lab:2:15: a supply is a PDU and the number"));
  EXPECT_THAT(ErrorOf("pdus: {a: AP79}"), HasSubstr("lab:1:11: "));
  EXPECT_THAT(ErrorOf("pdus: {a: AP7900}\nracks: 1"), HasSubstr("lab:2:1: "));
}

}  // namespace
}  // namespace pdukit::fake_pdu
