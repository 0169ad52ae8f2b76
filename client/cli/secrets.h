#ifndef PDUKIT_CLIENT_CLI_SECRETS_H_
#define PDUKIT_CLIENT_CLI_SECRETS_H_

#include <string>

#include "base/result.h"

namespace pdukit::client {

// Overwrites, in place, the values of --community, --auth-key and --priv-key
// and of their short forms: what argv holds is what every user of the machine
// sees in the list of processes. The arguments must have been copied before.
void ScrubSecrets(int argc, char** argv);

// Asks on the terminal, whatever stdin and stdout are, and does not show what
// is typed. Fails with kCancelled at ^C or at the end of the input, with
// kSystem if there is no terminal.
Result<std::string> AskSecret(const std::string& prompt);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_SECRETS_H_
