// The `power_contract` program.

#include <cstddef>
#include <fstream>
#include <iostream>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include "fake_pdu/contract/contract.h"
#include "fake_pdu/contract/junit.h"
#include "fake_pdu/contract/options.h"

namespace pdukit::fake_pdu {
namespace {

constexpr int kFailure = 1;
constexpr int kUsageError = 2;

int Fail(const std::string& sentence, int exit_code) {
  std::cerr << "power_contract: " << sentence << '\n';
  return exit_code;
}

int PrintCases() {
  for (const ContractCase& contract_case : ContractCases()) {
    std::cout << contract_case.name << ": " << contract_case.asks_for << '\n';
  }
  return 0;
}

void PrintSummary(const std::vector<CaseResult>& results) {
  std::map<Verdict, std::size_t> counts;
  for (const CaseResult& result : results) {
    ++counts[result.verdict];
  }
  std::cout << counts[Verdict::kPassed] << " passed, "
            << counts[Verdict::kFailed] << " failed, "
            << counts[Verdict::kNotApplicable] << " not applicable\n";
}

int Run(const HoldAgainst& run) {
  // Before the work is done that it is for.
  std::ofstream junit;
  if (!run.junit.empty()) {
    junit.open(run.junit);
    if (!junit) {
      return Fail("--junit " + run.junit + " cannot be written", kUsageError);
    }
  }
  std::vector<CaseResult> results;
  bool has_failed = false;
  for (const ContractCase& contract_case : run.cases) {
    Result<CaseResult> result =
        RunCase(contract_case, run.factory, run.options);
    if (!result.ok()) {
      return Fail(result.error().Text(), kUsageError);
    }
    std::cout << *result << std::endl;
    has_failed |= result->verdict == Verdict::kFailed;
    results.push_back(*std::move(result));
  }
  PrintSummary(results);
  WriteJunit("power_contract " + run.options.pdu.model, results, junit);
  if (!run.junit.empty() && !junit.flush()) {
    return Fail("--junit " + run.junit + " cannot be written", kFailure);
  }
  return has_failed || !std::cout.flush() ? kFailure : 0;
}

int Main(int argc, const char* const* argv) {
  auto command = ParsePowerContract(argc, argv, std::cout, std::cerr);
  if (const auto* done = std::get_if<ExitCode>(&command)) {
    return done->value;
  }
  if (std::holds_alternative<ListCases>(command)) {
    return PrintCases();
  }
  return Run(std::get<HoldAgainst>(std::move(command)));
}

}  // namespace
}  // namespace pdukit::fake_pdu

int main(int argc, char** argv) { return pdukit::fake_pdu::Main(argc, argv); }
