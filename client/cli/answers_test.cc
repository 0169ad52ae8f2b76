#include "client/cli/answers.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace pdukit::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PowerReading Reading() {
  PowerReading reading;
  reading.voltage = Measurement{230, "outlet 3"};
  reading.current = Measurement{0.633, "outlet 3"};
  reading.apparent_power = Measurement{145.2, "outlet 3"};
  reading.active_power = Measurement{140, "outlet 3"};
  return reading;
}

TEST(AnswersTest, StateIsOneWord) {
  EXPECT_EQ(StateText(PowerState::kPendingOff), "pending-off\n");
}

TEST(AnswersTest, StateAsJsonSaysWhose) {
  const Subject subject{"snmp", "10.0.0.7", "apc_rpdu", 3, "web-1"};

  EXPECT_EQ(StateJson(subject, PowerState::kOn),
            R"({"export":"snmp","host":"10.0.0.7","outlet":3,"name":"web-1",)"
            R"("family":"apc_rpdu","state":"on"})"
            "\n");
}

TEST(AnswersTest, WhatIsNotKnownIsNullInJson) {
  EXPECT_EQ(StateJson({}, PowerState::kUnknown),
            R"({"export":null,"host":null,"outlet":null,"name":null,)"
            R"("family":null,"state":"unknown"})"
            "\n");
}

TEST(AnswersTest, ReadingIsOneLine) {
  EXPECT_EQ(ReadingText(Reading(), "outlet 3"),
            "voltage=230.0 V  current=0.63 A  apparent_power=145 VA\n");
}

TEST(AnswersTest, WhatIsNotMeteredIsLeftOut) {
  PowerReading reading = Reading();
  reading.voltage.reset();
  reading.apparent_power.reset();

  EXPECT_EQ(ReadingText(reading, "outlet 3"), "current=0.63 A\n");
}

TEST(AnswersTest, OtherSourceIsNamed) {
  PowerReading reading = Reading();
  reading.current->source = "bank 1";

  EXPECT_EQ(ReadingText(reading, "outlet 3"),
            "voltage=230.0 V  current=0.63 A (bank 1)  "
            "apparent_power=145 VA\n");
}

TEST(AnswersTest, OtherQuantitiesShowWhereNothingElseIsMetered) {
  PowerReading reading;
  reading.active_power = Measurement{140, "unit"};

  EXPECT_EQ(ReadingText(reading, "outlet 3"), "active_power=140 W (unit)\n");
}

TEST(AnswersTest, ReadingAsJsonHasEveryQuantityAndItsSource) {
  PowerReading reading = Reading();
  reading.current->source = "bank 1";

  const auto json =
      nlohmann::json::parse(ReadingJson({"", "h", "", 3, ""}, reading));

  EXPECT_EQ(json["outlet"], 3);
  EXPECT_EQ(json["voltage"], 230.0);
  EXPECT_EQ(json["current"], 0.633);
  EXPECT_EQ(json["active_power"], 140.0);
  EXPECT_TRUE(json["frequency"].is_null());
  EXPECT_EQ(json["sources"]["current"], "bank 1");
  EXPECT_TRUE(json["sources"]["frequency"].is_null());
}

TEST(AnswersTest, ListHasARowForEachOutlet) {
  EXPECT_EQ(ListText({{1, "1", "web-1", PowerState::kOn, true},
                      {2, "2", "", PowerState::kPendingOff, true},
                      {24, "C24", "db 3", PowerState::kOff, false}}),
            " 1  on           web-1\n"
            " 2  pending-off\n"
            "24  off          db 3  [C24]  (not switchable)\n");
}

TEST(AnswersTest, ListAsJsonIsAnArray) {
  const auto json = nlohmann::json::parse(
      ListJson({"", "h", "apc_rpdu", {}, ""},
               {{1, "1", "web-1", PowerState::kOn, true},
                {2, "2", "", PowerState::kUnknown, true}}));

  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0]["host"], "h");
  EXPECT_EQ(json[0]["outlet"], 1);
  EXPECT_EQ(json[0]["name"], "web-1");
  EXPECT_EQ(json[0]["state"], "on");
  EXPECT_EQ(json[1]["outlet"], 2);
  EXPECT_TRUE(json[1]["name"].is_null());
}

TEST(AnswersTest, NamesCannotSteerTheTerminal) {
  const std::string text =
      ListText({{1, "1", "a\x1b[2Jb\nc", PowerState::kOn, true}});

  EXPECT_EQ(text, "1  on  a?[2Jb?c\n");
}

TEST(AnswersTest, NamesNeedNotBeUtf8) {
  const std::string json =
      ListJson({}, {{1, "1", "caf\xe9", PowerState::kOn, true}});

  EXPECT_TRUE(nlohmann::json::accept(json));
}

TEST(AnswersTest, ErrorIsOneSentence) {
  const Error error{ErrorKind::kNoSuchOutlet, "no outlet 9\nthe unit has 8", "",
                    "10.0.0.7", "9"};

  EXPECT_EQ(ErrorText(error),
            "power: 10.0.0.7 outlet 9: no outlet 9?the unit has 8\n");
}

TEST(AnswersTest, ErrorAsJsonHasItsKind) {
  const auto json = nlohmann::json::parse(ErrorJson(
      {ErrorKind::kTimeout, "no answer in 5 s", "is it there?", "h"}));

  EXPECT_EQ(json["error"]["kind"], "timeout");
  EXPECT_EQ(json["error"]["host"], "h");
  EXPECT_TRUE(json["error"]["outlet"].is_null());
  EXPECT_EQ(json["error"]["text"], "h: no answer in 5 s; is it there?");
}

}  // namespace
}  // namespace pdukit::client
