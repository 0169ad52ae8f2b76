#include "fake_pdu/mib/family.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/mib/testing/build_model.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// The families begin on line 5 of what is read.
constexpr char kHead[] = R"(
family: sample
vendor: Sample
base: 1.3.6.1.9
)";

// What reading them with the sample model says, or "ok".
std::string ErrorOf(const std::string& family) {
  const auto model = BuildModel(kHead + family, kSampleModel);
  return model.ok() ? "ok" : model.error().message;
}

TEST(FamilyTest, EmptyFamilyIsOne) { EXPECT_EQ(ErrorOf(""), "ok"); }

TEST(FamilyTest, BrokenYamlIsReportedWithItsPlace) {
  EXPECT_THAT(ErrorOf("objects: [\n- {"), StartsWith("family.yaml:"));
}

TEST(FamilyTest, MissingKeyIsNamed) {
  EXPECT_EQ(BuildModel("family: x", kSampleModel).error().message,
            "family.yaml:1:1: the key 'vendor' is missing");
}

TEST(FamilyTest, UnknownKeyListsTheKnownOnes) {
  EXPECT_EQ(ErrorOf("object: []"),
            "family.yaml:5:1: unknown key 'object'; allowed: family, vendor, "
            "base, features, include, types, settings, defaults, objects");
}

TEST(FamilyTest, KeyThatIsThereTwiceIsRefused) {
  EXPECT_EQ(ErrorOf("vendor: Other"),
            "family.yaml:5:1: 'vendor' is there twice");
}

TEST(FamilyTest, UnknownAttributeListsThoseOfItsScope) {
  const std::string error = ErrorOf(
      "objects:\n- {oid: 1, name: a, syntax: INTEGER, value: bank.stat}");

  EXPECT_THAT(error, StartsWith("family.yaml:6:45: unknown attribute "
                                "'bank.stat'; allowed: bank."));
  EXPECT_THAT(error, HasSubstr("bank.load_state"));
}

TEST(FamilyTest, UnknownScopeListsTheScopes) {
  EXPECT_THAT(
      ErrorOf("objects:\n- {oid: 1, name: a, syntax: INTEGER, value: state}"),
      HasSubstr("unknown attribute 'state'; allowed: unit.*, outlet.*"));
}

TEST(FamilyTest, UnknownSyntaxListsTheKnownOnes) {
  EXPECT_THAT(ErrorOf("objects:\n- {oid: 1, name: a, syntax: Int, value: 1}"),
              StartsWith("family.yaml:6:29: 'Int' is no syntax; allowed: "));
}

TEST(FamilyTest, BadOidIsRefused) {
  EXPECT_EQ(ErrorOf("objects:\n- {oid: 1.x, name: a, syntax: INTEGER, "
                    "value: 1}"),
            "family.yaml:6:9: '1.x' is no OID; allowed: numbers with dots "
            "between them");
}

TEST(FamilyTest, TwoNamesForOneOidAreRefused) {
  EXPECT_EQ(ErrorOf("objects:\n"
                    "- {oid: 1, name: a, syntax: INTEGER, value: 1}\n"
                    "- {oid: 1, name: b, syntax: INTEGER, value: 1}\n"),
            "family.yaml:7:3: 1.3.6.1.9.1 is a already, and b too");
}

TEST(FamilyTest, OneObjectWithinAnotherIsRefused) {
  EXPECT_EQ(
      ErrorOf("objects:\n"
              "- {oid: 1, name: a, syntax: INTEGER, value: 1}\n"
              "- {oid: 1.5, name: b, syntax: INTEGER, value: 1}\n"),
      "family.yaml:7:9: 1.3.6.1.9.1.5 lies within the object 1.3.6.1.9.1");
}

TEST(FamilyTest, OneInstanceTwiceIsRefused) {
  EXPECT_EQ(ErrorOf("objects:\n"
                    "- {oid: 1, name: a, syntax: INTEGER, value: 1}\n"
                    "- {oid: 1, name: a, syntax: INTEGER, value: 2}\n"),
            "family.yaml:6:3: a (1.3.6.1.9.1.0) is there twice");
}

TEST(FamilyTest, WordWithoutLabelIsRefused) {
  EXPECT_EQ(ErrorOf("objects:\n- {oid: 1, name: a, enum: {idle: 1}, "
                    "value: unit.pending}"),
            "family.yaml:6:45: 'no' of unit.pending has no label here; say "
            "which with 'words'; allowed: idle");
}

