#include "client/cli/reading_answers.h"

#include <chrono>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/json_at.h"

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// 2024-02-29T12:00:00.250Z
Sample Reading() {
  Sample sample;
  sample.time = std::chrono::system_clock::from_time_t(1709208000) +
                std::chrono::milliseconds(250);
  sample.subject = {"", "10.0.0.7", "apc_rpdu", 3, "web-1"};
  sample.reading.voltage = Measurement{230, "outlet 3", "1.3.6"};
  sample.reading.current = Measurement{0.633, "outlet 3"};
  sample.reading.apparent_power = Measurement{145.2, "outlet 3"};
  return sample;
}

TEST(ReadingAnswersTest, ReadingIsOneLine) {
  EXPECT_EQ(ReadingText(Reading().reading, "outlet 3"),
            "voltage=230.0 V  current=0.63 A  apparent_power=145 VA\n");
}

TEST(ReadingAnswersTest, EverythingMeteredFollowsTheMainQuantities) {
  Sample sample = Reading();
  sample.reading.active_power = Measurement{140, "outlet 3"};
  sample.reading.power_factor = Measurement{0.964, "outlet 3"};
  sample.reading.energy = Measurement{1500, "outlet 3"};
  sample.reading.frequency = Measurement{50, "inlet 1"};

  EXPECT_EQ(ReadingText(sample.reading, "outlet 3"),
            "voltage=230.0 V  current=0.63 A  apparent_power=145 VA  "
            "active_power=140 W  power_factor=0.96  energy=1500 Wh  "
            "frequency=50.0 Hz (inlet 1)\n");
}

TEST(ReadingAnswersTest, WhatIsNotMeteredIsLeftOut) {
  Sample sample = Reading();
  sample.reading.voltage.reset();
  sample.reading.apparent_power.reset();

  EXPECT_EQ(ReadingText(sample.reading, "outlet 3"), "current=0.63 A\n");
}

TEST(ReadingAnswersTest, OtherSourceIsNamed) {
  Sample sample = Reading();
  sample.reading.current->source = "bank 1";

  EXPECT_EQ(ReadingText(sample.reading, "outlet 3"),
            "voltage=230.0 V  current=0.63 A (bank 1)  "
            "apparent_power=145 VA\n");
}

TEST(ReadingAnswersTest, JsonHasEveryQuantityWithUnitSourceAndTime) {
  Sample sample = Reading();
  sample.reading.current->source = "bank 1";

  const std::string json = ReadingJson(sample);

  EXPECT_EQ(JsonAt(json, "/outlet"), "3");
  EXPECT_EQ(JsonAt(json, "/time"), R"("2024-02-29T12:00:00.250Z")");
  EXPECT_EQ(JsonAt(json, "/voltage"), "230.0");
  EXPECT_EQ(JsonAt(json, "/current"), "0.633");
  EXPECT_EQ(JsonAt(json, "/units/current"), R"("A")");
  EXPECT_EQ(JsonAt(json, "/sources/current"), R"("bank 1")");
  EXPECT_EQ(JsonAt(json, "/objects/voltage"), R"("1.3.6")");
  EXPECT_EQ(JsonAt(json, "/objects/current"), "null");
  EXPECT_EQ(JsonAt(json, "/place"), "absent");
  EXPECT_EQ(JsonAt(json, "/frequency"), "null");
  EXPECT_EQ(JsonAt(json, "/units/frequency"), "null");
  EXPECT_EQ(JsonAt(json, "/sources/frequency"), "null");
}

TEST(ReadingAnswersTest, CsvHasAColumnForEveryQuantityAndItsSource) {
  EXPECT_EQ(ReadingCsvHeader(),
            "time,export,host,outlet,name,voltage_volts,voltage_source,"
            "voltage_object,current_amperes,current_source,current_object,"
            "apparent_power_voltamperes,apparent_power_source,"
            "apparent_power_object,active_power_watts,active_power_source,"
            "active_power_object,power_factor_ratio,power_factor_source,"
            "power_factor_object,energy_watt_hours,energy_source,"
            "energy_object,frequency_hertz,frequency_source,"
            "frequency_object\n");
  EXPECT_EQ(ReadingCsv(Reading()),
            "2024-02-29T12:00:00.250Z,,10.0.0.7,3,web-1,230,outlet 3,1.3.6,"
            "0.633,outlet 3,,145.2,outlet 3,,,,,,,,,,,,,\n");
}

TEST(ReadingAnswersTest, CsvQuotesNamesWithCommasAndQuotes) {
  Sample sample = Reading();
  sample.subject.name = "db, \"old\"\n";

  EXPECT_THAT(ReadingCsv(sample), HasSubstr(R"(,3,"db, ""old""?",230,)"));
}

