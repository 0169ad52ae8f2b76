#ifndef PDUKIT_FAKE_PDU_STANDALONE_OPTIONS_H_
#define PDUKIT_FAKE_PDU_STANDALONE_OPTIONS_H_

#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "fake_pdu/fake_pdu.h"

namespace pdukit::fake_pdu {

// `fake_pdu list-models`
struct ListModels {
  bool json = false;
  std::vector<std::string> files{};
};

// `fake_pdu --model ...`: one for each PDU to start, never empty.
struct RunPdus {
  std::vector<FakePdu::Options> pdus{};
  // What each outlet's machine draws while the outlet is on.
  double load_watts = 0;
  // What goes wrong with each of them.
  std::vector<Fault> faults{};
};

// Nothing to do: all has been said.
struct Done {
  int exit_code = 0;
};

// Keeps the communities and keys on the command line out of the sight of
// others, as base/secrets.h says. The arguments must have been copied before.
void HideSecrets(int argc, char** argv);

// What the command line asks for. --help has been answered on `out`; a mistake
// has been named on `err`, in one sentence, with exit code 2.
std::variant<ListModels, RunPdus, Done> ParseCommandLine(
    int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace pdukit::fake_pdu

#endif  // PDUKIT_FAKE_PDU_STANDALONE_OPTIONS_H_
