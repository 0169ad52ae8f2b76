// write_walks DIRECTORY: writes the golden walk of each built-in model there.

#include <filesystem>
#include <fstream>
#include <iostream>

#include "fake_pdu/fake_pdu.h"
#include "tests/golden/walk_text.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_walks DIRECTORY\n";
    return 2;
  }
  const std::filesystem::path directory = argv[1];
  for (const pdukit::fake_pdu::ModelInfo& model :
       pdukit::fake_pdu::FakePdu::Models()) {
    std::ofstream file(directory / pdukit::WalkFileName(model.model));
    file << pdukit::WalkText(model.model);
    if (!file.flush()) {
      std::cerr << "cannot write into " << directory << '\n';
      return 1;
    }
  }
  return 0;
}