TEST(ReadingAnswersTest, PrometheusSaysWhatEachMetricIs) {
  Sample sample = Reading();
  sample.reading = {};
  sample.reading.active_power = Measurement{140.5, "bank 1"};
  sample.reading.energy = Measurement{1500, "outlet 3"};

  EXPECT_EQ(
      ReadingPrometheus({sample}),
      "# HELP pdu_outlet_active_power_watts The active_power of an outlet, or "
      "of its source.\n"
      "# TYPE pdu_outlet_active_power_watts gauge\n"
      "pdu_outlet_active_power_watts{host=\"10.0.0.7\",outlet=\"3\","
      "name=\"web-1\",source=\"bank 1\"} 140.5\n"
      "# HELP pdu_outlet_energy_watt_hours_total The energy of an outlet, or "
      "of its source.\n"
      "# TYPE pdu_outlet_energy_watt_hours_total counter\n"
      "pdu_outlet_energy_watt_hours_total{host=\"10.0.0.7\",outlet=\"3\","
      "name=\"web-1\",source=\"outlet 3\"} 1500\n");
}

TEST(ReadingAnswersTest, PrometheusEscapesLabels) {
  Sample sample = Reading();
  sample.subject.name = "a\"b\\c\nd";

  EXPECT_THAT(ReadingPrometheus({sample}), HasSubstr(R"(name="a\"b\\c?d",)"));
}

TEST(ReadingAnswersTest, PrometheusLeavesOutWhatIsNotKnown) {
  Sample sample = Reading();
  sample.subject = {.alias = "relay"};

  const std::string text = ReadingPrometheus({sample});

  EXPECT_THAT(
      text,
      HasSubstr(
          "volts{export=\"relay\",source=\"outlet 3\",object=\"1.3.6\"}"));
  EXPECT_THAT(text, StartsWith("# HELP pdu_outlet_voltage_volts "));
  EXPECT_THAT(text, Not(HasSubstr("frequency")));
}

// Two banks and the unit.
std::vector<Sample> Places() {
  Sample sample = Reading();
  sample.subject = {"", "10.0.0.7", "apc_rpdu"};
  sample.reading = {};
  sample.place = MeterPlace::kBank;
  sample.number = "1";
  sample.reading.current = Measurement{1.2, "bank 1", "1.3.6.1"};
  Sample other = sample;
  other.number = "2";
  other.reading.current = Measurement{0.4, "bank 2", "1.3.6.2"};
  Sample unit = sample;
  unit.place = MeterPlace::kUnit;
  unit.number = "";
  unit.reading = {};
  unit.reading.active_power = Measurement{192, "unit", "1.3.6.3"};
  return {sample, other, unit};
}

TEST(ReadingAnswersTest, PlacesAreALineForEachQuantity) {
  EXPECT_EQ(PlacesText(Places()),
            "bank 1  current         1.20 A        1.3.6.1\n"
            "bank 2  current         0.40 A        1.3.6.2\n"
            "unit    active_power    192 W         1.3.6.3\n");
}

TEST(ReadingAnswersTest, PlacesAsJsonAreAnArrayThatSaysWhich) {
  const std::string json = ReadingsJson(Places());

  EXPECT_EQ(JsonAt(json, "/3"), "absent");
  EXPECT_EQ(JsonAt(json, "/1/place"), R"("bank")");
  EXPECT_EQ(JsonAt(json, "/1/number"), R"("2")");
  EXPECT_EQ(JsonAt(json, "/1/current"), "0.4");
  EXPECT_EQ(JsonAt(json, "/1/objects/current"), R"("1.3.6.2")");
  EXPECT_EQ(JsonAt(json, "/2/number"), "null");
}

TEST(ReadingAnswersTest, PlacesOfPrometheusShareWhatTheMetricIs) {
  EXPECT_EQ(ReadingPrometheus(Places()),
            "# HELP pdu_bank_current_amperes The current of a bank, or of its "
            "source.\n"
            "# TYPE pdu_bank_current_amperes gauge\n"
            "pdu_bank_current_amperes{host=\"10.0.0.7\",bank=\"1\","
            "source=\"bank 1\",object=\"1.3.6.1\"} 1.2\n"
            "pdu_bank_current_amperes{host=\"10.0.0.7\",bank=\"2\","
            "source=\"bank 2\",object=\"1.3.6.2\"} 0.4\n"
            "# HELP pdu_unit_active_power_watts The active_power of a unit, or "
            "of its source.\n"
            "# TYPE pdu_unit_active_power_watts gauge\n"
            "pdu_unit_active_power_watts{host=\"10.0.0.7\",source=\"unit\","
            "object=\"1.3.6.3\"} 192\n");
}

TEST(ReadingAnswersTest, CsvTellsAPlaceByItsSource) {
  EXPECT_THAT(ReadingCsv(Places()[1]),
              HasSubstr("10.0.0.7,,,,,,0.4,bank 2,1.3.6.2,"));
}

}  // namespace
}  // namespace pdukit::client
