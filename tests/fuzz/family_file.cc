// Families of the user's own, as `fake_pdu --model-file` reads them. A model
// of what is read can be served, or the family cannot show it.

#include <string>
#include <vector>

#include "fake_pdu/mib/family.h"
#include "fake_pdu/mib/model_reader.h"
#include "fake_pdu/mib/yaml_parser.h"
#include "fake_pdu/models/embedded_files.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/walk_model.h"

namespace pdukit::fuzz {
namespace {

constexpr char kFile[] = "own.yaml";

// Of a chain with banks, three phases and probes, so that whatever a family
// shows is there.
constexpr char kModel[] =
    "model: OWN\n"
    "family: own\n"
    "metered: outlet\n"
    "rating: 24\n"
    "units: 2\n"
    "inlets:\n"
    "- {voltage: 208, frequency: 60, rating: 24, phases: 3}\n"
    "banks:\n"
    "- {outlets: 1-2, rating: 20}\n"
    "- {outlets: 3-4, rating: 20}\n"
    "outlets:\n"
    "- {numbers: 1-4, rating: 16}\n"
    "sensors:\n"
    "- {temperature: 23, humidity: 45, name: Intake}\n";

// What stands between ```yaml and ``` on the page that explains them.
std::vector<std::string> BlocksOf(const std::string& page) {
  constexpr char kBegin[] = "```yaml\n";
  std::vector<std::string> blocks;
  std::size_t at = page.find(kBegin);
  while (at != std::string::npos) {
    at += sizeof kBegin - 1;
    const std::size_t end = page.find("```", at);
    blocks.push_back(page.substr(at, end - at));
    at = page.find(kBegin, end);
  }
  return blocks;
}

}  // namespace

void TryInput(const std::string& text) {
  const auto file = fake_pdu::ParseYaml(kFile, text);
  if (!file.ok()) {
    return RequireSentence(file.error());
  }
  const auto family = fake_pdu::ReadFamily(**file, [](const std::string& name) {
    return fake_pdu::FindEmbeddedFile("common/" + name + ".yaml");
  });
  if (!family.ok()) {
    return RequireSentence(family.error());
  }
  static const auto& model_file =
      *new auto(fake_pdu::ParseYaml("model.yaml", kModel).value());
  const auto model = fake_pdu::ReadModel({model_file}, *family);
  if (!model.ok()) {
    return RequireSentence(model.error());
  }
  WalkModel(*model);
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds =
      BlocksOf(ReadData("fake_pdu/models/README.md"));
  for (const char* family :
       {"apc_masterswitchplus", "gude", "netio", "schleifenbauer"}) {
    seeds.push_back(
        ReadData(std::string("fake_pdu/models/families/") + family + ".yaml"));
  }
  return seeds;
}

}  // namespace pdukit::fuzz
