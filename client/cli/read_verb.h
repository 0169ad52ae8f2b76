#ifndef PDUKIT_CLIENT_CLI_READ_VERB_H_
#define PDUKIT_CLIENT_CLI_READ_VERB_H_

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/context.h"
#include "client/cli/target.h"

namespace pdukit::client {

// Reads the outlet or, with --of, the PDU, as often as `line` says, and answers
// each time. Fails with kUnsupported if nothing is metered there, and as the
// target does.
Result<void> RunRead(const CommandLine& line, const Target& target,
                     const Context& context);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_READ_VERB_H_
