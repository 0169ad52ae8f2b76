#ifndef PDUKIT_CLIENT_CLI_SURVEY_H_
#define PDUKIT_CLIENT_CLI_SURVEY_H_

// The verbs that look for devices and at them: discover and probe.

#include "base/result.h"
#include "client/cli/command_line.h"
#include "client/cli/context.h"
#include "client/cli/flags.h"

namespace pdukit::client {

bool IsSurvey(Verb verb);

// Takes what is of these verbs, and the words behind them, from the command
// line. Fails with kInvalidArgument, also where an option of theirs stands with
// another verb.
Result<void> TakeSurvey(const Flags& flags,
                        const std::vector<std::string>& words,
                        CommandLine& line);

// Asks the devices, and writes the answer, and the lab file. Fails with
// kInvalidArgument, before anything is asked, if there is such a file already
// or a key is missing; as SnmpPdu does where a probed device cannot be reached;
// with kTimeout if nothing that was asked answered.
Result<void> RunSurvey(const CommandLine& line, const Context& context);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_SURVEY_H_
