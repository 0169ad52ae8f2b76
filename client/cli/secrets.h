#ifndef PDUKIT_CLIENT_CLI_SECRETS_H_
#define PDUKIT_CLIENT_CLI_SECRETS_H_

#include <string>

#include "base/result.h"

namespace pdukit::client {

// Keeps what `power` is told in secret out of the sight of others, as
// base/secrets.h says: the values of --community, --auth-key, --priv-key and of
// their short forms, those of POWER_COMMUNITY, POWER_AUTH_KEY and
// POWER_PRIV_KEY, and the memory of the process. The arguments must have been
// copied before.
void HideSecrets(int argc, char** argv);

// Asks on the terminal, whatever stdin and stdout are, and does not show what
// is typed. Fails with kCancelled at ^C or at the end of the input, with
// kSystem if there is no terminal.
Result<std::string> AskSecret(const std::string& prompt);

}  // namespace pdukit::client

#endif  // PDUKIT_CLIENT_CLI_SECRETS_H_
