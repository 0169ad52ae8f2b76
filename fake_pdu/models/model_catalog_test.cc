#include "fake_pdu/models/model_catalog.h"

#include <cctype>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fake_pdu/device/device.h"
#include "fake_pdu/mib/device_objects.h"
#include "fake_pdu/models/embedded_files.h"

namespace pdukit::fake_pdu {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<std::string> ModelNames() {
  std::vector<std::string> names;
  for (const ModelInfo& info : ModelCatalog::BuiltIn().List()) {
    names.push_back(info.model);
  }
  return names;
}

class EveryModelTest : public ::testing::TestWithParam<std::string> {
 protected:
  ManualClock clock_;
  std::shared_ptr<const Model> model_ =
      ModelCatalog::BuiltIn().Find(GetParam()).value();
  Device device_{SpecOf(model_), clock_};
  DeviceObjects objects_{model_, device_};
};

TEST_P(EveryModelTest, FileIsNamedAfterItsModel) {
  EXPECT_EQ(model_->spec.model, GetParam());
}

TEST_P(EveryModelTest, WalkGoesForwardAndAgreesWithGet) {
  std::size_t count = 0;
  Oid at;
  for (auto next = objects_.Next(at); next; next = objects_.Next(at)) {
    ASSERT_LT(at, next->oid);
    EXPECT_EQ(objects_.Get(next->oid), next->value) << next->oid;
    at = next->oid;
    ++count;
  }

  EXPECT_EQ(count, model_->objects.size());
}

TEST_P(EveryModelTest, WhatIsReadCanBeWritten) {
  Oid at;
  for (auto next = objects_.Next(at); next; next = objects_.Next(at)) {
    at = next->oid;
    const Column* column = model_->objects.ColumnOf(next->oid);
    const Binding* binding = model_->objects.Find(next->oid)->binding;
    const bool is_missing =
        binding->missing && *binding->missing == next->value;
    if (column->is_writable && !is_missing) {
      EXPECT_EQ(CheckValue(column->syntax, next->value), ErrorStatus::kNoError)
          << column->name << " " << *next;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(BuiltIn, EveryModelTest,
                         ::testing::ValuesIn(ModelNames()),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::erase_if(name, [](char letter) {
                             return std::isalnum(static_cast<unsigned char>(
                                        letter)) == 0;
                           });
                           return name;
                         });

TEST(ModelCatalogTest, HasTheModelsOfBothFamilies) {
  const std::vector<ModelInfo> models = ModelCatalog::BuiltIn().List();

  EXPECT_THAT(models, Contains(Field(&ModelInfo::model, "AP7900")));
  EXPECT_THAT(models, Contains(Field(&ModelInfo::model, "PX3-5902V")));
}

TEST(ModelCatalogTest, EveryEmbeddedModelCanBeBuilt) {
  std::size_t count = 0;
  for (const std::string_view file : EmbeddedFileNames()) {
    if (file.substr(0, 7) == "models/") {
      const std::string name(file.substr(7, file.find(".yaml") - 7));
      const auto model = ModelCatalog::BuiltIn().Find(name);
      EXPECT_TRUE(model.ok()) << name << ": " << model;
      ++count;
    }
  }

  EXPECT_EQ(ModelCatalog::BuiltIn().List().size(), count);
}

TEST(ModelCatalogTest, ModelsAreShared) {
  EXPECT_EQ(ModelCatalog::BuiltIn().Find("AP7900").value(),
            ModelCatalog::BuiltIn().Find("AP7900").value());
}

TEST(ModelCatalogTest, UnknownModelListsThoseThatThereAre) {
  const auto model = ModelCatalog::BuiltIn().Find("AP0000");

  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(model.error().Text(),
              AllOf(HasSubstr("AP7900, "), HasSubstr("AP7921, ")));
}

constexpr char kOwnModel[] = R"(
model: MY-2
family: apc_rpdu
metered: inlet
rating: 10
inlets: [{voltage: 230, frequency: 50, rating: 10}]
outlets: [{numbers: 1-2, rating: 10}]
)";

TEST(ModelCatalogTest, OwnModelIsThereForThisCatalogueAlone) {
  ModelCatalog catalog;

  catalog.LoadText("mine.yaml", kOwnModel).value();

  EXPECT_EQ(catalog.Find("MY-2").value()->spec.outlets.size(), 2U);
  EXPECT_THAT(catalog.List(), Contains(Field(&ModelInfo::model, "MY-2")));
  EXPECT_FALSE(ModelCatalog::BuiltIn().Find("MY-2").ok());
}

TEST(ModelCatalogTest, OwnFileIsReadFromItsPath) {
  const std::string path = ::testing::TempDir() + "/mine.yaml";
  std::ofstream(path) << kOwnModel;
  ModelCatalog catalog;

  catalog.LoadFile(path).value();

  EXPECT_TRUE(catalog.Find("MY-2").ok());
}

TEST(ModelCatalogTest, FileThatIsNotThereIsNotFound) {
  ModelCatalog catalog;

  const Result<void> result = catalog.LoadFile("/nowhere/mine.yaml");

  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().kind, ErrorKind::kNotFound);
  EXPECT_THAT(result.error().message, HasSubstr("/nowhere/mine.yaml"));
}

TEST(ModelCatalogTest, OwnFamilyServesOwnModels) {
  ModelCatalog catalog;

  catalog
      .LoadText("family.yaml",
                "family: acme\nvendor: Acme\nobjects:\n- {oid: 1.3.6.1.4.1.9, "
                "name: count, syntax: INTEGER, value: unit.outlet_count}")
      .value();
  catalog
      .LoadText("model.yaml",
                "model: ACME-1\nfamily: acme\nmetered: none\nrating: 1\n"
                "inlets: [{voltage: 230, frequency: 50, rating: 1}]\n"
                "outlets: [{numbers: 1, rating: 1}]")
      .value();

  EXPECT_EQ(catalog.Find("ACME-1").value()->objects.size(), 1U);
}

TEST(ModelCatalogTest, UnknownFamilyListsThoseThatThereAre) {
  ModelCatalog catalog;

  const Result<void> result =
      catalog.LoadText("mine.yaml", "model: X\nfamily: apc");

  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().kind, ErrorKind::kParse);
  EXPECT_THAT(
      result.error().message,
      AllOf(StartsWith("mine.yaml:2:9: unknown family 'apc'; allowed: "),
            HasSubstr("apc_rpdu, "), HasSubstr("raritan_pdu2, ")));
}

