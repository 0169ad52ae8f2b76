#ifndef PDUKIT_FAKE_PDU_CONTRACT_CONTRACT_H_
#define PDUKIT_FAKE_PDU_CONTRACT_CONTRACT_H_

// What any power driver has to do, as cases that it is held against: each
// starts a fake PDU, lets something go wrong with it, has the driver switch an
// outlet, and compares what the driver says with what is true.
//
//   ContractOptions options;
//   options.pdu.model = "AP7900";
//   const auto results = RunContract(MyDriver, options).value();
//   for (const CaseResult& result : results) std::cout << result << '\n';

#include <chrono>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "fake_pdu/contract/power_driver.h"
#include "fake_pdu/fake_pdu.h"
#include "snmp/security.h"

namespace pdukit::fake_pdu {

class Bench;

struct ContractOptions {
  // What every case starts: the model, the clock, ... Its observer is not
  // called, and its journal is not smaller than by default; under v3 `user` is
  // added to its users.
  FakePdu::Options pdu{};
  // How the driver is told to speak; v3 needs the user.
  SnmpVersion version = SnmpVersion::kV2c;
  UsmUser user{};
  // How late what comes late is, how slow a slow relay, and how long a restart
  // takes; by the clock, as `patience`.
  Clock::Duration slow = std::chrono::milliseconds(1500);
  // A call of the driver that takes longer has failed the case. One that never
  // returns is waited for.
  Clock::Duration patience = std::chrono::seconds(60);
};

struct ContractCase {
  std::string name{};      // "lost-answer"
  std::string asks_for{};  // In a sentence.
  std::function<void(Bench& bench)> run{};
};

std::ostream& operator<<(std::ostream& out, const ContractCase& contract_case);

enum class Verdict : std::uint8_t { kPassed, kFailed, kNotApplicable };

// "ok", "FAILED", "n/a"
const char* ToString(Verdict verdict);
std::ostream& operator<<(std::ostream& out, Verdict verdict);

struct CaseResult {
  std::string name{};
  Verdict verdict = Verdict::kPassed;
  // What was said and what was true, or why the case does not apply.
  std::string finding{};
  // Of the PDU, if it failed.
  std::vector<Exchange> journal{};
  // By the clock.
  Clock::Duration duration{};
};

// "FAILED stuck-relay: off: said done, outlet 2 was on; ..."; the journal
// follows in lines of its own.
std::ostream& operator<<(std::ostream& out, const CaseResult& result);

// All there are, in the order in which a driver's author wants to know.
const std::vector<ContractCase>& ContractCases();

// Fails with kInvalidArgument for a model without an outlet that it switches,
// and for v3 with a user that is not valid; otherwise as FakePdu::Start does.
Result<CaseResult> RunCase(const ContractCase& contract_case,
                           const DriverFactory& factory,
                           const ContractOptions& options);

// Every one of ContractCases(), one after the other.
Result<std::vector<CaseResult>> RunContract(const DriverFactory& factory,
                                            const ContractOptions& options);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_CONTRACT_H_
