// Words that let a family say what its MIB has: how each shows, and what a
// write does.

#include "fake_pdu/mib/vocabulary.h"

#include <string>

#include <gtest/gtest.h>

#include "fake_pdu/device/faults.h"
#include "fake_pdu/mib/testing/sample_unit.h"

namespace pdukit::fake_pdu {
namespace {

constexpr char kConditions[] =
    "enum: {off: 0, on: 1, offWait: 2, onWait: 3, tripped: 4, lockedOn: 5, "
    "unknown: 6}, words: {pending_off: onWait, pending_on: offWait, locked_on: "
    "lockedOn, unknown_on: unknown, unknown_off: unknown}";

std::string Column(const std::string& rest) {
  return "- {table: t, entry: 2.1, rows: outlet, columns: [{oid: 1, name: c, " +
         rest + "}]}\n";
}

TEST(VocabularyTest, EachOutletCanHaveScalarsOfItsOwn) {
  SampleUnit unit(
      "- {table: t, entry: '6.{outlet.number+1}', rows: outlet, index: [0], "
      "columns: [{oid: 3, name: c, syntax: INTEGER, value: outlet.number}]}\n");

  EXPECT_EQ(unit.Get("6.2.3.0"), "1");
  EXPECT_EQ(unit.Get("6.5.3.0"), "4");
  EXPECT_EQ(unit.Get("6.5.3.1"), "noSuchInstance");
  EXPECT_EQ(unit.Get("6.6.3.0"), "noSuchObject");
}

TEST(VocabularyTest, ObjectWithoutNumberLiesAtTheEntry) {
  SampleUnit unit(
      "- {table: t, entry: '6.{outlet.number}', rows: outlet, index: [0], "
      "columns: [{name: c, syntax: INTEGER, value: outlet.number}]}\n");

  EXPECT_EQ(unit.Get("6.3.0"), "3");
}

TEST(VocabularyTest, RowsCanBePicked) {
  SampleUnit unit(
      "- {table: t, entry: 2.1, rows: outlet, where: {outlet.number: 2-3}, "
      "columns: [{oid: 1, name: c, syntax: INTEGER, value: row}]}\n");

  EXPECT_EQ(unit.Get("2.1.1.1"), "noSuchInstance");
  EXPECT_EQ(unit.Get("2.1.1.2"), "1");
  EXPECT_EQ(unit.Get("2.1.1.3"), "2");
}

TEST(VocabularyTest, OutletsThatAreNotThereCanHaveRows) {
  SampleUnit unit(
      "- {table: t, entry: 2.1, rows: outlet, fill: 6, columns: ["
      "{oid: 1, name: c, enum: {off: 1, on: 2, none: 7}, value: outlet.state, "
      "absent: none}, {oid: 2, name: d, syntax: INTEGER, value: 1}]}\n");

  EXPECT_EQ(unit.Get("2.1.1.4"), "2");
  EXPECT_EQ(unit.Get("2.1.1.6"), "7");
  EXPECT_EQ(unit.Get("2.1.2.6"), "noSuchInstance");
}

TEST(VocabularyTest, RowsCanAnswerThoughNoWalkListsThem) {
  SampleUnit unit(
      "- {table: t, entry: 2.1, rows: outlet, columns: [{oid: 1, name: c, "
      "syntax: INTEGER, value: outlet.number}]}\n"
      "- {table: t, entry: 2.1, rows: unit, index: [0], listed: false, "
      "columns: [{oid: 1, name: c, syntax: INTEGER, const: 7}]}\n");

  EXPECT_EQ(unit.Get("2.1.1.0"), "7");
  EXPECT_EQ(unit.Next("2.1.1"), "1.3.6.1.9.2.1.1.1");
  EXPECT_EQ(unit.Next("2.1.1.0"), "1.3.6.1.9.2.1.1.1");
  EXPECT_EQ(unit.Get("2.1.1.5"), "noSuchInstance");
}

TEST(VocabularyTest, ObjectsMayNotLieWithinOthers) {
  const auto model = BuildModel(
      "family: sample\nvendor: S\nbase: 1.3.6.1.9\nobjects:\n"
      "- {oid: 2, name: a, syntax: INTEGER, const: 1}\n"
      "- {table: t, entry: '2.{outlet.number}', rows: outlet, index: [0], "
      "columns: [{name: c, syntax: INTEGER, value: 1}]}\n",
      kSampleModel);

  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().message,
            "c (1.3.6.1.9.2.1) lies within another object");
}

TEST(VocabularyTest, ChainRepeatsTheUnit) {
  SampleUnit unit(
      "- {table: t, entry: 2.1, rows: outlet, index: [unit.number, "
      "outlet.number_in_unit], columns: [{oid: 1, name: c, syntax: INTEGER, "
      "value: outlet.number}]}\n"
      "- {oid: 1.1, name: all, syntax: INTEGER, total: unit.outlet_count}\n"
      "- {oid: 1.2, name: own, syntax: INTEGER, value: unit.outlet_count}\n",
      std::string(kSampleModel) + "units: 2\n");

  EXPECT_EQ(unit.Get("2.1.1.2.3"), "7");
  EXPECT_EQ(unit.Get("1.1.0"), "8");
  EXPECT_EQ(unit.Get("1.2.0"), "4");
}

TEST(VocabularyTest, CommandToOneUnitLeavesTheOthersAlone) {
  SampleUnit unit(
      "- {table: t, entry: 2.1, rows: unit, columns: [{oid: 1, name: c, enum: "
      "{none: 0, off: 2}, access: rw, value: unit.command}]}\n",
      std::string(kSampleModel) + "units: 2\n");

  EXPECT_EQ(unit.Set("2.1.1.2", 2), ErrorStatus::kNoError);

  EXPECT_EQ(unit.device().outlet(4).value(), OutletState::kOn);
  EXPECT_EQ(unit.device().outlet(5).value(), OutletState::kOff);
  EXPECT_EQ(unit.Get("2.1.1.2"), "0");
}

TEST(VocabularyTest, SecondsAreACommandThatCountsDown) {
  SampleUnit unit(
      Column("syntax: 'Integer32(-1..999)', access: rw, value: "
             "outlet.off_in"));

  EXPECT_EQ(unit.Get("2.1.1.3"), "-1");
  EXPECT_EQ(unit.Set("2.1.1.3", 10), ErrorStatus::kNoError);
  unit.Advance(4);
  EXPECT_EQ(unit.Get("2.1.1.3"), "6");
  EXPECT_EQ(unit.device().outlet(3).value(), OutletState::kOn);
  unit.Advance(6);
  EXPECT_EQ(unit.Get("2.1.1.3"), "-1");
  EXPECT_EQ(unit.device().outlet(3).value(), OutletState::kOff);
}

TEST(VocabularyTest, CountdownIsCancelledByMinusOne) {
  SampleUnit unit(
      Column("syntax: 'Integer32(-1..999)', access: rw, value: "
             "outlet.off_in"));
  unit.Set("2.1.1.3", 10);

  EXPECT_EQ(unit.Set("2.1.1.3", -1), ErrorStatus::kNoError);

  unit.Advance(20);
  EXPECT_EQ(unit.device().outlet(3).value(), OutletState::kOn);
}

TEST(VocabularyTest, CancellingOneCountdownLeavesAnother) {
  SampleUnit unit(
      Column("syntax: 'Integer32(-1..999)', access: rw, value: "
             "outlet.off_in") +
      "- {table: u, entry: 3.1, rows: outlet, columns: [{oid: 1, name: d, "
      "syntax: Integer32, access: rw, value: outlet.on_in}]}\n");
  unit.Set("2.1.1.3", 10);

  EXPECT_EQ(unit.Set("3.1.1.3", -1), ErrorStatus::kNoError);

  EXPECT_EQ(unit.Get("2.1.1.3"), "10");
}

TEST(VocabularyTest, ConditionShowsWhatIsPending) {
  SampleUnit unit(
      Column(std::string(kConditions) + ", value: outlet.condition") +
      "- {table: u, entry: 3.1, rows: outlet, columns: [{oid: 1, name: d, "
      "syntax: Integer32, access: rw, value: outlet.off_in}]}\n");

  unit.Set("3.1.1.3", 10);
  EXPECT_EQ(unit.Get("2.1.1.3"), "3");
  unit.Advance(10);
  EXPECT_EQ(unit.Get("2.1.1.3"), "0");
}

TEST(VocabularyTest, ConditionShowsLocksTripsAndIgnorance) {
  SampleUnit unit(
      Column(std::string(kConditions) + ", value: outlet.condition"));

  unit.device().Command(1, OutletCommand::kLockOn).value();
  EXPECT_EQ(unit.Get("2.1.1.1"), "5");
  TripBreaker(unit.device(), 2).value();
  EXPECT_EQ(unit.Get("2.1.1.3"), "4");
  SetStateUnknown(unit.device(), 2, true).value();
  EXPECT_EQ(unit.Get("2.1.1.2"), "6");
}

TEST(VocabularyTest, LockedOutletRefusesAndUnlocksAgain) {
  SampleUnit unit(
      Column("enum: {off: 0, on: 1, lock: 3, unlock: 5}, access: rw, value: "
             "outlet.state, write: outlet.command, commands: {off: off, on: "
             "on, lock: lock, unlock: unlock}"));

  EXPECT_EQ(unit.Set("2.1.1.1", 3), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Set("2.1.1.1", 0), ErrorStatus::kInconsistentValue);
  EXPECT_EQ(unit.Set("2.1.1.1", 5), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Set("2.1.1.1", 0), ErrorStatus::kNoError);
  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOff);
}