TEST(FamilyTest, UnknownWordIsRefused) {
  EXPECT_THAT(ErrorOf("types:\n  T: {enum: {a: 1}, words: {onn: a}}"),
              StartsWith("family.yaml:6:29: 'onn' is no word of any attribute; "
                         "allowed: "));
}

TEST(FamilyTest, UnknownLabelIsRefused) {
  EXPECT_EQ(ErrorOf("types:\n  T: {enum: {a: 1, b: 2}, words: {on: c}}"),
            "family.yaml:6:39: 'c' is no label of this enumeration; allowed: "
            "a, b");
}

TEST(FamilyTest, ReadOnlyAttributeCannotBeWritten) {
  EXPECT_THAT(ErrorOf("objects:\n- {oid: 1, name: a, syntax: INTEGER, access: "
                      "rw, value: unit.uptime}"),
              StartsWith("family.yaml:6:3: this cannot be written"));
}

TEST(FamilyTest, AttributeMustBelongToTheRow) {
  EXPECT_EQ(ErrorOf("objects:\n- {oid: 1, name: a, syntax: INTEGER, value: "
                    "outlet.bank}"),
            "family.yaml:6:45: a row of unit belongs to no single outlet");
}

TEST(FamilyTest, TextIsNoNumber) {
  EXPECT_EQ(ErrorOf("objects:\n- {oid: 1, name: a, syntax: INTEGER, value: "
                    "unit.name}"),
            "family.yaml:6:45: unit.name cannot be shown in this syntax");
}

TEST(FamilyTest, ValueComesFromOneSource) {
  EXPECT_EQ(ErrorOf("objects:\n- {oid: 1, name: a, syntax: INTEGER}"),
            "family.yaml:6:3: one source of the value is needed; allowed: "
            "value, const, text, stored, pack, total, samples, pointer, "
            "command_list");
}

TEST(FamilyTest, ConstantMustFitItsSyntax) {
  EXPECT_EQ(ErrorOf("objects:\n- {oid: 1, name: a, syntax: 'INTEGER(0..5)', "
                    "const: 6}"),
            "family.yaml:6:53: '6' is out of the syntax's range");
  EXPECT_EQ(ErrorOf("objects:\n- {oid: 1, name: a, syntax: INTEGER, const: x}"),
            "family.yaml:6:45: 'x' is no whole number");
}

TEST(FamilyTest, UnknownFeatureIsRefused) {
  EXPECT_EQ(ErrorOf("features: [fan]\nobjects:\n- {oid: 1, name: a, syntax: "
                    "INTEGER, const: 6, when: fans}"),
            "family.yaml:7:54: 'fans' is not known here; allowed: banks, "
            "bank_metering, outlet_metering, switching, three_phase, "
            "sensors, groups, contacts, chain, fan");
}

TEST(FamilyTest, SettingMayNotHideAnAttribute) {
  EXPECT_EQ(ErrorOf("settings:\n  unit: {name: x}"),
            "family.yaml:6:10: unit.name is known already");
}

TEST(FamilyTest, DefaultMustSuitItsAttribute) {
  EXPECT_EQ(ErrorOf("defaults: {outlet.startup_state: maybe}"),
            "family.yaml:5:34: 'maybe' is not known here; allowed: off, on, "
            "last, unit, last_at_once");
  EXPECT_EQ(ErrorOf("defaults: {outlet.on_delay: soon}"),
            "family.yaml:5:29: 'soon' is no number");
  EXPECT_EQ(ErrorOf("defaults: {unit.uptime: 3}"),
            "family.yaml:5:25: unit.uptime cannot be set");
}

TEST(FamilyTest, UnknownIncludeIsRefused) {
  EXPECT_EQ(ErrorOf("include: [{file: nothing}]"),
            "family.yaml:5:18: there is nothing to include by the name "
            "'nothing'");
}

TEST(FamilyTest, IncludeTakesParameters) {
  const auto part =
      ParseYaml("part",
                "objects: [{oid: 1.3.6.1.5, name: a, syntax: DisplayString, "
                "const: '{text}'}]")
          .value();
  const auto file =
      ParseYaml("family.yaml",
                std::string(kHead) + "include: [{file: part, text: hi}]")
          .value();

  const auto family =
      ReadFamily(*file, [&](const std::string&) { return part.get(); });

  ASSERT_TRUE(family.ok()) << family.error();
  EXPECT_EQ((*family)->bindings.front().constant, Value::OctetString("hi"));
}

}  // namespace
}  // namespace pdukit::fake_pdu
