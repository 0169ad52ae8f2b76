// Groups of outlets and dry contacts: the words for them, and what a model's
// file may say of them.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/mib/testing/sample_unit.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::HasSubstr;

constexpr char kGroups[] =
    "- {table: t, entry: 2.1, rows: group, columns: ["
    "{oid: 1, name: a, syntax: OCTET STRING, access: rw, value: "
    "group.outlets}, "
    "{oid: 2, name: b, enum: {off: 0, on: 1, mixed: 2}, value: "
    "group.outlets_state}, "
    "{oid: 3, name: c, enum: {none: 0, off: 1, on: 2, reboot: 3}, access: rw, "
    "value: group.command, commands: {off: off, on: on, reboot: reboot}}, "
    "{oid: 4, name: d, syntax: INTEGER, value: group.outlet_count}, "
    "{oid: 5, name: e, syntax: OCTET STRING, pack: outlet.state, words: {off: "
    "'0', on: '1'}}, "
    "{oid: 6, name: f, syntax: Gauge32, value: group.active_power}, "
    "{oid: 7, name: g, syntax: INTEGER, access: rw, value: group.off_in}]}\n"
    "- {table: u, entry: 3.1, rows: outlet, columns: [{oid: 1, name: h, "
    "syntax: "
    "INTEGER, access: rw, value: outlet.group}]}\n"
    "- {oid: 4, name: i, syntax: INTEGER, value: unit.group_count}\n";

std::string ModelWith(const std::string& more) { return kSampleModel + more; }

SampleUnit Grouped() {
  return SampleUnit(kGroups,
                    ModelWith("groups: [{outlets: [1, 3]}, {number: 7, "
                              "outlets: 2-3}]\n"));
}

TEST(GroupVocabularyTest, CommandIsForAllOfTheGroupAndForNoOther) {
  SampleUnit unit = Grouped();

  EXPECT_EQ(unit.Set("2.1.3.1", 1), ErrorStatus::kNoError);

  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOff);
  EXPECT_EQ(unit.device().outlet(2).value(), OutletState::kOn);
  EXPECT_EQ(unit.device().outlet(3).value(), OutletState::kOff);
  EXPECT_EQ(unit.Get("2.1.3.1"), "0");
}

TEST(GroupVocabularyTest, StateFollowsTheOutlets) {
  SampleUnit unit = Grouped();
  unit.Set("2.1.3.1", 1);

  EXPECT_EQ(unit.Get("2.1.2.1"), "0");
  EXPECT_EQ(unit.Get("2.1.2.7"), "2");
  unit.device().SetOutlet(3, OutletState::kOn).value();
  EXPECT_EQ(unit.Get("2.1.2.1"), "2");
  EXPECT_EQ(unit.Get("2.1.2.7"), "1");
  EXPECT_EQ(unit.Get("2.1.5.1"), "01");
}

TEST(GroupVocabularyTest, LockedOutletStaysAndTheOthersObey) {
  SampleUnit unit = Grouped();
  unit.device().SetLocked(1, true).value();

  EXPECT_EQ(unit.Set("2.1.3.1", 1), ErrorStatus::kNoError);

  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(unit.device().outlet(3).value(), OutletState::kOff);
}

TEST(GroupVocabularyTest, CountdownOfAGroupIsThatOfItsOutlets) {
  SampleUnit unit = Grouped();

  EXPECT_EQ(unit.Set("2.1.7.7", 5), ErrorStatus::kNoError);

  EXPECT_EQ(unit.Get("2.1.7.7"), "5");
  unit.Advance(5);
  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(unit.device().outlet(2).value(), OutletState::kOff);
  EXPECT_EQ(unit.device().outlet(3).value(), OutletState::kOff);
}

TEST(GroupVocabularyTest, PowerIsThatOfItsOutlets) {
  SampleUnit unit = Grouped();
  unit.device().SetLoad(1, 100).value();
  unit.device().SetLoad(2, 30).value();
  unit.device().SetLoad(3, 7).value();

  EXPECT_EQ(unit.Get("2.1.6.1"), "107");
  EXPECT_EQ(unit.Get("2.1.6.7"), "37");
}

TEST(GroupVocabularyTest, OutletsCanBeWritten) {
  SampleUnit unit = Grouped();

  EXPECT_EQ(unit.Set("2.1.1.1", Value::OctetString("4,2")),
            ErrorStatus::kNoError);
  unit.Set("2.1.3.1", 1);

  EXPECT_EQ(unit.Get("2.1.1.1"), "2,4");
  EXPECT_EQ(unit.Get("2.1.4.1"), "2");
  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(unit.device().outlet(4).value(), OutletState::kOff);
}

TEST(GroupVocabularyTest, GroupCanBeEmptied) {
  SampleUnit unit = Grouped();

  EXPECT_EQ(unit.Set("2.1.1.1", Value::OctetString("")), ErrorStatus::kNoError);

  EXPECT_EQ(unit.Get("2.1.4.1"), "0");
  EXPECT_EQ(unit.Get("2.1.6.1"), "0");
  EXPECT_EQ(unit.Set("2.1.3.1", 1), ErrorStatus::kNoError);
}

class BadOutletsTest : public ::testing::TestWithParam<const char*> {};