TEST(ModelCatalogTest, MistakeChangesNothing) {
  ModelCatalog catalog;

  EXPECT_FALSE(
      catalog.LoadText("mine.yaml", "model: AP7900\nfamily: apc_rpdu").ok());

  EXPECT_EQ(catalog.Find("AP7900").value()->spec.outlets.size(), 8U);
}

TEST(ModelCatalogTest, FileThatIsNeitherModelNorFamilySaysSo) {
  ModelCatalog catalog;

  EXPECT_EQ(catalog.LoadText("mine.yaml", "name: x").error().message,
            "mine.yaml:1:1: the key 'family' is missing");
  EXPECT_THAT(catalog.LoadText("mine.yaml", "").error().message,
              StartsWith("mine.yaml:1:1: a map is needed here"));
}

TEST(ModelCatalogTest, ModelTakesFromItsBaseWhatItDoesNotSay) {
  ModelCatalog catalog;
  ASSERT_TRUE(catalog
                  .LoadText("mine.yaml",
                            "model: AP7900@new\nbased_on: AP7900\nmetered: "
                            "none\n")
                  .ok());

  const auto model = catalog.Find("AP7900@new").value();

  EXPECT_EQ(model->spec.RowCount(Scope::kOutlet), 8);
  EXPECT_EQ(model->spec.metering, Metering::kNone);
  EXPECT_EQ(model->spec.family, "apc_rpdu");
}

TEST(ModelCatalogTest, ModelBasedOnNothingKnownIsRefused) {
  ModelCatalog catalog;

  const auto loaded =
      catalog.LoadText("mine.yaml", "model: X\nbased_on: AP1\n");

  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.error().message.substr(0, 58),
            "mine.yaml:2:11: unknown or circular model 'AP1'; allowed: ");
}

}  // namespace
}  // namespace pdukit::fake_pdu
