#ifndef PDUKIT_CLIENT_CLI_REPEAT_H_
#define PDUKIT_CLIENT_CLI_REPEAT_H_

#include <functional>

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/context.h"

namespace pdukit::client {

// Calls `once` as often as --count says, from start to start at the --interval,
// or until the user ends it. Stops at its first failure.
Result<void> Repeat(const CommandLine& line, const Context& context,
                    const std::function<Result<void>()>& once);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_REPEAT_H_
