#ifndef PDUKIT_CLIENT_CLI_LAB_OPTIONS_H_
#define PDUKIT_CLIENT_CLI_LAB_OPTIONS_H_

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"
#include "client/cli/flags.h"

namespace pdukit::client {

// Which machines of which lab, and how fast.
struct LabOptions {
  std::string file{};
  std::vector<std::string> patterns{};  // As MatchMachines takes them.
  bool all = false;
  std::vector<std::string> on_pdus{};
  std::chrono::milliseconds stagger{0};
  int max_per_pdu = 1;
  int max_total = 64;
};

// The lab file that the command goes to, empty if it goes to no lab:
// `default_lab` counts where neither a host nor an exporter file is given.
// Fails with kInvalidArgument for options that contradict each other.
Result<std::string> FindLabFile(const Flags& flags,
                                const std::string& default_lab);

// `patterns` are the words behind the verb. Fails with kInvalidArgument.
Result<LabOptions> TakeLabOptions(const Flags& flags, const std::string& file,
                                  std::vector<std::string> patterns);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_LAB_OPTIONS_H_
