// compare_capture CAPTURE MODEL [--model-file F]... [--expected FOLDER]
// [--all] [--json]: see tools/compare_capture.

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"

#include "fake_pdu/models/model_catalog.h"
#include "tests/captures/report.h"
#include "tests/captures/verdict.h"

namespace pdukit {
namespace {

constexpr int kDiffers = 1;
constexpr int kUsageError = 2;

struct Flags {
  std::string capture{};
  std::string model{};
  std::vector<std::string> files{};
  std::string expected{};
  bool all = false;
  bool json = false;
};

// What is expected of this pair; if nobody has said, all enterprises of the
// capture without any reason.
Result<ExpectedCapture> Expected(const Flags& flags,
                                 const fake_pdu::Capture& capture) {
  ExpectedCapture none;
  none.file = std::filesystem::path(flags.capture).filename().string();
  none.model = flags.model;
  none.arcs = EnterpriseArcs(capture);
  if (flags.expected.empty()) {
    return none;
  }
  const Result<std::vector<ExpectedCapture>> all =
      LoadExpectations(flags.expected);
  if (!all.ok()) {
    return all.error();
  }
  for (const ExpectedCapture& expected : *all) {
    if (expected.file == none.file && expected.model == none.model) {
      return expected;
    }
  }
  return none;
}

Result<ComparisonReport> CompareFiles(const Flags& flags) {
  const Result<fake_pdu::Capture> capture =
      fake_pdu::Capture::Load(flags.capture);
  if (!capture.ok()) {
    return capture.error();
  }
  fake_pdu::ModelCatalog catalog;
  for (const std::string& file : flags.files) {
    const Result<void> loaded = catalog.LoadFile(file);
    if (!loaded.ok()) {
      return loaded.error();
    }
  }
  const auto model = catalog.Find(flags.model);
  if (!model.ok()) {
    return model.error();
  }
  const Result<ExpectedCapture> expected = Expected(flags, *capture);
  if (!expected.ok()) {
    return expected.error();
  }
  return MakeReport(*capture, **model, *expected);
}

int Main(int argc, char** argv) {
  Flags flags;
  CLI::App app("Holds what a fake serves against the capture of a device",
               "compare_capture");
  app.add_option("CAPTURE", flags.capture, "File with a walk")->required();
  app.add_option("MODEL", flags.model, "Model of the fake")->required();
  app.add_option("--model-file", flags.files,
                 "YAML file with a model or family of your own (repeatable)")
      ->allow_extra_args(false);
  app.add_option("--expected", flags.expected,
                 "Folder of YAML files that say what may differ, and why");
  app.add_flag("--all", flags.all, "List also the columns that do not differ");
  app.add_flag("--json", flags.json, "Everything as JSON");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsageError;
  }
  const Result<ComparisonReport> report = CompareFiles(flags);
  if (!report.ok()) {
    std::cerr << "compare_capture: " << report.error().Text() << '\n';
    return kUsageError;
  }
  if (flags.json) {
    PrintJson(*report, std::cout);
  } else {
    PrintText(*report,
              flags.all ? ReportedColumns::kAll : ReportedColumns::kThatDiffer,
              std::cout);
  }
  return report->problems.empty() ? 0 : kDiffers;
}

}  // namespace
}  // namespace pdukit

int main(int argc, char** argv) { return pdukit::Main(argc, argv); }