TEST_P(BadOutletsTest, AreRefusedAndChangeNothing) {
  SampleUnit unit = Grouped();

  EXPECT_EQ(unit.Set("2.1.1.1", Value::OctetString(GetParam())),
            ErrorStatus::kInconsistentValue);

  EXPECT_EQ(unit.Get("2.1.1.1"), "1,3");
}

INSTANTIATE_TEST_SUITE_P(GroupVocabulary, BadOutletsTest,
                         ::testing::Values("5", "1,1", "1,", ",1", "1-2", "x",
                                           "1, 2", "99999999999"));

TEST(GroupVocabularyTest, OutletThatIsWrittenToAGroupLeavesTheOthers) {
  SampleUnit unit = Grouped();

  EXPECT_EQ(unit.Set("3.1.1.3", 7), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Set("3.1.1.2", 0), ErrorStatus::kNoError);

  EXPECT_EQ(unit.Get("2.1.1.1"), "1");
  EXPECT_EQ(unit.Get("2.1.1.7"), "3");
  EXPECT_EQ(unit.Get("3.1.1.2"), "0");
  EXPECT_EQ(unit.Set("3.1.1.2", 2), ErrorStatus::kInconsistentValue);
}

TEST(GroupVocabularyTest, ChainHasTheGroupsOfEachUnit) {
  SampleUnit unit(kGroups,
                  ModelWith("units: 2\ngroups: [{outlets: [1, 3]}]\n"));

  unit.Set("2.1.3.2", 1);

  EXPECT_EQ(unit.Get("4.0"), "1");
  EXPECT_EQ(unit.Get("2.1.1.2"), "5,7");
  EXPECT_EQ(unit.device().outlet(1).value(), OutletState::kOn);
  EXPECT_EQ(unit.device().outlet(7).value(), OutletState::kOff);
}

// What a model with these lines is told.
std::string ErrorOf(const std::string& lines) {
  const auto model =
      BuildModel("family: sample\nvendor: S\n", ModelWith(lines));
  return model.ok() ? "ok" : model.error().message;
}

TEST(GroupVocabularyTest, MistakesInAModelNameTheirPlace) {
  EXPECT_THAT(ErrorOf("groups: [{outlets: [1, 9]}]\n"),
              HasSubstr("model.yaml:9:20: there is no outlet 9"));
  EXPECT_THAT(ErrorOf("groups: [{outlets: [1-3, 2]}]\n"),
              HasSubstr("outlet 2 is named twice"));
  EXPECT_THAT(ErrorOf("groups: [{name: Web}]\n"), HasSubstr("outlets"));
  EXPECT_THAT(ErrorOf("groups: [{outlets: 1, colour: red}]\n"),
              HasSubstr("unknown key 'colour'; allowed: number, outlets, "));
  EXPECT_THAT(ErrorOf("contacts: [{state: ajar}]\n"),
              HasSubstr("allowed: open, closed"));
}

TEST(GroupVocabularyTest, OutletBelongsToNoSingleGroup) {
  const auto model = BuildModel(
      "family: sample\nvendor: S\nbase: 1.3.6.1.9\nobjects:\n"
      "- {table: t, entry: 2.1, rows: outlet, columns: [{oid: 1, name: c, "
      "syntax: OCTET STRING, value: group.name}]}\n",
      kSampleModel);

  ASSERT_FALSE(model.ok());
  EXPECT_THAT(model.error().message,
              HasSubstr("a row of outlet belongs to no single group"));
}

TEST(ContactVocabularyTest, StateIsThatOfTheDoorAndTheAlarmFollowsIt) {
  SampleUnit unit(
      "- {table: t, entry: 2.1, rows: contact, columns: ["
      "{oid: 1, name: a, enum: {open: 0, closed: 1}, value: contact.state}, "
      "{oid: 2, name: b, enum: {no: 1, yes: 2}, value: contact.alarm}, "
      "{oid: 3, name: c, enum: {open: 1, closed: 2}, access: rw, value: "
      "contact.normal_state}]}\n"
      "- {oid: 4, name: d, syntax: INTEGER, when: contacts, value: "
      "unit.contact_count}\n",
      ModelWith("contacts: [{state: closed}, {state: open, normal_state: "
                "closed}]\n"));

  EXPECT_EQ(unit.Get("4.0"), "2");
  EXPECT_EQ(unit.Get("2.1.1.1"), "1");
  EXPECT_EQ(unit.Get("2.1.2.1"), "1");
  EXPECT_EQ(unit.Get("2.1.2.2"), "2");
  unit.device().SetContact(1, ContactState::kOpen).value();
  EXPECT_EQ(unit.Get("2.1.1.1"), "0");
  EXPECT_EQ(unit.Get("2.1.2.1"), "2");
  EXPECT_EQ(unit.Set("2.1.3.1", 1), ErrorStatus::kNoError);
  EXPECT_EQ(unit.Get("2.1.2.1"), "1");
}

TEST(ContactVocabularyTest, ContactThatIsNotThereIsNotFound) {
  SampleUnit unit("- {oid: 1, name: a, syntax: INTEGER, const: 1}\n",
                  ModelWith("contacts: [{state: open}]\n"));

  const auto set = unit.device().SetContact(2, ContactState::kClosed);

  ASSERT_FALSE(set.ok());
  EXPECT_EQ(set.error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(set.error().message, "Sample has no contact 2");
}

}  // namespace
}  // namespace pdukit::fake_pdu
