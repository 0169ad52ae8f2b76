#ifndef PDUKIT_CLIENT_CLI_VERB_OPTIONS_H_
#define PDUKIT_CLIENT_CLI_VERB_OPTIONS_H_

// The options that only some verbs have; `line` knows its verb and format. All
// fail with kInvalidArgument.

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/flags.h"

namespace pdukit::client {

// --wait, --native, --count, --interval.
Result<void> TakeTimes(const Flags& flags, CommandLine& line);

// --of.
Result<void> TakeOf(const Flags& flags, CommandLine& line);

// Fails for a format that the verb does not have.
Result<void> CheckFormat(const Flags& flags, const CommandLine& line);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_VERB_OPTIONS_H_
