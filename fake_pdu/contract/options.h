#ifndef PDUKIT_FAKE_PDU_CONTRACT_OPTIONS_H_
#define PDUKIT_FAKE_PDU_CONTRACT_OPTIONS_H_

#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "fake_pdu/contract/contract.h"
#include "fake_pdu/contract/power_driver.h"

namespace pdukit::fake_pdu {

// `power_contract --list`
struct ListCases {};

// `power_contract --model ...`
struct HoldAgainst {
  DriverFactory factory{};
  ContractOptions options{};
  std::vector<ContractCase> cases{};
  // Where the JUnit report goes; nowhere if it is empty.
  std::string junit{};
};

// Nothing to do: all has been said.
struct ExitCode {
  int value = 0;
};

// What the command line asks for. --help has been answered on `out`; a mistake
// has been named on `err`, in one sentence, with exit code 2.
std::variant<ListCases, HoldAgainst, ExitCode> ParsePowerContract(
    int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_CONTRACT_OPTIONS_H_