TEST(VocabularyTest, OutletObeysOnlyForAWhileAfterItsUnlock) {
  SampleUnit unit(
      Column("enum: {off: 0, on: 1}, access: rw, value: outlet.state, write: "
             "outlet.command") +
          "- {table: u, entry: 3.1, rows: outlet, columns: [{oid: 1, name: d, "
          "enum: {'false': 0, 'true': 1}, access: rw, value: "
          "outlet.unlocked}]}\n",
      kSampleModel, "defaults: {outlet.unlock_window: 10}\n");

  EXPECT_EQ(unit.Set("2.1.1.1", 0), ErrorStatus::kInconsistentValue);
  EXPECT_EQ(unit.Set("3.1.1.1", 1), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Set("2.1.1.1", 0), ErrorStatus::kNoError);
  unit.Advance(10);
  EXPECT_EQ(unit.Set("2.1.1.1", 1), ErrorStatus::kInconsistentValue);
}

TEST(VocabularyTest, QueuedCommandsWaitForTheCommit) {
  SampleUnit unit(
      Column("enum: {none: 0, queueOff: 5}, access: rw, value: "
             "outlet.command, commands: {queueOff: queue_off}") +
      "- {oid: 1.1, name: q, enum: {clear: 0, commit: 1}, access: rw, value: "
      "unit.queue}\n");

  EXPECT_EQ(unit.Set("2.1.1.2", 5), ErrorStatus::kNoError);
  EXPECT_EQ(unit.device().outlet(2).value(), OutletState::kOn);
  EXPECT_EQ(unit.Get("1.1.0"), "1");
  EXPECT_EQ(unit.Set("1.1.0", 1), ErrorStatus::kNoError);
  EXPECT_EQ(unit.device().outlet(2).value(), OutletState::kOff);
  EXPECT_EQ(unit.Get("1.1.0"), "0");
}

