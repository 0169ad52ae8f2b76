// play FACTS.yaml [MODEL_FILE...]: plays the scenarios of a file, with families
// and models that need not be built in.

#include <iostream>
#include <string>

#include "fake_pdu/models/model_catalog.h"
#include "tests/facts/scenario.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: play FACTS.yaml [MODEL_FILE...]\n";
    return 2;
  }
  pdukit::fake_pdu::ModelCatalog models;
  for (int at = 2; at < argc; ++at) {
    const pdukit::Result<void> loaded = models.LoadFile(argv[at]);
    if (!loaded.ok()) {
      std::cerr << loaded.error() << '\n';
      return 1;
    }
  }
  int failed = 0;
  try {
    for (const auto& scenario : pdukit::ReadScenarios(argv[1])) {
      const auto failures = pdukit::Play(scenario, models);
      std::cout << (failures.empty() ? "ok      " : "FAILED  ") << scenario.says
                << '\n';
      for (const std::string& failure : failures) {
        std::cout << "        " << failure << '\n';
      }
      failed += failures.empty() ? 0 : 1;
    }
  } catch (const std::exception& mistake) {
    std::cerr << argv[1] << ": " << mistake.what() << '\n';
    return 1;
  }
  return failed == 0 ? 0 : 1;
}
