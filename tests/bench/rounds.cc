#include "tests/bench/rounds.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace pdukit::bench {

void Rounds::Add(const std::string& name, Measure measure) {
  contestants_.push_back({name, std::move(measure)});
}

void Rounds::Run(int rounds) {
  for (int round = 1; round <= rounds; ++round) {
    std::cerr << fmt::format("round {} of {}\n", round, rounds);
    for (Contestant& contestant : contestants_) {
      contestant.figures.push_back(contestant.measure());
    }
  }
}

double Rounds::Median(const std::string& name) const {
  for (const Contestant& contestant : contestants_) {
    if (contestant.name == name) {
      std::vector<double> figures = contestant.figures;
      const auto middle =
          figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 2);
      std::nth_element(figures.begin(), middle, figures.end());
      return *middle;
    }
  }
  throw std::out_of_range("nothing is called " + name);
}

void PrintTitle(const std::string& title, const std::string& unit) {
  std::cout << fmt::format(
      "\n### {} ({})\n\n"
      "| | pdukit | compared with | that | ratio | target |\n"
      "| --- | ---: | --- | ---: | ---: | ---: |\n",
      title, unit);
}

void Print(const Comparison& line) {
  std::cout << fmt::format(
                   "| {} | {:.4g} | {} | {:.4g} | {:.3g} | {} |", line.what,
                   line.ours, line.other_name, line.other,
                   line.ours / line.other,
                   line.target ? fmt::format("{:.3g}", *line.target) : "")
            << std::endl;
}

std::string MachineText() {
  std::string processor = "unknown processor";
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.rfind("model name", 0) == 0) {
      processor = line.substr(line.find(':') + 2);
      break;
    }
  }
  utsname system{};
  uname(&system);
  return fmt::format("{}, {} cores, {} {}", processor,
                     sysconf(_SC_NPROCESSORS_ONLN), system.sysname,
                     system.release);
}

}  // namespace pdukit::bench
