#ifndef PDUKIT_TESTS_BENCH_ROUNDS_H_
#define PDUKIT_TESTS_BENCH_ROUNDS_H_

// Figures of one run, taken in rounds: in each of them every contestant has its
// turn, so that a machine that is slow for a while is so for all.

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pdukit::bench {

class Rounds {
 public:
  // Returns one figure.
  using Measure = std::function<double()>;

  // The name is what the table calls it.
  void Add(const std::string& name, Measure measure);
  // Writes to stderr which round it is.
  void Run(int rounds);

  double Median(const std::string& name) const;

 private:
  struct Contestant {
    std::string name{};
    Measure measure{};
    std::vector<double> figures{};
  };
  std::vector<Contestant> contestants_;
};

// A line of a table in Markdown: what is compared, both medians, their ratio
// and what it should be at most.
struct Comparison {
  std::string what{};
  double ours = 0;
  std::string other_name{};
  double other = 0;
  std::optional<double> target{};
};

void PrintTitle(const std::string& title, const std::string& unit);
void Print(const Comparison& comparison);

// The processor, how many there are, and the system.
std::string MachineText();

}  // namespace pdukit::bench

#endif  // PDUKIT_TESTS_BENCH_ROUNDS_H_