TEST(VocabularyTest, PackedStringIsWrittenWhole) {
  SampleUnit unit(
      "- {oid: 1.1, name: s, syntax: DisplayString, access: rw, pack: "
      "outlet.state, write: outlet.command, words: {on: '1', off: '0'}, "
      "separator: ','}\n");

  EXPECT_EQ(unit.Get("1.1.0"), "1,1,1,1");
  EXPECT_EQ(unit.Set("1.1.0", Value::OctetString("1,0,1,1")),
            ErrorStatus::kNoError);
  EXPECT_EQ(unit.Get("1.1.0"), "1,0,1,1");
  EXPECT_EQ(unit.device().outlet(2).value(), OutletState::kOff);
}

TEST(VocabularyTest, PackedStringThatDoesNotFitChangesNothing) {
  SampleUnit unit(
      "- {oid: 1.1, name: s, syntax: DisplayString, access: rw, pack: "
      "outlet.state, write: outlet.command, words: {on: '1', off: '0'}, "
      "separator: ','}\n");

  EXPECT_EQ(unit.Set("1.1.0", Value::OctetString("0,0,7,1")),
            ErrorStatus::kInconsistentValue);
  EXPECT_EQ(unit.Set("1.1.0", Value::OctetString("0,0")),
            ErrorStatus::kInconsistentValue);
  EXPECT_EQ(unit.Get("1.1.0"), "1,1,1,1");
}

