#ifndef PDUKIT_CLIENT_CLI_LAB_VERBS_H_
#define PDUKIT_CLIENT_CLI_LAB_VERBS_H_

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/context.h"

namespace pdukit::client {

// Gives the command to machines of a lab and writes what became of each; true
// if all of it was done. Fails with kParse or kNotFound for what is wrong with
// the file or the names of machines, before anything is sent, and with kSystem
// if the answer cannot be written.
Result<bool> RunLab(const CommandLine& line, const Context& context);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_LAB_VERBS_H_
