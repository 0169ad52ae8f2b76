#include "client/cli/answers.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/cli/json_at.h"

namespace pdukit::client {
namespace {

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

TEST(AnswersTest, ListHasARowForEachOutlet) {
  EXPECT_EQ(ListText({{1, "1", "web-1", PowerState::kOn, true},
                      {2, "2", "", PowerState::kPendingOff, true},
                      {24, "C24", "db 3", PowerState::kOff, false}}),
            " 1  on           web-1\n"
            " 2  pending-off\n"
            "24  off          db 3  [C24]  (not switchable)\n");
}

TEST(AnswersTest, ListShowsLoadsWhereTheyAreMetered) {
  PowerReading web;
  web.active_power = {120.4, "outlet 1"};
  web.current = {0.52, "outlet 1"};
  PowerReading db;
  db.current = {1.5, "outlet 2"};

  EXPECT_EQ(ListText({{1, "1", "web-1", PowerState::kOn, true},
                      {2, "2", "db-3", PowerState::kOn, true},
                      {3, "3", "spare", PowerState::kOff, true}},
                     {{1, web}, {2, db}}),
            "1  on    120 W  web-1\n"
            "2  on   1.50 A  db-3\n"
            "3  off          spare\n");
}

TEST(AnswersTest, ListAsJsonHasLoads) {
  PowerReading load;
  load.active_power = {120.5, "outlet 1"};

  const std::string json =
      ListJson({}, {{1, "1", "", PowerState::kOn, true}}, {{1, load}});

  EXPECT_EQ(JsonAt(json, "/0/active_power"), "120.5");
  EXPECT_EQ(JsonAt(json, "/0/current"), "null");
}

TEST(AnswersTest, ListAsJsonIsAnArray) {
  const std::string json = ListJson({"", "h", "apc_rpdu", {}, ""},
                                    {{1, "1", "web-1", PowerState::kOn, true},
                                     {2, "2", "", PowerState::kUnknown, true}});

  EXPECT_EQ(JsonAt(json, "/2"), "absent");
  EXPECT_EQ(JsonAt(json, "/0/host"), R"("h")");
  EXPECT_EQ(JsonAt(json, "/0/outlet"), "1");
  EXPECT_EQ(JsonAt(json, "/0/name"), R"("web-1")");
  EXPECT_EQ(JsonAt(json, "/0/state"), R"("on")");
  EXPECT_EQ(JsonAt(json, "/1/outlet"), "2");
  EXPECT_EQ(JsonAt(json, "/1/name"), "null");
}

TEST(AnswersTest, NamesCannotSteerTheTerminal) {
  const std::string text =
      ListText({{1, "1", "a\x1b[2Jb\nc", PowerState::kOn, true}});

  EXPECT_EQ(text, "1  on  a?[2Jb?c\n");
}

TEST(AnswersTest, NamesNeedNotBeUtf8) {
  const std::string json =
      ListJson({}, {{1, "1", "caf\xe9", PowerState::kOn, true}});

  EXPECT_EQ(JsonAt(json, "/0/name"), "\"caf\uFFFD\"");
}

TEST(AnswersTest, ErrorIsOneSentence) {
  const Error error{ErrorKind::kNoSuchOutlet, "no outlet 9\nthe unit has 8", "",
                    "10.0.0.7", "9"};

  EXPECT_EQ(ErrorText(error),
            "power: 10.0.0.7 outlet 9: no outlet 9?the unit has 8\n");
}

TEST(AnswersTest, ErrorAsJsonHasItsKind) {
  const std::string json =
      ErrorJson({ErrorKind::kTimeout, "no answer in 5 s", "is it there?", "h"});

  EXPECT_EQ(JsonAt(json, "/error/kind"), R"("timeout")");
  EXPECT_EQ(JsonAt(json, "/error/host"), R"("h")");
  EXPECT_EQ(JsonAt(json, "/error/outlet"), "null");
  EXPECT_EQ(JsonAt(json, "/error/oid"), "null");
  EXPECT_EQ(JsonAt(json, "/error/answer"), "null");
  EXPECT_EQ(JsonAt(json, "/error/text"),
            R"("h: no answer in 5 s; is it there?")");
}

TEST(AnswersTest, ErrorAsJsonHasTheDevicesOwnWord) {
  Error error{ErrorKind::kRefusedByDevice, "SET was refused: genErr"};
  error.oid = "1.3.6";
  error.object = "outlet command";
  error.answer = DeviceAnswer{DeviceAnswer::Type::kErrorStatus, "genErr", 2};

  const std::string json = ErrorJson(error);

  EXPECT_EQ(JsonAt(json, "/error/oid"), R"("1.3.6")");
  EXPECT_EQ(JsonAt(json, "/error/object"), R"("outlet command")");
  EXPECT_EQ(JsonAt(json, "/error/answer/type"), R"("error-status")");
  EXPECT_EQ(JsonAt(json, "/error/answer/name"), R"("genErr")");
  EXPECT_EQ(JsonAt(json, "/error/answer/index"), "2");
}

}  // namespace
}  // namespace pdukit::client
