// soak [CYCLES] [SECONDS]: see tools/soak.

#include <charconv>
#include <chrono>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "tests/stress/soak.h"

namespace pdukit {
namespace {

constexpr int kUsageError = 2;

std::optional<int> NumberOf(std::string_view text) {
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, status] = std::from_chars(text.data(), end, number);
  return status == std::errc() && stop == end && number >= 0
             ? std::optional(number)
             : std::nullopt;
}

int Main(int argc, char** argv) {
  const std::optional<int> cycles = NumberOf(argc > 1 ? argv[1] : "10000");
  const std::optional<int> seconds = NumberOf(argc > 2 ? argv[2] : "3600");
  if (argc > 3 || !cycles || !seconds) {
    std::cerr << "usage: soak [CYCLES] [SECONDS]\n";
    return kUsageError;
  }
  SoakOptions options;
  options.cycles = *cycles;
  options.traffic = std::chrono::seconds(*seconds);
  const SoakReport report = Soak(options, std::cout);
  for (const std::string& trouble : report.troubles) {
    std::cout << trouble << '\n';
  }
  std::cout << report.operations << " operations, " << report.troubles.size()
            << " troubles\n";
  return report.troubles.empty() ? 0 : 1;
}

}  // namespace
}  // namespace pdukit

int main(int argc, char** argv) { return pdukit::Main(argc, argv); }