TEST(VocabularyTest, PackedStringCanNameUnitsThatAreNotThere) {
  SampleUnit unit(
      "- {oid: 1.1, name: s, syntax: DisplayString, pack: unit.number, "
      "separator: ',', count: 4, absent: '-1'}\n",
      std::string(kSampleModel) + "units: 2\n");

  EXPECT_EQ(unit.Get("1.1.0"), "1,2,-1,-1");
}

TEST(VocabularyTest, TextWritesWhatItNames) {
  SampleUnit unit(Column("syntax: DisplayString, access: rw, text: "
                         "'{outlet.name},{outlet.on_delay},0'"),
                  kSampleModel, "defaults: {outlet.name: Port}\n");

  EXPECT_EQ(unit.Get("2.1.1.1"), "Port,0,0");
  EXPECT_EQ(unit.Set("2.1.1.1", Value::OctetString("web-1,7,0")),
            ErrorStatus::kNoError);
  EXPECT_EQ(unit.Get("2.1.1.1"), "web-1,7,0");
  EXPECT_EQ(unit.device().outlet_name(1).value(), "web-1");
  EXPECT_EQ(unit.Set("2.1.1.1", Value::OctetString("web-1,x,0")),
            ErrorStatus::kInconsistentValue);
  EXPECT_EQ(unit.Get("2.1.1.1"), "web-1,7,0");
}

TEST(VocabularyTest, NumberInAStringHasItsDecimals) {
  SampleUnit unit(
      Column("syntax: DisplayString, value: outlet.current, decimals: 2"));
  unit.device().SetLoad(1, 123).value();

  EXPECT_EQ(unit.Get("2.1.1.1"), "0.61");
}

TEST(VocabularyTest, TimeShowsAsTextOrAsDateAndTime) {
  SampleUnit unit(
      "- {oid: 1.1, name: a, syntax: DisplayString, value: unit.time, "
      "time_format: '%m/%d/%Y'}\n"
      "- {oid: 1.2, name: b, syntax: DateAndTime, value: unit.time}\n");

  EXPECT_EQ(unit.Get("1.1.0"), "01/01/2024");
  EXPECT_EQ(unit.Get("1.2.0"), "0x07E8010100000000");
}

TEST(VocabularyTest, ThresholdCanBeAPercentage) {
  SampleUnit unit(
      Column("syntax: Unsigned32, access: rw, value: "
             "outlet.current.upper_warning.percent") +
          "- {table: u, entry: 3.1, rows: outlet, columns: [{oid: 1, name: d, "
          "syntax: Unsigned32, value: outlet.current.upper_warning}]}\n",
      kSampleModel, "defaults: {outlet.current.upper_warning: 80%}\n");

  EXPECT_EQ(unit.Get("2.1.1.1"), "80");
  EXPECT_EQ(unit.Set("2.1.1.1", Value::Gauge32(50)), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Get("3.1.1.1"), "5");
}

TEST(VocabularyTest, ThresholdIsTakenAwayByTheNumberForNone) {
  SampleUnit unit(
      Column("syntax: 'Integer32(-1..500)', access: rw, none: -1, value: "
             "outlet.active_power.upper_warning") +
          "- {table: u, entry: 3.1, rows: outlet, columns: [{oid: 1, name: d, "
          "enum: {low: 0, lower: 1, normal: 2, high: 3, higher: 4}, words: "
          "{below_lower_critical: low, below_lower_warning: lower, "
          "above_upper_warning: high, above_upper_critical: higher}, value: "
          "outlet.active_power.level}]}\n",
      kSampleModel, "defaults: {outlet.active_power.upper_warning: 100}\n");
  unit.device().SetLoad(1, 150).value();

  EXPECT_EQ(unit.Get("3.1.1.1"), "3");
  EXPECT_EQ(unit.Set("2.1.1.1", -1), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Get("2.1.1.1"), "-1");
  EXPECT_EQ(unit.Get("3.1.1.1"), "2");
}

