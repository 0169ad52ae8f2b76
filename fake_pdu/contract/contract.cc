#include "fake_pdu/contract/contract.h"

#include <algorithm>
#include <utility>

#include "fake_pdu/contract/bench.h"
#include "fake_pdu/contract/cases.h"
#include "fake_pdu/contract/switch_log.h"

namespace pdukit::fake_pdu {
namespace {

FakePdu::Options PduOptions(const ContractOptions& options, SwitchLog& log) {
  FakePdu::Options pdu = options.pdu;
  pdu.observer = &log;
  pdu.journal_size =
      std::max(pdu.journal_size, FakePdu::Options().journal_size);
  if (options.version == SnmpVersion::kV3) {
    pdu.users.push_back({options.user});
    pdu.users.push_back({ReaderOf(options), FakePdu::Access::kReadOnly});
  }
  return pdu;
}

Result<void> CheckSwitched(const FakePdu& pdu) {
  if (pdu.model().switched && !pdu.outlet_numbers().empty()) {
    return {};
  }
  return Error{ErrorKind::kInvalidArgument,
               pdu.model().model + " has no outlet that it switches"};
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const ContractCase& contract_case) {
  return out << contract_case.name;
}

const char* ToString(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return "ok";
    case Verdict::kFailed:
      return "FAILED";
    case Verdict::kNotApplicable:
      return "n/a";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, Verdict verdict) {
  return out << ToString(verdict);
}

std::ostream& operator<<(std::ostream& out, const CaseResult& result) {
  out << result.verdict << ' ' << result.name << ": " << result.finding;
  for (const Exchange& exchange : result.journal) {
    out << "\n  " << exchange;
  }
  return out;
}

const std::vector<ContractCase>& ContractCases() {
  static const std::vector<ContractCase>& all = *[] {
    auto* cases = new std::vector<ContractCase>;
    for (auto part :
         {SwitchingCases(), RefusalCases(), WireCases(), DeviceCases()}) {
      cases->insert(cases->end(), part.begin(), part.end());
    }
    return cases;
  }();
  return all;
}

Result<CaseResult> RunCase(const ContractCase& contract_case,
                           const DriverFactory& factory,
                           const ContractOptions& options) {
  SwitchLog log;
  Result<FakePdu> pdu = FakePdu::Start(PduOptions(options, log));
  if (!pdu.ok()) {
    return pdu.error();
  }
  if (Result<void> switched = CheckSwitched(*pdu); !switched.ok()) {
    return switched.error();
  }
  log.Begin(*pdu);
  Bench bench(*pdu, log, factory, options);
  const Clock::TimePoint start = bench.clock().Now();
  contract_case.run(bench);
  CaseResult result{contract_case.name, bench.verdict(), bench.Finding()};
  result.duration = bench.clock().Now() - start;
  if (result.verdict == Verdict::kFailed) {
    result.journal = pdu->journal();
  }
  return result;
}

Result<std::vector<CaseResult>> RunContract(const DriverFactory& factory,
                                            const ContractOptions& options) {
  std::vector<CaseResult> results;
  for (const ContractCase& contract_case : ContractCases()) {
    Result<CaseResult> result = RunCase(contract_case, factory, options);
    if (!result.ok()) {
      return result.error();
    }
    results.push_back(*std::move(result));
  }
  return results;
}

}  // namespace pdukit::fake_pdu
