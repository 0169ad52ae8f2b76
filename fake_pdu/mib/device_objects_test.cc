#include "fake_pdu/mib/device_objects.h"

#include <chrono>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/mib/testing/build_model.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

// 1.3.6.1.9.1.* are scalars, 1.3.6.1.9.2.1 a table of outlets, 3.1 a table of
// phases and banks, 4.1 one of sub-rows, 5.1 one of a feature.
constexpr char kFamily[] = R"(
family: sample
vendor: Sample
base: 1.3.6.1.9
settings:
  outlet: {socket: C13}
defaults:
  unit.name: 'PDU {unit.model}'
  outlet.name: 'Outlet {outlet.number}'
  outlet.on_delay: 10
  bank.current.upper_critical: 80%
types:
  Command:
    enum: {on: 1, off: 2, cycle: 3, unknown: 4}
    commands: {on: on, off: off, cycle: reboot}
objects:
- {oid: 1.1, name: name, syntax: DisplayString(SIZE(0..8)), access: rw, value: unit.name}
- {oid: 1.2, name: count, syntax: INTEGER, value: unit.outlet_count}
- {oid: 1.3, name: uptime, syntax: TimeTicks, value: unit.uptime, scale: 100}
- {oid: 1.4, name: states, syntax: DisplayString, pack: outlet.state, words: {on: '1', off: '0'}, separator: ','}
- {oid: 1.5, name: text, syntax: DisplayString, text: 'has {unit.outlet_count} outlets'}
- {oid: 1.6, name: step, syntax: INTEGER, access: rw, value: unit.coldstart_delay, allowed: [0, 15, 30], round: down}
- {oid: 1.7, name: kept, syntax: Unsigned32(0..10), access: rw, stored: 7}
- {oid: 1.8, name: flags, syntax: BITS, enum: {a: 0, b: 1}, access: rw, stored: [b]}
- table: outletTable
  entry: 2.1
  rows: outlet
  index: [unit.number, outlet.number]
  columns:
  - {oid: 2, name: outletName, syntax: DisplayString, access: rw, value: outlet.name}
  - {oid: 3, name: outletCommand, syntax: Command, access: rw, value: outlet.state, write: outlet.command}
  - {oid: 4, name: outletDelay, syntax: INTEGER(-1..60), access: rw, value: outlet.on_delay}
  - {oid: 5, name: outletCurrent, syntax: Gauge32, value: outlet.current, scale: 10}
  - {oid: 6, name: outletSource, syntax: RowPointer, pointer: {bank: loadIndex}}
  - {oid: 7, name: outletSocket, syntax: DisplayString, value: outlet.socket}
- table: loadTable
  entry: 3.1
  rows: [phase, bank]
  index: [row]
  columns:
  - {oid: 1, name: loadIndex, syntax: INTEGER, value: row}
  - {oid: 2, name: loadBank, syntax: INTEGER, value: {phase: 0, bank: bank.number}}
  - {oid: 3, name: loadLimit, syntax: INTEGER, value: {phase: phase.rating, bank: bank.current.upper_critical}}
- table: sensorTable
  entry: 4.1
  rows: outlet
  index: [outlet.number, '{kind}']
  items: [{kind: 1, quantity: current, scale: 1000}, {kind: 5, quantity: active_power, scale: 1}]
  columns:
  - {oid: 1, name: sensorValue, syntax: Unsigned32, value: 'outlet.{quantity}', scale: '{scale}'}
- table: phaseTable
  entry: 5.1
  rows: phase
  when: three_phase
  columns:
  - {oid: 1, name: phaseVoltage, syntax: INTEGER, value: phase.voltage}
)";

Oid At(const char* suffix) {
  return Oid({1, 3, 6, 1, 9}).Child(Oid::Parse(suffix).value());
}

class DeviceObjectsTest : public ::testing::Test {
 protected:
  Value Get(const char* suffix) { return objects_.Get(At(suffix)); }

  // The error-status of a SET of one varbind.
  ErrorStatus Set(const char* suffix, Value value) {
    const auto failure = objects_.Set({{At(suffix), std::move(value)}});
    return failure ? failure->status : ErrorStatus::kNoError;
  }

  ManualClock clock_;
  std::shared_ptr<const Model> model_ =
      BuildModel(kFamily, kSampleModel).value();
  Device device_{SpecOf(model_), clock_};
  DeviceObjects objects_{model_, device_};
};

TEST_F(DeviceObjectsTest, ScalarsShowTheUnit) {
  clock_.Advance(std::chrono::milliseconds(1500));

  EXPECT_EQ(Get("1.1.0"), Value::OctetString("PDU Sample"));
  EXPECT_EQ(Get("1.2.0"), Value::Integer32(4));
  EXPECT_EQ(Get("1.3.0"), Value::TimeTicks(150));
  EXPECT_EQ(Get("1.5.0"), Value::OctetString("has 4 outlets"));
}

