// Models of the user's own, as `fake_pdu --model-file` reads them. What is
// read can be served.

#include <memory>
#include <string>
#include <vector>

#include "fake_pdu/mib/model_reader.h"
#include "fake_pdu/mib/yaml_parser.h"
#include "fake_pdu/models/model_catalog.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/walk_model.h"

namespace pdukit::fuzz {
namespace {

using fake_pdu::ModelCatalog;

constexpr char kFile[] = "own.yaml";

// A new one now and then: it keeps what it reads. The families, which take
// long to read, are mostly there.
ModelCatalog& Catalog() {
  static std::unique_ptr<ModelCatalog> catalog;
  static int uses = 0;
  if (uses++ % 10000 == 0) {
    catalog = std::make_unique<ModelCatalog>();
  }
  return *catalog;
}

}  // namespace

void TryInput(const std::string& text) {
  const auto file = fake_pdu::ParseYaml(kFile, text);
  const Result<bool> is_model =
      file.ok() ? fake_pdu::DescribesModel(**file) : file.error();
  if (is_model.ok() && !*is_model) {
    return;
  }
  const Result<void> loaded = Catalog().LoadText(kFile, text);
  if (!loaded.ok()) {
    return RequireSentence(loaded.error());
  }
  const std::string name = fake_pdu::ReadModelHead(**file).value().model;
  WalkModel(Catalog().Find(name).value());
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const char* model : {"AP7900", "AP9225x3", "AP9225@three-ids", "NETIO-4",
                            "Teltronix-8", "PWT-switched-8-x2"}) {
    seeds.push_back(
        ReadData(std::string("fake_pdu/models/models/") + model + ".yaml"));
  }
  return seeds;
}

}  // namespace pdukit::fuzz
