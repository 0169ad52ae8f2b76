#ifndef PDUKIT_CLIENT_CLI_LAB_READ_H_
#define PDUKIT_CLIENT_CLI_LAB_READ_H_

// What is of readings alone in a lab.

#include <functional>
#include <string>

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/context.h"
#include "client/lab.h"

namespace pdukit::client {

// Calls `once` as often as `line` says, with what stands before its answer: the
// header of CSV before the first, with `alias_of` as in Subject. Returns
// whether it was true each time; fails with kSystem if stdout cannot be
// written.
Result<bool> RepeatInLab(const CommandLine& line, const Context& context,
                         const std::string& alias_of,
                         const std::function<bool(const std::string&)>& once);

// The time, without which nobody could tell repeated tables apart.
std::string TableHead(const CommandLine& line, const Context& context);

// Reads what the PDUs of the lab meter, as --of says, and answers. If the line
// names machines, only the PDUs that feed them; with --on-pdu, only those.
// Returns whether none of them failed. Fails with kNotFound for names that the
// lab does not have, and as RepeatInLab does.
Result<bool> ReadLabPlaces(const CommandLine& line, const Context& context,
                           const Lab& lab);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_LAB_READ_H_