TEST(VocabularyTest, DefaultMayNameAnAttribute) {
  SampleUnit unit(Column("syntax: Integer32, value: outlet.on_delay"),
                  kSampleModel,
                  "defaults: {outlet.on_delay: '{outlet.number}'}\n");

  EXPECT_EQ(unit.Get("2.1.1.3"), "3");
}

TEST(VocabularyTest, PeakOutlivesTheLoad) {
  SampleUnit unit(
      Column("syntax: Unsigned32, value: outlet.active_power.peak"));
  unit.device().SetLoad(1, 500).value();

  unit.device().SetLoad(1, 100).value();

  EXPECT_EQ(unit.Get("2.1.1.1"), "500");
}

TEST(VocabularyTest, EnergyMeterCanBeReset) {
  SampleUnit unit(
      Column("syntax: Unsigned32, access: rw, allowed: [0], value: "
             "outlet.energy"));
  unit.device().SetLoad(1, 3600).value();
  unit.Advance(10);

  EXPECT_EQ(unit.Get("2.1.1.1"), "10");
  EXPECT_EQ(unit.Set("2.1.1.1", Value::Gauge32(5)), ErrorStatus::kWrongValue);
  EXPECT_EQ(unit.Set("2.1.1.1", Value::Gauge32(0)), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Get("2.1.1.1"), "0");
  unit.Advance(3);
  EXPECT_EQ(unit.Get("2.1.1.1"), "3");
}

TEST(VocabularyTest, SensorReadsWhatItIsGiven) {
  SampleUnit unit(
      "- {table: t, entry: 2.1, rows: sensor, columns: ["
      "{oid: 1, name: c, syntax: Integer32, value: sensor.temperature, scale: "
      "10}, {oid: 2, name: d, syntax: Integer32, value: sensor.humidity, "
      "missing: -1}, {oid: 3, name: e, enum: {below_lower_critical: 0, "
      "below_lower_warning: 1, normal: 2, above_upper_warning: 3, "
      "above_upper_critical: 4}, value: sensor.temperature.level}]}\n",
      std::string(kSampleModel) + "sensors: [{temperature: 23}]\n",
      "defaults: {sensor.temperature.upper_warning: 30}\n");

  EXPECT_EQ(unit.Get("2.1.1.1"), "230");
  EXPECT_EQ(unit.Get("2.1.2.1"), "-1");
  EXPECT_EQ(unit.Get("2.1.3.1"), "2");
  unit.device().SetTemperature(1, 31.5).value();
  EXPECT_EQ(unit.Get("2.1.1.1"), "315");
  EXPECT_EQ(unit.Get("2.1.3.1"), "3");
  EXPECT_FALSE(unit.device().SetHumidity(1, 40).ok());
}

TEST(VocabularyTest, SamplesAreLittleEndian) {
  SampleUnit unit(
      Column("syntax: OCTET STRING, samples: outlet.active_power, count: 2, "
             "octets: 4"));
  unit.device().SetLoad(1, 258).value();

  EXPECT_EQ(unit.Get("2.1.1.1"), "0x0201000002010000");
}

TEST(VocabularyTest, RebootOfAnOutletThatIsOffCanHaveNoEffect) {
  SampleUnit unit(
      Column("enum: {off: 0, on: 1, cycle: 2}, access: rw, value: "
             "outlet.state, write: outlet.command, commands: {off: off, "
             "on: on, cycle: reboot}"),
      kSampleModel, "defaults: {outlet.reboots_only_if_on: 'true'}\n");
  unit.Set("2.1.1.1", 0);

  EXPECT_EQ(unit.Set("2.1.1.1", 2), ErrorStatus::kNoError);

  unit.Advance(60);
  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOff);
}

TEST(VocabularyTest, OutletComesOnAgainByItself) {
  SampleUnit unit(
      Column("enum: {off: 0, on: 1}, access: rw, value: outlet.state, "
             "write: outlet.command"),
      kSampleModel, "defaults: {outlet.repower_delay: 7}\n");
  unit.Set("2.1.1.1", 0);

  unit.Advance(6);
  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOff);
  unit.Advance(1);
  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOn);
}

}  // namespace
}  // namespace pdukit::fake_pdu
