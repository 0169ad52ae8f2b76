#ifndef PDUKIT_CLIENT_CLI_RUN_H_
#define PDUKIT_CLIENT_CLI_RUN_H_

// The `power` program, apart from the process around it.
//
//   Context context{.out = std::cout, .err = std::cerr};
//   return Run({"--host", "10.0.0.7", "--outlet", "3", "off"}, context);

#include <string>
#include <vector>

#include "client/cli/context.h"

namespace pdukit::client {

enum ExitCode : int {
  kDone = 0,    // Done, and seen to be done.
  kFailed = 1,  // Said why on stderr.
  kUsage = 2,   // The command line, the exporter or the lab file is wrong.
};

// Those of fence agents, with --fence-exit-codes.
enum FenceExitCode : int {
  kFenceDone = 0,    // Also of status: on.
  kFenceFailed = 1,  // Also of wrong use, and of a state that is not known.
  kFenceOff = 2,     // Of status alone.
};

// Does what `arguments`, those behind the program's name, ask for. Answers go
// to the context's out, errors to its err, in one sentence or, with --json, in
// one JSON object.
int Run(const std::vector<std::string>& arguments, const Context& context);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_RUN_H_
