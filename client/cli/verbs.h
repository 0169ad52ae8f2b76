#ifndef PDUKIT_CLIENT_CLI_VERBS_H_
#define PDUKIT_CLIENT_CLI_VERBS_H_

#include <cstdint>

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/context.h"
#include "client/cli/target.h"

namespace pdukit::client {

// What came of a command. A state is what status found.
enum class Outcome : std::uint8_t { kDone, kOff, kUnknown, kFailed, kUsage };

// Gives the command to the target and writes the answer. Fails as the target
// does, with kUnsupported if nothing is metered that could be read, with
// kSystem if the answer cannot be written.
Result<Outcome> RunVerb(const CommandLine& line, const Target& target,
                        const Context& context);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_VERBS_H_