TEST_F(DeviceObjectsTest, TableShowsEachOutlet) {
  device_.SetLoad(2, 250).value();

  EXPECT_EQ(Get("2.1.2.1.3"), Value::OctetString("Outlet 3"));
  EXPECT_EQ(Get("2.1.5.1.2"), Value::Gauge32(13));
  EXPECT_EQ(Get("2.1.7.1.4"), Value::OctetString("C13"));
}

TEST_F(DeviceObjectsTest, StateIsShownByTheFamilysNumbers) {
  device_.Command(1, OutletCommand::kOff).value();

  EXPECT_EQ(Get("2.1.3.1.1"), Value::Integer32(2));
  EXPECT_EQ(Get("2.1.3.1.2"), Value::Integer32(1));
}

TEST_F(DeviceObjectsTest, AllOutletsFitInOneString) {
  device_.Command(2, OutletCommand::kOff).value();

  EXPECT_EQ(Get("1.4.0"), Value::OctetString("1,0,1,1"));
}

TEST_F(DeviceObjectsTest, RowsOfTwoScopesAreCountedThrough) {
  EXPECT_EQ(Get("3.1.1.3"), Value::Integer32(3));
  EXPECT_EQ(Get("3.1.2.1"), Value::Integer32(0));
  EXPECT_EQ(Get("3.1.2.3"), Value::Integer32(2));
}

TEST_F(DeviceObjectsTest, PercentagesAreOfTheRowsRating) {
  EXPECT_EQ(Get("3.1.3.1"), Value::Integer32(16));
  EXPECT_EQ(Get("3.1.3.2"), Value::Integer32(8));
}

TEST_F(DeviceObjectsTest, SubRowsFollowTheirParameters) {
  device_.SetLoad(2, 250).value();

  EXPECT_EQ(Get("4.1.1.2.1"), Value::Gauge32(1250));
  EXPECT_EQ(Get("4.1.1.2.5"), Value::Gauge32(250));
}

TEST_F(DeviceObjectsTest, PointerNamesTheRowOfTheOutletsBank) {
  EXPECT_EQ(Get("2.1.6.1.1"), Value::ObjectIdentifier(At("3.1.1.1")));
  EXPECT_EQ(Get("2.1.6.1.4"), Value::ObjectIdentifier(At("3.1.1.2")));
}

TEST_F(DeviceObjectsTest, MissingInstanceIsToldFromMissingObject) {
  EXPECT_EQ(Get("1.1.1"), Value::NoSuchInstance());
  EXPECT_EQ(Get("1.1"), Value::NoSuchInstance());
  EXPECT_EQ(Get("2.1.2.1.5"), Value::NoSuchInstance());
  EXPECT_EQ(Get("1.99.0"), Value::NoSuchObject());
  EXPECT_EQ(Get("2.1.1.1.1"), Value::NoSuchObject());
  EXPECT_EQ(Get("2.1"), Value::NoSuchObject());
}

TEST_F(DeviceObjectsTest, TableOfAFeatureIsThereWithItAlone) {
  EXPECT_EQ(Get("5.1.1.1"), Value::NoSuchObject());
}

TEST_F(DeviceObjectsTest, NextGoesThroughInOrder) {
  EXPECT_EQ(objects_.Next({})->oid, At("1.1.0"));
  EXPECT_EQ(objects_.Next(At("1.1"))->oid, At("1.1.0"));
  EXPECT_EQ(objects_.Next(At("1.1.0"))->oid, At("1.2.0"));
  EXPECT_EQ(objects_.Next(At("1.8.0"))->oid, At("2.1.2.1.1"));
  EXPECT_EQ(objects_.Next(At("2.1.2.1.4"))->oid, At("2.1.3.1.1"));
}

TEST_F(DeviceObjectsTest, NextBehindTheLastIsTheEnd) {
  EXPECT_THAT(objects_.Next(At("4.1.1.4.1")),
              Optional(Varbind{At("4.1.1.4.5"), Value::Gauge32(0)}));
  EXPECT_EQ(objects_.Next(At("4.1.1.4.5")), std::nullopt);
}

TEST_F(DeviceObjectsTest, SetSwitchesTheOutlet) {
  EXPECT_EQ(Set("2.1.3.1.2", Value::Integer32(2)), ErrorStatus::kNoError);

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOff);
}

TEST_F(DeviceObjectsTest, SetOfALabelThatIsNoCommandIsRefused) {
  EXPECT_EQ(Set("2.1.3.1.2", Value::Integer32(4)), ErrorStatus::kWrongValue);
  EXPECT_EQ(Set("2.1.3.1.2", Value::Integer32(5)), ErrorStatus::kWrongValue);
}

