#include "fake_pdu/capture/capture_model.h"

#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pdukit::fake_pdu {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr char kFamily[] = R"(
family: acme
vendor: Acme
base: 1.3.6.1.4.1.4711
include:
- {file: system, descr: 'Acme', object_id: 1.3.6.1.4.1.4711.1, services: 72}
defaults: {unit.name: '', outlet.name: ''}
objects:
- table: outletTable
  entry: 3.1
  rows: outlet
  index: [outlet.number]
  columns:
  - {oid: 2, name: state, enum: {off: 0, on: 1}, value: outlet.state}
)";

std::string ModelText(const std::string& name, int outlets) {
  return "model: " + name +
         "\nfamily: acme\nmetered: none\nrating: 16\n"
         "inlets: [{voltage: 230, frequency: 50, rating: 16}]\n"
         "outlets: [{numbers: 1-" +
         std::to_string(outlets) + ", rating: 10}]\n";
}

// Built once: it takes all models there are to find those of a device.
const ModelCatalog& Catalog() {
  static const auto* const kCatalog = [] {
    auto* catalog = new ModelCatalog();
    catalog->LoadText("acme.yaml", kFamily).value();
    catalog->LoadText("2.yaml", ModelText("ACME-2", 2)).value();
    catalog->LoadText("2b.yaml", ModelText("ACME-2-B", 2)).value();
    catalog->LoadText("3.yaml", ModelText("ACME-3", 3)).value();
    return catalog;
  }();
  return *kCatalog;
}

Result<std::shared_ptr<const Model>> Choose(const std::string& lines,
                                            const std::string& name = "") {
  return ChooseModel(Capture::Read("a", lines).value(), Catalog(), name);
}

constexpr char kAcme[] = "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.4711.1\n";

TEST(ChooseModelTest, ANamedOneIsTaken) {
  EXPECT_EQ(Choose("1.3.1.0|2|1\n", "AP7900").value()->spec.model, "AP7900");
}

TEST(ChooseModelTest, TheOneThatTheCaptureNamesIsTaken) {
  EXPECT_EQ(Choose(std::string(kAcme) + "1.3.6.1.4.1.4711.9.0|4|an ACME-2-B\n")
                .value()
                ->spec.model,
            "ACME-2-B");
}

TEST(ChooseModelTest, ElseTheOneWithTheSameOutlets) {
  EXPECT_EQ(Choose(std::string(kAcme) + "1.3.6.1.4.1.4711.3.1.2.1|2|1\n"
                                        "1.3.6.1.4.1.4711.3.1.2.2|2|1\n"
                                        "1.3.6.1.4.1.4711.3.1.2.3|2|1\n")
                .value()
                ->spec.model,
            "ACME-3");
}

TEST(ChooseModelTest, ElseTheErrorSaysWhichCouldBeNamed) {
  const auto model =
      Choose(std::string(kAcme) + "1.3.6.1.4.1.4711.3.1.2.1|2|1\n");

  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().kind, ErrorKind::kInvalidArgument);
  EXPECT_THAT(model.error().Text(),
              AllOf(HasSubstr("1.3.6.1.4.1.4711.1"),
                    HasSubstr("ACME-2, ACME-2-B, ACME-3")));
}

TEST(ChooseModelTest, AnUnknownFamilyHasNoOutlets) {
  const auto model = Choose("1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.9.9.9\n").value();

  EXPECT_EQ(model->spec.family, "unknown");
  EXPECT_TRUE(model->spec.outlets.empty());
  EXPECT_EQ(model->objects.size(), 0U);
}

TEST(ChooseModelTest, AnIdentityWrittenAsTextCountsToo) {
  EXPECT_EQ(Choose("1.3.6.1.2.1.1.2.0|4|.1.3.6.1.4.1.4711.1\n"
                   "1.3.6.1.2.1.1.1.0|4|ACME-3\n")
                .value()
                ->spec.model,
            "ACME-3");
}

}  // namespace
}  // namespace pdukit::fake_pdu
