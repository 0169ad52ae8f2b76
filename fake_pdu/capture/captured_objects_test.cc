#include "fake_pdu/capture/captured_objects.h"

#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fake_pdu/mib/testing/build_model.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::DoubleNear;
using ::testing::Field;
using ::testing::Optional;

// Tables of four outlets below 3.1: name, state, command, watts.
constexpr char kFamily[] = R"(
family: sample
vendor: Sample
base: 1.3.6.1.4.1.9
defaults:
  unit.serial: S1
  outlet.name: 'Outlet {outlet.number}'
objects:
- {oid: 1, name: count, syntax: INTEGER, value: unit.outlet_count}
- {oid: 2, name: serial, syntax: DisplayString, value: unit.serial}
- {oid: 4, name: states, syntax: DisplayString, pack: outlet.state, words: {on: '1', off: '0'}, separator: ','}
- {oid: 5, name: alarms, syntax: BITS, enum: {low: 0, high: 3}, access: rw, stored: [low]}
- table: outletTable
  entry: 3.1
  rows: outlet
  index: [outlet.number]
  columns:
  - {oid: 1, name: name, syntax: DisplayString(SIZE(0..20)), access: rw, value: outlet.name}
  - {oid: 2, name: state, enum: {off: 1, on: 2}, value: outlet.state}
  - {oid: 3, name: command, enum: {on: 1, off: 2, none: 3}, access: rw, const: none, write: outlet.command, commands: {on: on, off: off, none: none}}
  - {oid: 4, name: watts, syntax: Gauge32, value: outlet.active_power}
  - {oid: 5, name: nameAgain, syntax: DisplayString, value: outlet.name}
)";

const Oid kBase{1, 3, 6, 1, 4, 1, 9};

Oid Outlet(std::uint32_t column, std::uint32_t number) {
  return kBase.Child(Oid{3, 1, column, number});
}

class CapturedObjectsTest : public ::testing::Test {
 protected:
  CapturedObjects Over(const std::string& lines) {
    return {Capture::Read("a", lines).value(), model_, device_};
  }

  ManualClock clock_;
  std::shared_ptr<const Model> model_ =
      BuildModel(kFamily, kSampleModel).value();
  Device device_{SpecOf(model_), clock_};
};

TEST_F(CapturedObjectsTest, WhatTheFamilyDoesNotKnowIsAsCaptured) {
  const CapturedObjects objects = Over("1.3.6.1.4.1.8.1.0|4x|FF00\n");

  EXPECT_EQ(objects.Get(Oid{1, 3, 6, 1, 4, 1, 8, 1, 0}),
            Value::OctetString(std::string("\xFF\0", 2)));
}

TEST_F(CapturedObjectsTest, WhatIsFixedIsAsCapturedWhateverTheModelSays) {
  const CapturedObjects objects =
      Over("1.3.6.1.4.1.9.1.0|2|7\n1.3.6.1.4.1.9.2.0|4|S77\n");

  EXPECT_EQ(objects.Get(kBase.Child(Oid{1, 0})), Value::Integer32(7));
  EXPECT_EQ(objects.Get(kBase.Child(Oid{2, 0})), Value::OctetString("S77"));
}

TEST_F(CapturedObjectsTest, ATypeOfItsOwnIsKept) {
  const CapturedObjects objects = Over("1.3.6.1.4.1.9.1.0|66|4\n");

  EXPECT_EQ(objects.Get(kBase.Child(Oid{1, 0})), Value::Gauge32(4));
}

TEST_F(CapturedObjectsTest, WhatIsNotCapturedIsNotThere) {
  const CapturedObjects objects =
      Over("1.3.6.1.4.1.9.3.1.1.1|4|one\n1.3.6.1.4.1.9.3.1.1.2|4|two\n");

  EXPECT_EQ(objects.Get(Outlet(1, 3)), Value::NoSuchInstance());
  EXPECT_EQ(objects.Get(Outlet(2, 1)), Value::NoSuchObject());
  EXPECT_EQ(objects.Next(Outlet(1, 2)), std::nullopt);
}

TEST_F(CapturedObjectsTest, AWalkGivesEveryCapturedObjectInOrder) {
  const CapturedObjects objects =
      Over("1.3.6.1.4.1.9.3.1.1.1|4|one\n1.3.6.1.4.1.8.1.0|2|1\n");

  const std::optional<Varbind> first = objects.Next(Oid{1, 3});

  EXPECT_THAT(first, Optional(Varbind{Oid{1, 3, 6, 1, 4, 1, 8, 1, 0},
                                      Value::Integer32(1)}));
  EXPECT_THAT(objects.Next(first->oid),
              Optional(Varbind{Outlet(1, 1), Value::OctetString("one")}));
}