TEST_F(DeviceObjectsTest, SetIsRefusedAsTheRfcSays) {
  EXPECT_EQ(Set("2.1.4.1.2", Value::Gauge32(5)), ErrorStatus::kWrongType);
  EXPECT_EQ(Set("2.1.4.1.2", Value::Integer32(61)), ErrorStatus::kWrongValue);
  EXPECT_EQ(Set("1.1.0", Value::OctetString("much too long")),
            ErrorStatus::kWrongLength);
  EXPECT_EQ(Set("1.2.0", Value::Integer32(5)), ErrorStatus::kNotWritable);
  EXPECT_EQ(Set("1.2.0", Value::Gauge32(5)), ErrorStatus::kNotWritable);
  EXPECT_EQ(Set("1.99.0", Value::Integer32(5)), ErrorStatus::kNotWritable);
  EXPECT_EQ(Set("2.1.4.1.9", Value::Integer32(5)), ErrorStatus::kNoCreation);
  EXPECT_EQ(Set("2.1.4.1.9", Value::Gauge32(5)), ErrorStatus::kWrongType);
}

TEST_F(DeviceObjectsTest, SetThatTheDeviceRefusesIsInconsistent) {
  device_.SetLocked(2, true).value();

  EXPECT_EQ(Set("2.1.3.1.2", Value::Integer32(2)),
            ErrorStatus::kInconsistentValue);
}

TEST_F(DeviceObjectsTest, SetIsAllOrNothing) {
  device_.SetLocked(2, true).value();

  const auto failure =
      objects_.Set({{At("2.1.2.1.1"), Value::OctetString("db-1")},
                    {At("2.1.3.1.1"), Value::Integer32(2)},
                    {At("2.1.3.1.2"), Value::Integer32(2)}});

  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->index, 2U);
  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(device_.outlet_name(1).value(), "Outlet 1");
}

TEST_F(DeviceObjectsTest, CheckSetChangesNothing) {
  EXPECT_EQ(objects_.CheckSet({{At("2.1.3.1.1"), Value::Integer32(2)}}),
            std::nullopt);

  EXPECT_EQ(device_.outlet(1).value(), OutletState::kOn);
}

TEST_F(DeviceObjectsTest, CheckSetNamesTheFirstThatIsRefused) {
  const auto failure =
      objects_.CheckSet({{At("2.1.3.1.1"), Value::Integer32(2)},
                         {At("1.2.0"), Value::Integer32(2)}});

  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->index, 1U);
  EXPECT_EQ(failure->status, ErrorStatus::kNotWritable);
}

TEST_F(DeviceObjectsTest, WrittenConfigurationTakesEffect) {
  EXPECT_EQ(Set("2.1.4.1.2", Value::Integer32(3)), ErrorStatus::kNoError);
  device_.Command(2, OutletCommand::kOff).value();

  device_.Command(2, OutletCommand::kDelayedOn).value();
  clock_.Advance(std::chrono::seconds(3));

  EXPECT_EQ(device_.outlet(2).value(), OutletState::kOn);
}

TEST_F(DeviceObjectsTest, ValueThatIsNotAllowedBecomesTheNextLower) {
  EXPECT_EQ(Set("1.6.0", Value::Integer32(29)), ErrorStatus::kNoError);
  EXPECT_EQ(Get("1.6.0"), Value::Integer32(15));
  EXPECT_EQ(Set("1.6.0", Value::Integer32(-1)), ErrorStatus::kWrongValue);
}

TEST_F(DeviceObjectsTest, WhatIsOnlyKeptReadsBack) {
  EXPECT_EQ(Get("1.7.0"), Value::Gauge32(7));
  EXPECT_EQ(Get("1.8.0"), Value::OctetString("\x40"));

  EXPECT_EQ(Set("1.7.0", Value::Gauge32(9)), ErrorStatus::kNoError);
  EXPECT_EQ(Set("1.8.0", Value::OctetString("\x80")), ErrorStatus::kNoError);

  EXPECT_EQ(Get("1.7.0"), Value::Gauge32(9));
  EXPECT_EQ(Get("1.8.0"), Value::OctetString("\x80"));
}

TEST_F(DeviceObjectsTest, TwoDevicesOfAModelAreApart) {
  Device other(SpecOf(model_), clock_);
  DeviceObjects other_objects(model_, other);

  EXPECT_EQ(Set("1.1.0", Value::OctetString("rack4")), ErrorStatus::kNoError);

  EXPECT_EQ(Get("1.1.0"), Value::OctetString("rack4"));
  EXPECT_EQ(other_objects.Get(At("1.1.0")), Value::OctetString("PDU Sample"));
}

}  // namespace
}  // namespace pdukit::fake_pdu
