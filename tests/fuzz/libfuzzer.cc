// What libFuzzer is told beside the target: how to change an input, and where
// to begin.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/mutator.h"

namespace {

std::string ToText(const std::uint8_t* octets, std::size_t size) {
  return {reinterpret_cast<const char*>(octets), size};
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* octets, std::size_t size,
                                        std::size_t max_size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets,
                                      std::size_t size) {
  pdukit::fuzz::TryInput(ToText(octets, size));
  return 0;
}

// Writes the seeds into the folder that PDUKIT_FUZZ_SEEDS names.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  if (const char* folder = std::getenv("PDUKIT_FUZZ_SEEDS")) {
    int number = 0;
    for (const std::string& seed : pdukit::fuzz::Seeds()) {
      std::ofstream(std::string(folder) + "/seed" + std::to_string(++number),
                    std::ios::binary)
          << seed;
    }
  }
  return 0;
}

// Half of them libFuzzer's own, which follow the coverage of our code; the
// others know BER, since there is no coverage of Net-SNMP's.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* octets,
                                               std::size_t size,
                                               std::size_t max_size,
                                               unsigned seed) {
  if (seed % 2 == 0) {
    return LLVMFuzzerMutate(octets, size, max_size);
  }
  static const std::vector<std::string>& seeds =
      *new std::vector<std::string>(pdukit::fuzz::Seeds());
  pdukit::fuzz::Mutator mutator(seed);
  const std::string mutated =
      mutator.Mutate(ToText(octets, size), seeds).substr(0, max_size);
  std::memcpy(octets, mutated.data(), mutated.size());
  return mutated.size();
}
