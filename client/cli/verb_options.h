#ifndef PDUKIT_CLIENT_CLI_VERB_OPTIONS_H_
#define PDUKIT_CLIENT_CLI_VERB_OPTIONS_H_

// The options that only some verbs have.

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/flags.h"

namespace pdukit::client {

// --wait, --native, --count, --interval, --of; and whether the verb has the
// format. `line` knows both. Fails with kInvalidArgument.
Result<void> TakeVerbOptions(const Flags& flags, CommandLine& line);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_VERB_OPTIONS_H_
