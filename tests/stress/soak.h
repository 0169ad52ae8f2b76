#ifndef PDUKIT_TESTS_STRESS_SOAK_H_
#define PDUKIT_TESTS_STRESS_SOAK_H_

// Does for long what tests do for a moment: PDUs come and go, others are read,
// switched, walked, asked with wrong keys and disturbed. What the process holds
// of the machine is looked at all the while.
//
//   SoakReport report = Soak({1000, 60s}, std::cout);
//   for (const std::string& trouble : report.troubles) ...

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "tests/stress/process_usage.h"

namespace pdukit {

struct SoakOptions {
  // How many PDUs are started, switched and stopped, one after the other.
  int cycles = 10000;
  // How long the traffic lasts that comes then.
  std::chrono::milliseconds traffic{std::chrono::hours(1)};
  // How often to look, in each of the two.
  int samples = 20;
};

struct SoakReport {
  // While PDUs come and go, and while there is traffic; nothing else runs at
  // the moment of a sample.
  std::vector<ProcessUsage> cycle_samples{};
  std::vector<ProcessUsage> traffic_samples{};
  std::uint64_t operations = 0;
  // What was answered otherwise than it should be, and what has grown.
  std::vector<std::string> troubles{};
};

// Prints a line for each sample.
SoakReport Soak(const SoakOptions& options, std::ostream& out);

// What has grown between the first quarter, when all that is kept on purpose is
// there, and the end.
std::vector<std::string> Growth(const std::vector<ProcessUsage>& samples);

}  // namespace pdukit

#endif  // PDUKIT_TESTS_STRESS_SOAK_H_