TEST_F(CapturedObjectsTest, OutletsAreAsCaptured) {
  const CapturedObjects objects = Over(
      "1.3.6.1.4.1.9.3.1.1.2|4|mail\n1.3.6.1.4.1.9.3.1.2.1|2|2\n"
      "1.3.6.1.4.1.9.3.1.2.2|2|1\n");

  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
  EXPECT_EQ(device_.outlet_name(2).value(), "mail");
  EXPECT_EQ(objects.Get(Outlet(2, 2)), Value::Integer32(1));
}

TEST_F(CapturedObjectsTest, StatesMayBePackedIntoOneString) {
  const CapturedObjects objects = Over("1.3.6.1.4.1.9.4.0|4|1,0,1,0\n");

  EXPECT_EQ(device_.outlet(3).value(), OutletState::kOn);
  EXPECT_EQ(device_.outlet(4).value(), OutletState::kOff);
  EXPECT_EQ(objects.Get(kBase.Child(Oid{4, 0})), Value::OctetString("1,0,1,0"));
}

TEST_F(CapturedObjectsTest, BitsMayBeCapturedAsText) {
  const CapturedObjects objects = Over("1.3.6.1.4.1.9.5.0|4|10 3\n");

  EXPECT_EQ(objects.Get(kBase.Child(Oid{5, 0})), Value::OctetString("\x10"));
}

TEST_F(CapturedObjectsTest, OutletsSwitchByACommand) {
  CapturedObjects objects =
      Over("1.3.6.1.4.1.9.3.1.2.1|2|2\n1.3.6.1.4.1.9.3.1.3.1|2|3\n");

  const auto failure = objects.Set({{Outlet(3, 1), Value::Integer32(2)}});

  EXPECT_FALSE(failure.has_value());
  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOff);
  EXPECT_EQ(objects.Get(Outlet(2, 1)), Value::Integer32(1));
}

TEST_F(CapturedObjectsTest, ANameIsNewWhereverItShows) {
  CapturedObjects objects =
      Over("1.3.6.1.4.1.9.3.1.1.1|4|old\n1.3.6.1.4.1.9.3.1.5.1|4|old\n");

  const auto failure = objects.Set({{Outlet(1, 1), Value::OctetString("new")}});

  EXPECT_FALSE(failure.has_value());
  EXPECT_EQ(objects.Get(Outlet(5, 1)), Value::OctetString("new"));
}

TEST_F(CapturedObjectsTest, MetersGoOnFromWhatWasCaptured) {
  const CapturedObjects objects = Over("1.3.6.1.4.1.9.3.1.4.1|66|120\n");

  EXPECT_THAT(device_.load(1).value(), DoubleNear(120, 0.1));
  EXPECT_EQ(objects.Get(Outlet(4, 1)), Value::Gauge32(120));
  device_.SetOutlet(1, OutletState::kOff).value();
  EXPECT_EQ(objects.Get(Outlet(4, 1)), Value::Gauge32(0));
}

TEST_F(CapturedObjectsTest, WhatIsOnlyCapturedCannotBeWritten) {
  CapturedObjects objects =
      Over("1.3.6.1.4.1.8.1.0|2|1\n1.3.6.1.4.1.9.3.1.1.1|4|one\n");

  const auto failure =
      objects.Set({{Outlet(1, 1), Value::OctetString("new")},
                   {Oid{1, 3, 6, 1, 4, 1, 8, 1, 0}, Value::Integer32(2)}});

  EXPECT_THAT(failure, Optional(AllOf(Field(&ObjectView::SetFailure::index, 1U),
                                      Field(&ObjectView::SetFailure::status,
                                            ErrorStatus::kNotWritable))));
  EXPECT_EQ(objects.Get(Outlet(1, 1)), Value::OctetString("one"));
}

TEST_F(CapturedObjectsTest, AnInstanceThatWasNotCapturedIsNotCreated) {
  CapturedObjects objects = Over("1.3.6.1.4.1.9.3.1.1.1|4|one\n");

  EXPECT_THAT(objects.Set({{Outlet(1, 2), Value::OctetString("new")}}),
              Optional(Field(&ObjectView::SetFailure::status,
                             ErrorStatus::kNoCreation)));
}

}  // namespace
}  // namespace pdukit::fake_pdu
