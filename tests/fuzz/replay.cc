// Makes a test of a fuzz target: every seed, then inputs made of the seeds
// that are wrong in the same way at every run; the argument says how many.
// With files instead: these alone, to see again what libFuzzer has found.

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/mutator.h"

namespace pdukit::fuzz {
namespace {

// Keeps what is being tried among the test's outputs, for whoever wants to try
// it again once it has ended the process.
class LastInput {
 public:
  LastInput() {
    const char* folder = std::getenv("TEST_UNDECLARED_OUTPUTS_DIR");
    if (folder != nullptr) {
      const std::string path = std::string(folder) + "/last_input";
      file_ = open(path.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
    }
  }

  void Keep(const std::string& input) const {
    if (file_ >= 0) {
      Require(pwrite(file_, input.data(), input.size(), 0) >= 0 &&
                  ftruncate(file_, static_cast<off_t>(input.size())) == 0,
              "the input can be kept");
    }
  }

 private:
  int file_ = -1;
};

void Try(const std::string& input) {
  static const LastInput& last = *new LastInput;
  last.Keep(input);
  TryInput(input);
}

void TryMutations(std::size_t count) {
  const std::vector<std::string> seeds = Seeds();
  Require(!seeds.empty(), "a target has seeds");
  for (const std::string& seed : seeds) {
    Try(seed);
  }
  Mutator mutator(1);
  for (std::size_t i = 0; i < count; ++i) {
    Try(mutator.Mutate(seeds[mutator.Below(seeds.size())], seeds));
  }
  std::cout << seeds.size() << " seeds, " << count << " mutations of them\n";
}

int Main(const std::vector<std::string>& arguments) {
  Require(!arguments.empty(), "an argument says how many mutations to try");
  if (arguments.front().find_first_not_of("0123456789") == std::string::npos) {
    TryMutations(std::stoul(arguments.front()));
    return 0;
  }
  for (const std::string& path : arguments) {
    Try(ReadData(path));
  }
  return 0;
}

}  // namespace
}  // namespace pdukit::fuzz

int main(int argc, char** argv) {
  return pdukit::fuzz::Main({argv + 1, argv + argc});
}
