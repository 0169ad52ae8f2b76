#ifndef PDUKIT_TESTS_FUZZ_FUZZ_TARGET_H_
#define PDUKIT_TESTS_FUZZ_FUZZ_TARGET_H_

// A fuzz target is a file that defines TryInput and Seeds().
// replay.cc makes a test of it, libFuzzer a program that looks for new inputs.

#include <string>
#include <vector>

#include "base/error.h"

namespace pdukit::fuzz {

// One input from outside. Ends the process where a promise is broken.
void TryInput(const std::string& input);

// Inputs to start from: good ones, and those that once did harm.
std::vector<std::string> Seeds();

// Ends the process with `what` on stderr unless it holds.
void Require(bool holds, const std::string& what);

// One sentence, without a full stop: what every refused input is answered with.
void RequireSentence(const Error& error);

// A file among the target's data; ends the process if it is not there.
std::string ReadData(const std::string& path);

// What README.md shows, from `begin` to the end of that block.
std::string ReadmeExample(const std::string& begin);

}  // namespace pdukit::fuzz

#endif  // PDUKIT_TESTS_FUZZ_FUZZ_TARGET_H_
